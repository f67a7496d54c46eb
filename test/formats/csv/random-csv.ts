import * as fc from 'fast-check';

/** A table and the text that someone wrote of it. */
export interface RandomCsv {
  readonly header: string[];
  /** Without those that are blank. */
  readonly rows: { readonly line: number; readonly cells: string[] }[];
  readonly text: string;
  readonly delimiter: string;
  readonly encoding: string;
}

/** What each encoding has beyond ASCII. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['é', '€', '会', '𝄞', '\uFEFF', '\uFFFD'],
  'utf-16le': ['é', '€', '会', '𝄞', '\u0A0D', '\u2C22', '\uFFFD'],
  'utf-16be': ['é', '€', '会', '𝄞', '\u0A0D', '\u2C22', '\uFFFD'],
  'windows-1252': ['ä', 'ß', 'é', '€', '–'],
  shift_jis: ['ア', 'ソ', '表', '能', '円', 'ｱ'],
  gb18030: ['公', '司', '费', '€', '丂'],
};
const DELIMITERS = [',', ';', '\t', '|', '^', ' '];
const ENDS = ['\n', '\r\n', '\r'];

/** A table written in a random dialect, with quotes if there must be, and here and there if there need not. */
export const randomCsv: fc.Arbitrary<RandomCsv> = fc
  .record({
    encoding: fc.constantFrom(...Object.keys(LETTERS)),
    delimiter: fc.constantFrom(...DELIMITERS),
    end: fc.constantFrom(...ENDS),
    width: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ encoding, delimiter, end, width }) => {
    const character = fc.constantFrom(
      'a',
      'b',
      '1',
      '.',
      ' ',
      '"',
      '\n',
      '\r',
      delimiter,
      ...(LETTERS[encoding] ?? []),
    );
    const cell = fc.record({
      text: fc.oneof(fc.string({ unit: character, maxLength: 8 }), fc.constant('0.5')),
      quoted: fc.boolean(),
    });
    return fc
      .record({
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
        lastEnd: fc.boolean(),
      })
      .map(({ rows, lastEnd }) => {
        const header = Array.from({ length: width }, (_, column) => `Name ${column}`);
        const lines = [header.map((text) => ({ text, quoted: true })), ...rows].map((cells) =>
          cells
            .map(({ text, quoted }) =>
              quoted || mustQuote(text, delimiter) ? `"${text.replaceAll('"', '""')}"` : text,
            )
            .join(delimiter),
        );
        const before = (row: number) =>
          lines.slice(0, row).reduce((count, line) => count + line.split(/\r\n|\n|\r/).length, 1);
        const kept = rows.map((cells, index) => ({ line: before(index + 1), cells: cells.map(({ text }) => text) }));
        return {
          encoding,
          delimiter,
          header,
          text: lines.join(end) + (lastEnd ? end : ''),
          rows: kept.filter(({ cells }) => !cells.every((text) => /^[ \t\r\n]*$/.test(text))),
        };
      });
  });

function mustQuote(text: string, delimiter: string): boolean {
  return text.includes(delimiter) || /[\r\n]|^ *"/.test(text);
}
