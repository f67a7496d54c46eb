import type { GridNotes } from '../../../src/local/grid/grid';
import { BesideMutations, replayChanges, type Change, type ChangeTarget } from '../../../src/local/peers/carried';
import type { SettingsList } from '../../../src/local/protocol/method-calls';

/** A workbook of which only what is beside mutations counts. */
class Beside implements ChangeTarget {
  constructor(
    public kept: GridNotes,
    public list: SettingsList,
  ) {}
  applyMutations = (): void => undefined;
  replayMutations = (): { make: () => []; pass: () => void } => ({ make: () => [], pass: () => undefined });
  notes = (): GridNotes => this.kept;
  takeNotes = (notes: GridNotes): void => void (this.kept = notes);
  settings = (): SettingsList => this.list;
  takeSettings = (settings: SettingsList): void => void (this.list = settings);
}

const BEFORE: GridNotes = {
  tableStyles: { kept: 'Light', changed: 'Light', gone: 'Light' },
  veryHiddenSheets: ['shown', 'hidden'],
  protectedSheets: [],
};

test('what is beside mutations is made again by what was changed of it, so that what others changed stays', () => {
  const own = new Beside(BEFORE, [
    ['a', '1'],
    ['b', '1'],
  ]);
  const beside = new BesideMutations(own);
  own.kept = {
    tableStyles: { kept: 'Light', changed: 'Dark', added: 'Dark' },
    veryHiddenSheets: ['hidden', 'hidden by own'],
    protectedSheets: ['protected by own'],
  };
  own.list = [
    ['a', '1'],
    ['b', '2'],
  ];
  const changes: readonly Change[] = beside.news();
  expect(beside.news()).toEqual([]);

  const others = new Beside(
    {
      tableStyles: { kept: 'Medium', changed: 'Light', gone: 'Light', theirs: 'Medium' },
      veryHiddenSheets: ['shown', 'hidden by them'],
      protectedSheets: ['protected by them'],
    },
    [
      ['a', '9'],
      ['b', '1'],
    ],
  );
  replayChanges(others, []).make(changes);
  expect(others.kept).toEqual({
    tableStyles: { kept: 'Medium', changed: 'Dark', theirs: 'Medium', added: 'Dark' },
    veryHiddenSheets: ['hidden by them', 'hidden by own'],
    protectedSheets: ['protected by them', 'protected by own'],
  });
  expect(Object.fromEntries(others.list)).toEqual({ a: '9', b: '2' });
});
