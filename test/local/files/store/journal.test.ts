import { Journal } from '../../../../src/local/files/store/journal';

/** A store that keeps its entries by their numbers, and what changes beside the changes that are noted. */
class Surroundings {
  readonly entries: [number: number, changes: readonly unknown[]][] = [];
  beside: unknown[] = [];
  readonly journal = new Journal<unknown>(
    { note: async (number, changes) => void this.entries.push([number, changes]) },
    7,
    () => this.beside.splice(0),
  );
}

const LARGE = { cellValue: Object.fromEntries(Array.from({ length: 6_000 }, (_, row) => [row, { 0: { v: row } }])) };

let around: Surroundings;

beforeEach(() => {
  around = new Surroundings();
});

it('what changes in one task is one entry, written at the end of that task', async () => {
  around.journal.note('a');
  around.journal.note('b');
  expect(around.entries).toEqual([]);
  await Promise.resolve();
  around.journal.note('c');
  await Promise.resolve();
  expect(around.entries).toEqual([
    [8, ['a', 'b']],
    [9, ['c']],
  ]);
});

it('what changes beside is written where it was looked for, and nothing where there is nothing', async () => {
  around.beside = ['settings'];
  around.journal.look();
  await Promise.resolve();
  around.journal.look();
  await Promise.resolve();
  expect(around.entries).toEqual([[8, ['settings']]]);
});

it('a workbook that is saved contains all that was noted until then, so that it is not made twice', async () => {
  around.journal.note('a');
  expect(around.journal.close()).toBe(8);
  await Promise.resolve();
  expect(around.entries).toEqual([[8, ['a']]]);
  expect(around.journal.close()).toBe(8);
});

it('a large change leaves a gap, behind which nothing is made again until the workbook is saved', async () => {
  around.journal.note('a');
  expect(around.journal.takes(LARGE)).toBe(false);
  around.journal.note('b');
  await Promise.resolve();
  expect(around.entries).toEqual([
    [8, ['a']],
    [10, ['b']],
  ]);
  expect(around.journal.takes({ cellValue: { 0: { 0: { v: 1 } } } })).toBe(true);
  expect(around.journal.isWhole).toBe(false);
  around.journal.wholeSaved();
  expect(around.journal.isWhole).toBe(true);
  expect(around.journal.close()).toBe(10);
});
