import { yearAndMonth } from '../../../src/bills/values/year-and-month';
import { recognise, summarise, tableFrom } from '../tables';

const together = (year: string | number, month: string | number, isFiscal = false) =>
  yearAndMonth(year, month, isFiscal);

/** The months that a bill with these two columns is of, and what it asks. */
async function read(header: string, ...rows: readonly string[]) {
  const table = tableFrom(
    [`${header}|Client|Vendor|Amount|Currency`, ...rows.map((row) => `${row}|Acme|OpenAI|1.5|USD`)].join('\n'),
  );
  const { groups, questions, problems } = await summarise(table);
  return {
    months: groups.map(({ month }) => month),
    asked: questions.map(({ option }) => option),
    problems: problems.map(({ message }) => message),
  };
}
const of = (...months: string[]) => ({ months, asked: [], problems: [] });

describe('a year and a month in two columns', () => {
  it.each([
    ['Year|Month', '2025|3', '2025|11', ['2025-03', '2025-11']],
    ['Year|Month', '2025|March', '2025|Nov', ['2025-03', '2025-11']],
    ['Month|Year', '03|2025', '11|2025', ['2025-03', '2025-11']],
    ['Jahr|Monat', '2025|März', '2025|Dez.', ['2025-03', '2025-12']],
    ['Année|Mois', '2025|février', '2025|août', ['2025-02', '2025-08']],
    ['年|月', '2025年|3月', '2025年|11月', ['2025-03', '2025-11']],
    ['年|月', '令和7年|3月', '令和7年|11月', ['2025-03', '2025-11']],
    ['年|月', 'R7|3', 'R7|11', ['2025-03', '2025-11']],
    ['년|월', '2025|3월', '2025년|11월', ['2025-03', '2025-11']],
    ['год|месяц', '2025|март', '2025|ноябрь', ['2025-03', '2025-11']],
    ['Year|Month', '2568|3', '2568|มีนาคม', ['2025-03']],
    ['سنة|شهر', '٢٠٢٥|٣', '٢٠٢٥|١١', ['2025-03', '2025-11']],
    ['Godina|Mjesec', '2024|rujan', '2024|listopad', ['2024-09', '2024-10']],
    ['Year|Month', '2025|M03', '2025|M11', ['2025-03', '2025-11']],
    ['Year|Month', 'CY2025|3', 'CY25|11', ['2025-03', '2025-11']],
  ])('%s: %s and %s', async (header, first, second, months) => {
    expect(await read(header, first, second)).toEqual(of(...months));
  });

  it('are asked about where they are of fiscal years', async () => {
    expect(await read('FY|Period', '2025|3')).toMatchObject({ asked: ['fiscal'], problems: [] });
    expect(await read('Year|Period', '2025|P03')).toMatchObject({ asked: ['fiscal'], problems: [] });
    expect(await read('Year|Month', 'FY25|3')).toMatchObject({ asked: ['fiscal'], problems: [] });
    expect(await read('Fiscal Year|Month', '2025|March')).toMatchObject({ asked: ['fiscal'], problems: [] });
  });

  it('of a fiscal year are that month, in the year in which it lies', async () => {
    const table = tableFrom(
      'Fiscal Year|Month|Client|Vendor|Amount|Currency\n2025|March|Acme|OpenAI|1.5|USD\n2025|October|Acme|OpenAI|1.5|USD',
    );
    const months = async (fiscal: number) => (await summarise(table, { fiscal })).groups.map(({ month }) => month);
    expect(await months(4)).toEqual(['2024-10', '2025-03']);
    expect(await months(1)).toEqual(['2025-03', '2025-10']);
  });

  it('are problems where a name is two months, and only the year is asked about', async () => {
    const { problems } = await read('Fiscal Year|Month', '2025|March', '2025|listopad');
    expect(problems).toEqual([expect.stringContaining('is not a date')]);
  });

  it('are problems where the second is no month', async () => {
    expect(await read('Year|Month', '2025|3', '2025|4', '2025|13')).toMatchObject({
      months: ['2025-03', '2025-04'],
      problems: [expect.stringContaining('is not a date')],
    });
    expect(await read('Year|Month', '2025|3', '2025|4', '2025|Q1')).toMatchObject({
      problems: [expect.stringContaining('is a quarter')],
    });
  });

  it('come before the date of an invoice, and behind any other date', () => {
    const monthOf = (header: string, row: string) => recognise(tableFrom(`${header}\n${row}`)).mapping.roles.month;
    expect(monthOf('Invoice date|Year|Month|Amount', '2025-04-02|2025|3|1.5')).toEqual({
      kind: 'columns',
      columns: ['Year', 'Month'],
    });
    expect(monthOf('Date|Year|Month|Amount', '2025-03-02|2025|3|1.5')).toEqual({ kind: 'columns', columns: ['Date'] });
  });

  it('are not put together if the month is a date by itself, or there is no year', () => {
    expect(together(2025, '2025-03')).toBeNull();
    expect(together(2025, '')).toBeNull();
    expect(together(12, 3)).toBeNull();
  });
});
