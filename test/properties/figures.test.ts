import fc from 'fast-check';
import type { CellValue } from '../../src/domain/ledger/table';
import { monthOf, serialOf } from '../../src/domain/calendar/month';
import { RateTable } from '../../src/domain/ledger/rate-table';
import { requireCurrency } from '../../src/domain/arguments/required-currency';
import { Decimal, sum, toDouble } from '../../src/domain/money/decimal';
import { Problem } from '../../src/domain/messages/problem';
import { AIREVENUE } from '../../src/functions/family/airevenue';
import { AIROI } from '../../src/functions/family/airoi';
import { AISPEND } from '../../src/functions/family/aispend';
import { CellError } from '../../src/functions/call/cell-input';
import type { CellOutput } from '../../src/functions/call/cell-output';
import type { AnyDeclaration } from '../../src/functions/call/declaration';
import { evaluate } from '../../src/functions/call/evaluate';
import { fetchLateCode } from '../../src/functions/explain/outside-cells';
import { REVSHARE } from '../../src/functions/family/revshare';
import { tableOf } from '../domain/sample-book';
import { CLIENTS, clientRows, periodText, VENDORS, workbookOf } from './random-workbook';

/* On a failure fast-check prints the seed and the smallest workbook that shows it. */

const BASIS = 7;
const client = fc.constantFrom<CellValue>(...CLIENTS, ' acme ', '*', 'Nobody', '', 0);
const vendor = fc.constantFrom<CellValue>(...VENDORS, 'microsoft', '*', '', 'Oracle');
const currency = fc.constantFrom<CellValue>('', 'EUR', 'usd', 'JPY', 'SEK', 'EURO');
const period = fc.oneof(periodText, fc.constantFrom<CellValue>(null, 2024, 45352, '2024-13', 'FY2025-Q1', '2023-Q4'));
/** What is wrong in a row now and then. */
const blemish = fc.record({
  at: fc.integer({ min: 0, max: 7 }),
  value: fc.constantFrom<CellValue>(null, 'abc', -3, '#N/A', true),
});
const blemishedRows = fc
  .tuple(clientRows, fc.array(fc.tuple(fc.nat(39), blemish), { maxLength: 2 }))
  .map(([rows, blemishes]) =>
    rows.map((row, index) =>
      row.map(
        (cell, at) => blemishes.find(([hit, { at: column }]) => hit === index && column === at)?.[1].value ?? cell,
      ),
    ),
  );

const call: fc.Arbitrary<{ of: AnyDeclaration; args: CellValue[] }> = fc.oneof(
  fc.tuple(client, period, currency, vendor).map((args) => ({ of: AISPEND as unknown as AnyDeclaration, args })),
  fc.tuple(client, vendor, period).map((args) => ({ of: REVSHARE as unknown as AnyDeclaration, args })),
  fc.tuple(vendor, period, currency).map((args) => ({ of: AIREVENUE as unknown as AnyDeclaration, args })),
  fc
    .tuple(client, fc.constantFrom<CellValue>('', 'All', 250), fc.constantFrom<CellValue>('', 'net', 'multiple', 'irr'))
    .map((args) => ({ of: AIROI as unknown as AnyDeclaration, args })),
);

/** The same rows, all of them from bills. */
const billedOnly = (rows: readonly CellValue[][]): CellValue[][] =>
  rows.map((row) => row.map((cell, at) => (at === BASIS && cell === 'reported' ? 'billed' : cell)));

type Book = ReturnType<typeof workbookOf>;
const first = (outputs: CellOutput[][]): CellOutput => outputs[0]?.[0] ?? '';
const ask = (of: unknown, args: readonly CellValue[], book: Book): CellOutput =>
  first(evaluate(of as AnyDeclaration, args, book));

/** Everything that a cell would show, to the last digit. */
function shown(output: CellOutput): string {
  if (typeof output === 'string') {
    return JSON.stringify(output);
  }
  if (output instanceof Problem) {
    return `${output.code} ${output.message}`;
  }
  if (output instanceof CellError) {
    return output.code;
  }
  return `${output.value.toFixed()} ${output.format}`;
}

/** The amount; 0 if nothing is on record; null if another Problem stands in the way. */
function amount(output: CellOutput): Decimal | null {
  if (output instanceof Problem) {
    return output.code === '#N/A' ? new Decimal(0) : null;
  }
  if (typeof output === 'string' || output instanceof CellError) {
    throw new Error(`${shown(output)} is no amount`);
  }
  return output.value;
}

function total(outputs: readonly CellOutput[]): Decimal | null {
  const amounts = outputs.map(amount);
  return amounts.includes(null) ? null : sum(amounts.flatMap((value) => value ?? []));
}

beforeAll(fetchLateCode);

/** Without the numbers of the sheet's rows, which another order changes. */
const unnumbered = (text: string): string => text.replace(/\brows? \d+(?:(?:, | and )\d+)*/g, 'row');

describe('the order of rows', () => {
  const shuffled = (rows: fc.Arbitrary<CellValue[][]>) =>
    rows.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));

  it('changes neither a value, nor a number format, nor a message but for the numbers of its rows', () => {
    fc.assert(
      fc.property(shuffled(clientRows), fc.array(call, { minLength: 1, maxLength: 8 }), ([rows, others], calls) => {
        const [book, other] = [workbookOf(rows), workbookOf(others)];
        for (const { of, args } of calls) {
          expect(unnumbered(shown(ask(of, args, other)))).toBe(unnumbered(shown(ask(of, args, book))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('changes, where rows are broken, at most which of them is named', () => {
    const named = (output: CellOutput): string =>
      output instanceof Problem && /row \d+: /.test(output.message) ? '#VALUE! of a row' : unnumbered(shown(output));
    fc.assert(
      fc.property(shuffled(blemishedRows), fc.array(call, { minLength: 1, maxLength: 8 }), ([rows, others], calls) => {
        const [book, other] = [workbookOf(rows), workbookOf(others)];
        for (const { of, args } of calls) {
          expect(named(ask(of, args, other))).toBe(named(ask(of, args, book)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing with the questions that were asked before', () => {
    fc.assert(
      fc.property(blemishedRows, fc.array(call, { minLength: 2, maxLength: 8 }), (rows, calls) => {
        const used = workbookOf(rows);
        for (const { of, args } of calls) {
          expect(shown(ask(of, args, used))).toBe(shown(ask(of, args, workbookOf(rows))));
        }
      }),
    );
  });
});

describe('a call over ranges', () => {
  it('equals the calls for its elements, one by one', () => {
    const column = <T>(of: fc.Arbitrary<T>) =>
      fc.array(of, { minLength: 2, maxLength: 4 }).map((cells) => cells.map((cell) => [cell]));
    const row = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 2, maxLength: 4 }).map((cells) => [cells]);
    fc.assert(
      fc.property(blemishedRows, column(client), row(period), currency, (rows, clients, periods, code) => {
        const book = workbookOf(rows);
        const spilled = evaluate(AISPEND, [clients, periods, code], book).map((line) => line.map(shown));
        const single = clients.map(([name]) =>
          (periods[0] ?? []).map((when) =>
            name === '' || name === 0 ? '""' : shown(ask(AISPEND, [name ?? null, when, code], book)),
          ),
        );
        expect(spilled).toEqual(single);
      }),
    );
  });
});

describe('months', () => {
  const months = (year: number): string[] =>
    Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  const spends = (periods: readonly string[], who: CellValue, of: CellValue, book: Book): CellOutput[] =>
    periods.map((when) => ask(AISPEND, [who, when, 'EUR', of], book));

  it.each([
    ['2024', months(2024)],
    ['2024', ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']],
    ['2024-Q1', ['2024-01', '2024-02', '2024-03']],
    ['FY2024', ['FY2024-Q1', 'FY2024-Q2', 'FY2024-Q3', 'FY2024-Q4']],
    ['2023:2025', ['2023', '2024', '2025']],
    ['2023-12:2024-02', ['2023-12', '2024-01', '2024-02']],
  ])('and other parts of %s add up to it, exactly: %j', (whole, parts) => {
    fc.assert(
      fc.property(
        blemishedRows,
        fc.constantFrom(...CLIENTS, '*'),
        fc.constantFrom(...VENDORS, '*'),
        (some, who, of) => {
          // Of all clients, claims stay out of a year that has bills, and count in a month that has none.
          const book = workbookOf(who === '*' ? billedOnly(some) : some);
          const [together] = spends([whole], who, of, book);
          const apart = total(spends(parts, who, of, book));
          expect(together && amount(together)?.toFixed()).toBe(apart?.toFixed());
        },
      ),
    );
  });

  it('of each client add up to those of all, and of each vendor to those of every one', () => {
    fc.assert(
      fc.property(clientRows, fc.constantFrom('2024', '2024-Q1', '2024-02', 'FY2024'), (rows, when) => {
        const book = workbookOf(billedOnly(rows));
        const all = amount(ask(AISPEND, ['*', when, 'EUR'], book))?.toFixed();
        expect(total(CLIENTS.map((name) => ask(AISPEND, [name, when, 'EUR'], book)))?.toFixed()).toBe(all);
        expect(total(VENDORS.map((name) => ask(AISPEND, ['*', when, 'EUR', name], book)))?.toFixed()).toBe(all);
      }),
    );
  });

  it('make run rates: 12 times the latest, exactly, and marked', () => {
    fc.assert(
      fc.property(clientRows, client, currency, (rows, who, code) => {
        const book = workbookOf(rows);
        const [month = '', runrate = ''] = ['month', 'runrate'].map((word) => ask(AISPEND, [who, word, code], book));
        if (typeof month === 'string' || month instanceof Problem || month instanceof CellError) {
          expect(shown(runrate)).toEqual(shown(month));
        } else {
          expect(amount(runrate)?.toFixed()).toBe(month.value.times(12).toFixed());
          expect(shown(runrate)).toMatch(/"\/yr/);
        }
      }),
    );
  });
});

describe('marks in the number format', () => {
  it('never change the value, which is that of the same months asked for one by one', () => {
    let marked = 0;
    fc.assert(
      fc.property(clientRows, fc.constantFrom(...CLIENTS), (rows, who) => {
        const book = workbookOf(rows);
        const [quarter = ''] = [ask(AISPEND, [who, '2024-Q1', 'EUR'], book)];
        const apart = total(['2024-01', '2024-02', '2024-03'].map((when) => ask(AISPEND, [who, when, 'EUR'], book)));
        if (apart === null || typeof quarter === 'string' || !('format' in quarter)) {
          return;
        }
        marked += Number(quarter.format.endsWith('"'));
        expect(quarter.value.toFixed()).toBe(apart.toFixed());
      }),
      { numRuns: 300 },
    );
    expect(marked).toBeGreaterThan(20);
  });
});

describe('a conversion there and back', () => {
  const rate = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  const amounts = fc.oneof(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.constantFrom(1e-10, 1e12, 0.1, 1e308, 5e-324),
  );

  it.each([
    ['USD', 'EUR'],
    ['EUR', 'GBP'],
    ['USD', 'GBP'],
  ])(
    'from %s to %s returns the amount within one unit of the last of 34 digits, and in a cell the very amount',
    (a, b) => {
      fc.assert(
        fc.property(rate, rate, amounts, (usd, gbp, value) => {
          const month = monthOf(2024, 1);
          const row = (code: string, perEur: number) => ({
            Month: serialOf(month),
            Currency: code,
            'Units per EUR': perEur,
          });
          const rates = RateTable.of(tableOf('AIRates', [row('USD', usd), row('GBP', gbp)]));
          const [from, to] = [requireCurrency(a), requireCurrency(b)];
          const before = new Decimal(value);
          const after = before.times(rates.cross(from, to, month).rate).times(rates.cross(to, from, month).rate);
          expect(after.minus(before).abs().lte(before.abs().times('1e-33'))).toBe(true);
          expect(toDouble(after)).toBe(value + 0);
        }),
        { numRuns: 300 },
      );
    },
  );
});
