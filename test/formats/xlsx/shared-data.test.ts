import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openXlsx } from '../../../src/formats/xlsx/open-xlsx';
import { Decimal, sum } from '../../../src/domain/money/decimal';
import { describeWithData, sharedData } from '../../shared-data';
import { readAll } from '../read-rows';

describeWithData('a bill that another program wrote as .xlsx', () => {
  const open = async () =>
    (await openXlsx(new Blob([readFileSync(join(sharedData, 'derived/focus_first52_typed.xlsx'))]))).tables[0]!;

  it('has its rows and sums to its totals', async () => {
    const table = await open();
    const totals = (
      JSON.parse(readFileSync(join(sharedData, 'derived/EXPECTED.json'), 'utf8')) as Record<
        string,
        { rows: number; total: Record<string, string> }
      >
    )['focus_first52_*.parquet/xlsx']!;
    const names = Object.keys(totals.total);
    const rows = await readAll(
      table,
      names.map((name) => table.header.indexOf(name)),
    );
    expect(rows).toHaveLength(totals.rows);
    names.forEach((name, index) => {
      const total = sum(rows.map((cells) => new Decimal(cells[index + 1]!)));
      expect(`${name} ${total.toFixed()}`).toBe(`${name} ${new Decimal(totals.total[name]!).toFixed()}`);
    });
  });

  it('has dates as text', async () => {
    const table = await open();
    const rows = await readAll(table, [
      table.header.indexOf('ChargePeriodStart'),
      table.header.indexOf('BillingCurrency'),
    ]);
    for (const [, start, currency] of rows) {
      expect(`${String(start)} ${String(currency)}`).toMatch(/^2024-0[89]-\d\d(T\d\d:00:00)? USD$/);
    }
  });
});
