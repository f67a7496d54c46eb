import fc from 'fast-check';
import { nearestName } from '../../../src/domain/ledger/nearest-name';

const NAMES = ['ByteDance', 'Meta', 'Microsoft', 'Adobe', '3M', 'Deutsche Bank', 'Deutsche Bahn'];

describe('the nearest name', () => {
  it.each([
    ['Bytedanse', 'ByteDance'],
    ['byte dance', 'ByteDance'],
    ['Byte', 'ByteDance'],
    ['Mikrosoft', 'Microsoft'],
    ['Meat', 'Meta'],
    ['Adobe Inc', null],
    ['3N', '3M'],
    ['X', null],
    ['By', null],
    ['Oracle', null],
    ['', null],
  ])('to "%s" is %p', (written, expected) => {
    expect(nearestName(written, NAMES)).toBe(expected);
  });

  it('is the first in the alphabet where two are equally near, whatever their order', () => {
    expect(nearestName('Deutsche Bahk', NAMES)).toBe('Deutsche Bahn');
    expect(nearestName('Deutsche Bahk', [...NAMES].reverse())).toBe('Deutsche Bahn');
  });

  it('has a letter in common', () => {
    expect(nearestName('Z', ['A', 'B'])).toBeNull();
    expect(nearestName('ZB', ['A', 'AB'])).toBe('AB');
    expect(nearestName('', ['A'])).toBeNull();
  });

  it('is that which a plain table of distances gives, for texts of any length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ä'), minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(word, word, (written, name) => {
        const tolerance =
          written.length < 4 ? Math.min(1, written.length - 1) : Math.max(2, Math.floor(written.length / 3));
        const begins = written.length >= 3 && name.startsWith(written);
        expect(nearestName(written, [name]) !== null).toBe(begins || levenshtein(written, name) <= tolerance);
      }),
      { numRuns: 2000 },
    );
  });

  it('is none where there are no names', () => {
    expect(nearestName('Meta', [])).toBeNull();
  });
});

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + Number(letter !== b[column - 1]);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? a.length;
}
