import { columnsOf, currencyInName } from '../../src/bills/mapping/column-names';
import { mappingPieces, quotedColumn } from '../../src/bills/mapping/mapping-pieces';
import { nameCore } from '../../src/bills/sums/legal-name';
import { nameKind } from '../../src/bills/values/name-kind';
import { readMonth } from '../../src/bills/values/bill-date';
import { readSide } from '../../src/bills/values/side-text';
import { cpuTime, WRONG_KIND_MS } from '../cpu-time';

/*
 * Names come from outside. What looks at one must not take a time that grows with the square of its length: of 100,000 signs
 * that would be minutes.
 */
const LENGTH = 100_000;

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['columns', (text) => columnsOf([text])],
  ['currency in a name', currencyInName],
  ['legal name', nameCore],
  ['kind of a name', nameKind],
  ['month', (text) => readMonth(text)],
  ['side', readSide],
  ['quoted column', quotedColumn],
  ['mapping', (text) => mappingPieces(`'${text.replaceAll("'", '')}'=client`)],
];

describe.each([' ', ',', '(', ')', ', ', '. ', '-', 'a ', "'", '0'])('a name of 100,000 times %j', (sign) => {
  const texts = [
    sign.repeat(LENGTH),
    `a${sign.repeat(LENGTH)}b`,
    `${sign.repeat(LENGTH)})`,
    `x (${sign.repeat(LENGTH)}`,
  ];

  it.each(READERS)('is read as %s in no time', async (_, read) => {
    expect(await cpuTime(() => texts.forEach((text) => read(text)))).toBeLessThan(WRONG_KIND_MS);
  });
});

it('20,000 columns whose names have brackets are found in no time', async () => {
  const header = Array.from({ length: 20_000 }, (_, at) => `Column ${at} (part ${at})`);
  expect(await cpuTime(() => columnsOf(header))).toBeLessThan(WRONG_KIND_MS);
});
