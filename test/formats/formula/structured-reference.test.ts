import fc from 'fast-check';
import { longBracket, readStructuredReference } from '../../../src/formats/formula/structured-reference';

describe('what stands in the brackets of a reference to a table', () => {
  it.each([
    ['[Spend]', [], ['Spend', 'Spend']],
    ['[@Spend]', ['#This Row'], ['Spend', 'Spend']],
    ['[@[Units per EUR]]', ['#This Row'], ['Units per EUR', 'Units per EUR']],
    ['[@]', ['#This Row'], null],
    ['[]', [], null],
    ['[#All]', ['#All'], null],
    ['[[Client]:[Spend]]', [], ['Client', 'Spend']],
    ['[[#Headers],[#Data],[Client]:[Spend]]', ['#Headers', '#Data'], ['Client', 'Spend']],
    ['[ [#This Row], [Spend] ]', ['#This Row'], ['Spend', 'Spend']],
    ["[a'[b'']", [], ["a[b'", "a[b'"]],
  ])('%s', (bracket, items, columns) => expect(readStructuredReference(bracket)).toEqual({ items, columns }));

  it.each(['[[a],[b]]', '[[a] [b]]', '[[a]:[b]:[c]]', '[[a],b]'])('%s is none', (bracket) =>
    expect(readStructuredReference(bracket)).toBeNull(),
  );

  it('reads the same in its long form, whatever the columns are called', () => {
    const column = fc.string({ minLength: 1 }).filter((name) => name.trim() === name && name !== '');
    fc.assert(
      fc.property(fc.subarray(['#All', '#Data', '#This Row']), column, column, (items, first, last) => {
        const reference = { items, columns: [first, last] as const };
        expect(readStructuredReference(longBracket(reference))).toEqual(reference);
      }),
    );
  });
});
