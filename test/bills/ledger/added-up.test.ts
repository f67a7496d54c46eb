import fc from 'fast-check';
import { recogniseTable } from '../../../src/bills/formats/recognise';
import { ledgerColumn } from '../../../src/bills/ledger/column-type';
import { ALL_MONTHS } from '../../../src/bills/ledger/month-span';
import { sumsStatement } from '../../../src/bills/ledger/statement';
import { parseMapping } from '../../../src/bills/mapping/mapping-text';
import { importReader } from '../../../src/bills/reading/import-reader';
import { summariseBill } from '../../../src/bills/sums/summarise';
import { tableOf } from '../tables';

const HEADER = [
  'SubAccountName',
  'ProviderName',
  'ServiceName',
  'ChargePeriodStart',
  'BilledCost',
  'BillingCurrency',
  'ConsumedQuantity',
  'ConsumedUnit',
];
const TYPES = [
  'Nullable(String)',
  'String',
  'String',
  'Date',
  'Nullable(Decimal(38, 6))',
  'String',
  'Nullable(Decimal(38, 6))',
  'String',
];
const COLUMNS = HEADER.map((name, at) => ledgerColumn(name, TYPES[at] ?? ''));

const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map(
  (unscaled) =>
    `${unscaled < 0n ? '-' : ''}${String(unscaled < 0n ? -unscaled : unscaled)
      .padStart(7, '0')
      .replace(/(\d{6})$/, '.$1')}`,
);
const row = fc.tuple(
  fc.constantFrom('Acme', '=cmd', 'Beta', ''),
  fc.constantFrom('AWS', 'Total'),
  fc.constantFrom('Bedrock', 'EC2', ''),
  fc.constantFrom('2024-01-02', '2024-01-31', '2024-02-01', ''),
  fc.oneof({ weight: 9, arbitrary: amount }, { weight: 1, arbitrary: fc.constant('') }),
  fc.constantFrom('USD', 'EUR', 'TOKENS', ''),
  fc.oneof(amount, fc.constant('')),
  fc.constantFrom('Tokens', 'Hours'),
);

/** What an engine answers, by the columns of the statement; newer ones write decimals without the zeros at their end. */
function addUp(
  rows: readonly (readonly string[])[],
  columns: ReturnType<typeof sumsStatement>['columns'],
  keepsZeros = true,
): string {
  const groups = new Map<string, { texts: string[]; sums: Map<number, bigint>; rows: number }>();
  for (const cells of rows) {
    const at = (name: string): string => cells[HEADER.indexOf(name)] ?? '';
    const texts = columns.map(({ name, as }) =>
      as === 'sum' ? '' : name === 'ChargePeriodStart' ? at(name).replace(/\d\d$/, '01') : at(name),
    );
    const blanks = columns.map(({ name, as }) => as === 'sum' && at(name) === '');
    const key = JSON.stringify([texts, blanks]);
    const group = groups.get(key) ?? { texts, sums: new Map(), rows: 0 };
    groups.set(key, group);
    group.rows += 1;
    columns.forEach(({ name, as }, column) => {
      if (as === 'sum' && at(name) !== '') {
        group.sums.set(column, (group.sums.get(column) ?? 0n) + BigInt(at(name).replace('.', '')));
      }
    });
  }
  const written = (sum: bigint | undefined): string | null =>
    sum === undefined
      ? null
      : `${sum < 0n ? '-' : ''}${String(sum < 0n ? -sum : sum)
          .padStart(7, '0')
          .replace(/(\d{6})$/, '.$1')
          .replace(keepsZeros ? '' : /\.?0+$/, '')}`;
  const data = [...groups.values()].map(({ texts, sums, rows: count }) => [
    ...columns.map(({ as }, column) => (as === 'sum' ? written(sums.get(column)) : texts[column])),
    String(count),
  ]);
  return JSON.stringify({ meta: [...columns, {}], data, rows: data.length });
}

/** The days that rows have, as the engine tells them. */
function daysOf(rows: readonly (readonly string[])[]): string {
  const days = [...new Set(rows.map((cells) => cells[HEADER.indexOf('ChargePeriodStart')] ?? ''))];
  return JSON.stringify({ meta: [{}], data: days.map((day) => [day]), rows: days.length });
}

describe('what the engine has added up', () => {
  it.each(['', 'quantities:keep', 'only-ai:yes'])(
    'gives the sums, totals and counts of the rows themselves: %s',
    async (change) => {
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.boolean(), async (rows, keepsZeros) => {
          const recognition = recogniseTable(HEADER, rows);
          const mapping = parseMapping(`${change}${change ? ',' : ''}totals:count`, recognition.mapping, HEADER);
          const statement = sumsStatement({ database: '', table: 't' }, COLUMNS, recognition, mapping, ALL_MONTHS);
          const reader = importReader(() => new Date('2026-06-15'));
          const { summary } = await reader.answer(
            'addedUp',
            { answer: addUp(rows, statement.columns, keepsZeros), days: daysOf(rows), statement },
            () => undefined,
          );
          const ofRows = await summariseBill(
            { ...tableOf(HEADER, rows), notation: 'exact' },
            { ...recognition, unordered: true },
            statement.mapping,
            null,
          );
          for (const part of ['groups', 'totals', 'rows', 'keptRows', 'leftOutRows', 'problemRows'] as const) {
            expect(summary[part]).toEqual(ofRows[part]);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each([
    ['a month that has rows up to the 14th', 14, '', 'no', true],
    ['the same where it was answered that it is over', 14, 'complete:yes', 'yes', undefined],
    ['a whole month', 29, '', undefined, undefined],
  ])('asks of its last month what a file asks: %s', async (_, lastDay, change, answer, isPartial) => {
    const rows = ['01', '02'].flatMap((month) =>
      Array.from({ length: month === '01' ? 31 : lastDay }, (_, at) => [
        'Acme',
        'AWS',
        'Bedrock',
        `2024-${month}-${String(at + 1).padStart(2, '0')}`,
        '1.000000',
        'USD',
        '',
        '',
      ]),
    );
    const recognition = recogniseTable(HEADER, rows);
    const mapping = parseMapping(change, recognition.mapping, HEADER);
    const statement = sumsStatement({ database: '', table: 't' }, COLUMNS, recognition, mapping, ALL_MONTHS);
    const { summary } = await importReader(() => new Date('2026-06-15')).answer(
      'addedUp',
      { answer: addUp(rows, statement.columns), days: daysOf(rows), statement },
      () => undefined,
    );
    const ofRows = await summariseBill({ ...tableOf(HEADER, rows), notation: 'exact' }, recognition, mapping, null);
    expect(summary.groups).toEqual(ofRows.groups);
    expect(summary.groups.map((group) => group.isPartial)).toEqual([undefined, isPartial]);
    expect(summary.questions).toEqual(ofRows.questions);
    expect(summary.questions.map((question) => question.answer)).toEqual(answer === undefined ? [] : [answer]);
  });
});
