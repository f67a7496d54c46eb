import { filesToLoad } from '../../scripts/load-options';

const option = (name: string, value: string) => ({ kind: 'option', name, value });

describe('what is said of a file to load', () => {
  it('stands behind it: its sheet, and answers to any question', () => {
    expect(
      filesToLoad([
        option('load', 'a.xlsx'),
        option('sheet', '2024'),
        option('answer', 'cr:crore'),
        option('answer', 'units:thousands'),
        option('answer', 'negatives:spend'),
        option('load', 'b.csv'),
      ]),
    ).toEqual([
      { path: 'a.xlsx', sheet: '2024', mapping: ['cr:crore', 'units:thousands', 'negatives:spend'], earlier: null },
      { path: 'b.csv', mapping: [], earlier: null },
    ]);
  });

  it('is refused before any file, and if it is no question', () => {
    expect(() => filesToLoad([option('sheet', '2024')])).toThrow('--sheet "2024" stands before any --load.');
    expect(() => filesToLoad([option('load', 'a.csv'), option('answer', 'colour:red')])).toThrow('is not a question');
  });
});
