import fc from 'fast-check';
import { formulaText, formulaTokens, unquoted } from '../../../src/formats/formula/tokens';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

/** Each token as `kind:text`, blanks left out. */
const found = (formula: string): string[] =>
  formulaTokens(formula)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, text }) => `${kind}:${text}`);

describe('the tokens of a formula', () => {
  it.each([
    ['A1+$B$2', ['name:A1', 'sign:+', 'name:$B$2']],
    ['SUM (1,2)', ['name:SUM', 'sign:(', 'number:1', 'sign:,', 'number:2', 'sign:)']],
    ['STDEV.S(A:A)', ['call:STDEV.S', 'sign:(', 'name:A', 'sign::', 'name:A', 'sign:)']],
    ['1.5e-3%<>.5', ['number:1.5e-3', 'sign:%', 'sign:<>', 'number:.5']],
    ['"a ""b"""&x', ['text:"a ""b"""', 'sign:&', 'name:x']],
    ["'It''s'!A1", ["sheet:'It''s'!", 'name:A1']],
    ["'!x'!A1", ["sheet:'!x'!", 'name:A1']],
    ['2024!A1', ['sheet:2024!', 'name:A1']],
    ["T[[#All],['[x]]*2", ['name:T', "bracket:[[#All],['[x]]", 'sign:*', 'number:2']],
    ['#N/A+B2#', ['error:#N/A', 'sign:+', 'name:B2', 'sign:#']],
    ['Größe_1', ['name:Größe_1']],
    ['1A(2)', ['broken:1A', 'sign:(', 'number:2', 'sign:)']],
    ['1+"no end', ['number:1', 'sign:+', 'broken:"no end']],
    ['T[no end', ['name:T', 'broken:[no end']],
    ["F.XLAM'!x", ['name:F.XLAM', "broken:'", 'sign:!', 'name:x']],
    ['A1§', ['name:A1', 'broken:§']],
  ])('%s are %j', (formula, tokens) => {
    expect(found(formula)).toEqual(tokens);
  });

  it('together are the formula, whatever it is', () => {
    const pieces = fc.constantFrom('"', "'", '!', '[', ']', '(', '{', ',', ' ', 'A1', '1.', 'e5', '#', '$', '\\', '😀');
    const formulas = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(formulas, (formula) => {
        expect(formulaText(formulaTokens(formula))).toBe(formula);
      }),
      { numRuns: 1000, seed: 9 },
    );
  });

  it('of a text made to be slow are found quickly', async () => {
    const spent = await cpuTime(() => {
      for (const part of [
        '"',
        '""',
        "'",
        "a'",
        "'!",
        '[',
        '[[',
        '1',
        '1.',
        '1e',
        'A',
        '.',
        '$',
        '(',
        '#',
        '\\\\',
        ' ',
      ]) {
        expect(formulaText(formulaTokens(`${part.repeat(50_000)}§`))).toHaveLength(part.length * 50_000 + 1);
      }
    });
    expect(spent).toBeLessThan(WRONG_KIND_MS);
  });
});

it('a quoted text without its quotes', () => {
  expect(unquoted('"a ""b"""')).toBe('a "b"');
  expect(unquoted("'It''s'")).toBe("It's");
});
