import { twoRowHeader } from '../../../src/formats/file/two-row-header';

const cells = (text: string): string[] => text.split('|');

describe('a header of two rows', () => {
  it.each([
    ['a merged cell over months', 'Client|Cost||Currency', '|2024-10|2024-11|', 'Client|2024-10|2024-11|Currency'],
    ['a merged cell over names', 'Client|Invoice||', '|Date|Amount|Currency', 'Client|Date|Amount|Currency'],
    [
      'one name under two',
      'Client|Plan||Actual|',
      '|Cost|Tax|Cost|Tax',
      'Client|Plan Cost|Plan Tax|Actual Cost|Actual Tax',
    ],
    ['months and their total', 'Client|Cost||', '|2024-10|2024-11|Total', 'Client|2024-10|2024-11|Total'],
    ['days', 'Client|Cost|', '|2024.10.30|2024.10.31', 'Client|2024.10.30|2024.10.31'],
    ['cells that say the same again', 'Client|Bill|Bill', 'Name|Date|Cost', 'Name|Date|Cost'],
  ])('is read as one: %s', (_, upper, lower, names) => {
    expect(twoRowHeader(cells(upper), cells(lower), [cells('Acme|12|20|30|40')])).toEqual(cells(names));
  });

  it.each([
    ['the second row has numbers', 'Client||Amount', 'Acme|x|10'],
    ['nothing is merged', 'Client|Month|Amount', 'Acme|Nov 2024|ten'],
    ['a name stands under a single one, though nothing is repeated', 'Client||Month', 'Acme|x|Nov 2024'],
    ['an amount stands in a column without a name', 'Amount|', '1234.56|Acme'],
    ['a month stands beside a word', 'Month|', '2024-10|Acme'],
    ['amounts look like months', 'Client|Amount|Amount', 'Acme|2012.11|2012.12'],
    ['digits stand under a column that is not merged', 'Client|Period|Period|Date', 'Acme|2024-10|2024-11|2024-12'],
    ['the same stands twice under a merged cell', 'Client|Amount|Amount', 'Acme|n/a|n/a'],
    ['a column under the merged cell has no name', 'Client|Cost||', '|Jan||Mar'],
  ])('is none where %s', (_, upper, lower) => {
    expect(twoRowHeader(cells(upper), cells(lower), [cells('Beta|12|20|30')])).toBeNull();
  });

  it('is none where no numbers follow', () => {
    expect(twoRowHeader(cells('Client|Cost|'), cells('|Jan|Feb'), [])).toBeNull();
    expect(twoRowHeader(cells('Client|Cost|'), cells('|Jan|Feb'), [cells('Acme|x|y')])).toBeNull();
  });
});
