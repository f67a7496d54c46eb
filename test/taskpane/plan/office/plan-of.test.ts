import type { CellValue } from '../../../../src/domain/ledger/table';
import type { Book } from '../../../../src/domain/ledger/book';
import { fetchLateCode } from '../../../../src/functions/explain/outside-cells';
import { explainResolved } from '../../../../src/taskpane/explain/call-explanation';
import { planList } from '../../../../src/taskpane/plan/office/plan-list';
import { planOf } from '../../../../src/taskpane/plan/office/plan-of';
import type { Plan } from '../../../../src/taskpane/contract/plan-services';
import { callsIn } from '../../../../src/workbook/formulas/formula-calls';
import { bookOfFile } from '../../../golden/workbook-file';

const CLIENTS = ['Client', 'Vendor', 'Service', 'Month', 'Spend', 'Currency'];
const BUDGETS = ['Client', 'Vendor', 'From', 'To', 'Budget', 'Currency'];

const spends = (client: string, amounts: readonly number[], vendor = 'OpenAI', currency = 'EUR'): CellValue[][] =>
  amounts.map((amount, at) => [client, vendor, '', `2024-${String(at + 1).padStart(2, '0')}`, amount, currency]);

const bookWith = (rows: CellValue[][], budgets?: CellValue[][]): Book =>
  bookOfFile({
    AIClients: [CLIENTS, ...rows],
    AIRates: 'reference',
    ...(budgets && { AIBudgets: [BUDGETS, ...budgets] }),
  });

const RISING = [100, 120, 140, 160, 180, 200];
const YEAR: CellValue[] = ['Acme', '', '2024-01', '2024-12', 1000, 'EUR'];

function only(book: Book): Plan {
  const [subject] = planList(book).subjects;
  return planOf(book, subject!);
}

beforeAll(fetchLateCode);

it('a plan has budget, actual, used, the end, the run-out month and the next month with its band', () => {
  const plan = only(bookWith(spends('Acme', RISING), [YEAR]));
  expect(plan.figures.map(({ label, formula, text }) => [label, formula, text])).toEqual([
    ['Budget', '=AIBUDGET("Acme")', '1,000.00 EUR'],
    ['Actual', '=AIBUDGET("Acme",,"actual")', '900.00 EUR (6/12)'],
    ['Used', '=AIBUDGET("Acme",,"used")', '90.0% (6/12)'],
    ['Actual and forecast', '=AIBUDGET("Acme",,"forecast")', '2,520.00 EUR'],
    ['Runs out in', '=AIBUDGET("Acme",,"runout")', '2024-07'],
    ['Forecast', '=AIFORECAST("Acme",6)', '220.00 EUR in 2024-07 by linear; 80 % between 220.00 EUR and 220.00 EUR'],
  ]);
  expect([plan.outlook, plan.method, plan.gaps, plan.remarks]).toEqual(['runs out 2024-07', 'linear', [], []]);
  expect(plan.used?.used).toBe(0.9);
  expect(plan.finding).toBe(
    'Acme: used 90.0% of 1,000.00 EUR, the budget of 2024-01:2024-12 (6/12). The budget runs out 2024-07. ' +
      'Actual 200.00 EUR in 2024-06; forecast 220.00 EUR in 2024-07, by linear.',
  );
});

it('each figure is what a cell with its formula shows', () => {
  const rows = [...spends('Acme', RISING), ...spends('Acme', [7, 9, 8, 5, 6, 7], 'Google', 'USD')];
  const book = bookWith(rows, [
    [...YEAR.slice(0, 5), 'USD'],
    ['Acme', 'Google', '2024-01', '2024-08', 50, 'EUR'],
    ['*', '', '2024-01', '2024-12', 5000, 'EUR'],
  ]);
  const { subjects } = planList(book);
  expect(subjects.map(({ name }) => name)).toEqual(['Acme', 'Acme with Google', 'All clients']);
  for (const subject of subjects) {
    const { figures } = planOf(book, subject);
    expect(figures.length).toBeGreaterThan(4);
    for (const { formula, text } of figures) {
      const [call] = callsIn(formula);
      const values = call!.arguments.map(({ text: given }) => (given === '' ? null : [[JSON.parse(given) as unknown]]));
      const written = { functionName: call!.functionName, arguments: call!.arguments.map(({ text: given }) => given) };
      const told = explainResolved(written, { kind: 'values', values }, book);
      if (told.kind !== 'explained' || told.explanation.problem !== null) {
        throw new Error(`${formula} gives no figure.`);
      }
      expect(text).toContain(told.preview[1]?.[1] ?? told.explanation.result);
    }
  }
});

it('the chart has the months of the budget, those to come with their band, and the budget of each', () => {
  const { months, currency } = only(bookWith(spends('Acme', [100, 120, 140, 150, 180, 200]), [YEAR]));
  expect([months.length, months[0]?.month, months.at(-1)?.month, currency]).toEqual([12, '2024-01', '2024-12', 'EUR']);
  expect(months[5]).toEqual({
    month: '2024-06',
    actual: { size: 200, text: '200.00' },
    forecast: null,
    band: null,
    budget: { size: expect.closeTo(83.33, 2), text: '83.33' },
  });
  expect(months[6]?.actual).toBeNull();
  expect(months[6]!.band!.low.size).toBeLessThan(months[6]!.forecast!.size);
  expect(months[6]!.band!.high.size).toBeGreaterThan(months[6]!.forecast!.size);
});

it('without a budget the chart has the last twelve months and three to come, and says what is missing', () => {
  const plan = only(bookWith(spends('Acme', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])));
  expect([plan.months[0]?.month, plan.months.at(-1)?.month]).toEqual(['2024-01', '2025-03']);
  expect(plan.figures.map(({ formula }) => formula)).toEqual(['=AIFORECAST("Acme")']);
  expect(plan.outlook).toBe('no budget');
  expect(plan.gaps).toEqual([{ kind: 'budget', message: expect.stringContaining('no table AIBudgets') }]);
});

it('a budget with too few months to forecast from says how many are needed', () => {
  const plan = only(bookWith(spends('Acme', [100, 120]), [YEAR]));
  expect(plan.figures.map(({ label }) => label)).toEqual(['Budget', 'Actual', 'Used']);
  expect(plan.gaps).toEqual([{ kind: 'months', message: expect.stringContaining('needs 3 complete months in a row') }]);
  expect(plan.months.map(({ actual }) => actual?.size ?? null).slice(0, 3)).toEqual([100, 120, null]);
});

it('a budget that lasts says so, and one that two rows share names them', () => {
  const lasting = only(bookWith(spends('Acme', [10, 10, 10]), [YEAR]));
  expect(lasting.outlook).toBe('');
  expect(lasting.remarks).toEqual([expect.stringContaining('stays within the budget')]);
  const shared = only(bookWith(spends('Acme', [10, 10, 10]), [YEAR, YEAR]));
  expect(shared.gaps).toEqual([{ kind: 'rows', message: expect.stringContaining('rows 2 and 3') }]);
});

it('clients with neither a budget nor months enough are named with the reason', () => {
  const { subjects, without } = planList(bookWith([...spends('Acme', RISING), ...spends('Beta', [1, 2], 'Google')]));
  expect(subjects.slice(1)).toEqual([{ name: 'Acme', client: 'Acme', vendor: null, year: null }]);
  expect(without).toEqual([{ name: 'Beta', message: expect.stringContaining('2024-01, 2024-02') }]);
  expect(planList(bookOfFile({}))).toEqual({ subjects: [], without: [], years: [] });
});

it('several clients have a plan together, also without a budget for all; one alone has none beside its own', () => {
  const book = bookWith([...spends('Acme', RISING), ...spends('Beta', [1, 2, 3, 4, 5, 6], 'Google')], [YEAR]);
  expect(planList(book).subjects.map(({ name }) => name)).toEqual(['All clients', 'Acme', 'Beta']);
  const together = only(book);
  expect(together.figures.map(({ formula, text }) => [formula, text])).toEqual([
    ['=AIFORECAST("*")', expect.stringMatching(/^227\.00 EUR in 2024-07 by linear/)],
  ]);
  expect(together.gaps).toEqual([
    { kind: 'budget', message: expect.stringContaining('no budget of "*" (all clients)') },
  ]);
  expect(planList(bookWith(spends('Acme', RISING))).subjects.map(({ name }) => name)).toEqual(['Acme']);
  const mixed = bookWith([...spends('Acme', RISING), ...spends('Beta', RISING, 'Google', 'USD')]);
  expect(only(mixed).figures.map(({ formula }) => formula)).toEqual(['=AIFORECAST("*",,,"EUR")']);
});

it('budgets of other years than that of the latest month on record have their plans too, with formulas that name the year', () => {
  const book = bookWith(spends('Acme', RISING), [
    YEAR,
    ['Acme', '', '2025-01', '2025-12', 3000, 'EUR'],
    ['Beta', '', '2023-07', '2024-06', 10, 'EUR'],
  ]);
  expect(planList(book).years).toEqual(['2023', '2025']);
  const { subjects } = planList(book, '2025');
  expect(subjects).toEqual([{ name: 'Acme', client: 'Acme', vendor: null, year: '2025' }]);
  const plan = planOf(book, subjects[0]!);
  expect(plan.figures.map(({ formula, text }) => [formula, text])).toEqual([
    ['=AIBUDGET("Acme",2025)', '3,000.00 EUR'],
    ['=AIBUDGET("Acme",2025,"forecast")', '5,400.00 EUR'],
    ['=AIBUDGET("Acme",2025,"runout")', '2025-08'],
    ['=AIFORECAST("Acme",18)', expect.stringMatching(/^220\.00 EUR in 2024-07/)],
  ]);
  expect([plan.months[0]?.month, plan.months.at(-1)?.month, plan.outlook]).toEqual([
    '2025-01',
    '2025-12',
    'runs out 2025-08',
  ]);
  expect(planList(book, '2023').subjects.map(({ name }) => name)).toEqual(['Beta']);
  expect(planList(bookWith(spends('Acme', RISING), [YEAR])).years).toEqual([]);
});
