import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { recogniseTable } from '../../../src/bills/formats/recognise';
import type { Mapping, Recognition, RoleSource, VendorChoice } from '../../../src/bills/mapping/mapping';
import { amountKind, decimalKind } from '../../../src/bills/sums/row-groups';
import { summariseBill } from '../../../src/bills/sums/summarise';
import { readAmount, type AmountReading } from '../../../src/bills/values/amount-text';
import { LIMITS } from '../../../src/formats/file/limits';
import type { BatchColumn, BatchListener, RowBatch } from '../../../src/formats/file/row-batch';
import type { TextTable } from '../../../src/formats/file/text-table';
import { decimalText } from '../../../src/formats/parquet/decimal-text';
import { openParquet } from '../../../src/formats/parquet/open-parquet';
import { randomBill } from '../../formats/parquet/random-file';
import { columns, fixed, tag } from '../tables';

beforeAll(() => {
  const limits: { rowsLookedInto: number; problemsListed: number } = LIMITS;
  jest.replaceProperty(limits, 'rowsLookedInto', 8);
  jest.replaceProperty(limits, 'problemsListed', 3);
});

afterAll(() => jest.restoreAllMocks());

/** One of some, the first of which is the usual one. */
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...others) });

/** What the user may choose of a bill. */
const choices = fc.record({
  mapping: fc.record<Partial<Mapping>>({
    roles: fc.record({
      client: mostly<RoleSource>(columns('Client'), columns('Client', 'Vendor'), tag('Tags', 'team'), {
        kind: 'tag',
        column: 'Tags',
        tag: 'team',
        otherwise: 'Rest',
      }),
      vendor: mostly(columns('Vendor'), fixed('AWS')),
      service: mostly(columns('Service'), fixed(''), columns('Tags', 'Service')),
      month: mostly<RoleSource>(columns('Date'), fixed('2024-09'), {
        kind: 'columns',
        columns: ['Date'],
        otherwise: '2024-08',
      }),
      amount: mostly(columns('Amount'), columns('Amount', 'Quantity'), fixed('1.5')),
      currency: mostly(columns('Currency'), fixed('USD')),
    }),
    onlyAi: fc.boolean(),
    filters: mostly<Mapping['filters']>(
      [],
      [{ column: 'Unit', contains: 'tok' }],
      [{ column: 'Amount', contains: '1' }],
      [{ column: 'Date', contains: '2024-09' }],
    ),
    hundredths: fc.boolean(),
    numbers: mostly<Mapping['numbers']>('auto', 'comma'),
    usage: mostly<NonNullable<Mapping['usage']>>(
      {},
      { quantity: columns('Quantity'), unit: columns('Unit'), team: tag('Tags', 'team') },
    ),
    keepsUsage: mostly(false, true),
    totals: fc.constantFrom<NonNullable<Mapping['totals']>[]>('leave-out', 'count'),
    blanks: fc.constantFrom<NonNullable<Mapping['blanks']>[]>('leave-out', 'fill-down'),
  }),
  recognition: fc.record<Partial<Recognition>>({
    isGuessed: mostly(false, true),
    unordered: mostly(false, true),
    whollyAi: mostly(false, true),
    labelColumns: mostly<readonly string[]>([], ['Service']),
  }),
  notation: fc.constantFrom<TextTable['notation'][]>('exact', 'written'),
  vendors: mostly<Record<VendorChoice, RoleSource> | null>(null, {
    provider: columns('Vendor'),
    issuer: columns('Unit'),
    developer: columns('Client'),
  }),
  side: mostly<string | null>(null, 'Unit'),
  credits: mostly<readonly string[] | null>(null, ['Quantity']),
  offered: mostly<readonly string[] | null>(null, ['Quantity']),
});

/** The table with its rows one by one alone, and in batches, of which it is counted how many rows were asked for all their cells. */
function bothWays(table: TextTable): { byRow: TextTable; byBatch: TextTable; counts: { rows: number; alone: number } } {
  const { readBatches, ...byRow } = table;
  const counts = { rows: 0, alone: 0 };
  const counted = (batch: RowBatch, each: BatchListener): void => {
    const asked = Array.from({ length: batch.rows }, () => new Set<number>());
    const columns = batch.columns.map((column, place): BatchColumn => ({
      cellAt: (row) => {
        asked[row]?.add(place);
        return column.cellAt(row);
      },
      numbered: () => column.numbered(),
      decimals: () => column.decimals(),
    }));
    each({ ...batch, columns });
    counts.rows += batch.rows;
    counts.alone += asked.filter(({ size }) => size === columns.length).length;
  };
  const byBatch: TextTable = {
    ...table,
    readBatches: (places, each) => readBatches!(places, (batch) => counted(batch, each)),
  };
  return { byRow, byBatch, counts };
}

/** What comes of a reading, a refusal too. */
const resultOf = (reading: Promise<unknown>) => reading.catch((error: unknown) => String(error));

describe('A bill read in batches', () => {
  it('has the same sums, problems, questions and notices as row by row', async () => {
    const counts = { rows: 0, alone: 0 };
    await fc.assert(
      fc.asyncProperty(randomBill, choices, async (file, { mapping: chosen, recognition: found, ...choice }) => {
        const [table] = (await openParquet(file)).tables;
        const { byRow, byBatch, counts: own } = bothWays({ ...table!, notation: choice.notation });
        const recognised = recogniseTable(table!.header, []);
        const recognition: Recognition = {
          ...recognised,
          ...found,
          ...(choice.offered === null ? {} : { offeredCredits: choice.offered }),
        };
        const mapping: Mapping = {
          ...recognised.mapping,
          ...chosen,
          ...(choice.side === null ? {} : { side: choice.side }),
          ...(choice.credits === null ? {} : { credits: choice.credits }),
        };
        const proposed: Recognition =
          choice.vendors === null
            ? recognition
            : { ...recognition, vendors: choice.vendors, mapping: { ...recognition.mapping, roles: mapping.roles } };
        const summary = await resultOf(summariseBill(byBatch, proposed, mapping, null));
        expect(summary).toEqual(await resultOf(summariseBill(byRow, proposed, mapping, null)));
        counts.rows += own.rows;
        counts.alone += own.alone;
      }),
      { seed: 4, numRuns: 120 },
    );
    // Else the rows were read one by one after all.
    expect(counts.alone / counts.rows).toBeLessThan(0.7);
  });

  /** A bill whose rows differ in their amounts alone. */
  const billOf = async (amounts: readonly (number | string)[]): Promise<TextTable> => {
    const each = (name: string, value: string) => ({ name, data: amounts.map(() => value) });
    const columnData = [
      { name: 'Amount', data: [...amounts] },
      each('Client', 'Acme'),
      each('Vendor', 'AWS'),
      each('Date', '2024-09-05'),
      each('Currency', 'USD'),
    ];
    const { tables } = await openParquet(new Blob([parquetWriteBuffer({ columnData })]));
    return tables[0]!;
  };
  const summarised = (table: TextTable) => {
    const recognition = recogniseTable(table.header, []);
    return summariseBill(table, recognition, recognition.mapping, null);
  };

  it('may end in a row that states the sum of the others', async () => {
    const { totalRows } = await summarised(await billOf([...Array.from({ length: 21 }, () => 0.5), 10.5]));
    expect(totalRows).toEqual([{ line: 22, label: '', amount: '10.5', rowsAddUpTo: '10.5' }]);
  });

  it('may have the rows of another table below its own, which are none of it, and its own below them', async () => {
    const ours = ['0.5', 'Acme', 'AWS', '2024-09-05', 'USD'];
    const header = ['Amount', 'Client', 'Vendor', 'Date', 'Currency'];
    const rows = [
      ...Array.from({ length: 21 }, () => ours),
      ['Client', 'Amount', 'Date', 'Vendor', 'Currency'],
      ...Array.from({ length: 21 }, () => ours),
      header,
      ...Array.from({ length: 21 }, () => ours),
    ];
    const columnData = header.map((name, at) => ({ name, data: rows.map((row) => row[at] ?? '') }));
    const { tables } = await openParquet(new Blob([parquetWriteBuffer({ columnData })]));
    const { byRow, byBatch } = bothWays({ ...tables[0]!, notation: 'written' });
    const summary = await summarised(byBatch);
    expect(summary).toEqual(await summarised(byRow));
    expect(summary.groups.map(({ amount }) => amount)).toEqual(['21']);
  });

  it('counts which sign most amounts have', async () => {
    const table = await billOf([...Array.from({ length: 21 }, () => 0.5), ...Array.from({ length: 50 }, () => -0.5)]);
    const { byRow, byBatch } = bothWays(table);
    expect(await summarised(byBatch)).toEqual(await summarised(byRow));
    expect((await summarised(byBatch)).questions.map(({ option }) => option)).toContain('negatives');
  });

  it('tells by a single amount whether a point or a comma sets thousands apart', async () => {
    const table = await billOf([...Array.from({ length: 21 }, () => '1.234'), '1,234']);
    const { byRow, byBatch } = bothWays({ ...table, notation: 'written' });
    expect(await summarised(byBatch)).toEqual(await summarised(byRow));
  });

  it('tells how an amount is read as its text would', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -20_000, max: 20_000 })),
        fc.nat(6),
        fc.nat(30),
        (digits, zeros, scale) => {
          const unscaled = digits * 10 ** zeros;
          fc.pre(Number.isSafeInteger(unscaled));
          const kind = amountKind(readAmount(decimalText(unscaled, scale)) as AmountReading);
          expect([kind, null]).toContain(decimalKind(unscaled, scale));
        },
      ),
      { seed: 4, numRuns: 2_000 },
    );
    expect([0, 5, 1_500, 1_234, 12_340].map((unscaled) => decimalKind(unscaled, 4))).toEqual([
      'same',
      'point',
      'point',
      'point',
      null,
    ]);
  });
});
