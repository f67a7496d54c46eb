/**
 * A ledger that is made up: invented clients, what they pay three vendors, and what they meant to pay. Whoever comes upon a row of it
 * must see that: the clients' names, the sources and the notes say so. Not among the vendors is Microsoft, of whose clients the
 * reference data has published figures.
 */
import { parseMonth, serialOf } from '../src/domain/calendar/month';
import type { CellValue, RawTable } from '../src/domain/ledger/table';
import { TABLES, type ColumnOf, type TableName } from '../src/domain/ledger/tables';

/** What the Source of each row says. */
export const MADE_UP = 'Made up for this example';
const NOTE = 'Invented: nobody paid this';
const FIRST_YEAR = 2023;
/** October, from 0. */
const FIRST_MONTH = 9;
const MONTHS = 24;

/** More is used towards the end of a year, less in August. From January. */
const SEASON = [0.97, 0.96, 1, 0.99, 1, 1.01, 0.97, 0.93, 1.01, 1.03, 1.07, 1.1];

/** Who pays whom for what: millions of tokens in the first month, and what they grow by each month. */
const USES = [
  { client: 'Example Shop', vendor: 'OpenAI', model: 'large', quantity: 2_400, growth: 1.035, currency: 'USD' },
  { client: 'Example Shop', vendor: 'OpenAI', model: 'small', quantity: 9_000, growth: 1.04, currency: 'USD' },
  { client: 'Example Shop', vendor: 'Anthropic', model: 'large', quantity: 900, growth: 1.05, currency: 'USD' },
  { client: 'Example Bank', vendor: 'Anthropic', model: 'large', quantity: 1_500, growth: 1.02, currency: 'USD' },
  { client: 'Example Bank', vendor: 'Google', model: 'medium', quantity: 3_000, growth: 1.015, currency: 'USD' },
  { client: 'Example Press', vendor: 'Google', model: 'medium', quantity: 1_200, growth: 1.045, currency: 'EUR' },
  { client: 'Example Press', vendor: 'OpenAI', model: 'small', quantity: 2_500, growth: 1.05, currency: 'EUR' },
] as const;

/** The prices of a million tokens, until two of them fall. */
const PRICES = { large: 11, medium: 3, small: 0.8 } as const;
const PRICE_FALLS = [
  { vendor: 'OpenAI', from: '2025-03', to: 0.85 },
  { vendor: 'Anthropic', from: '2025-09', to: 0.8 },
] as const;

const BUDGETS = [
  { year: 2024, amount: 1_150_000 },
  { year: 2025, amount: 1_400_000 },
] as const;
/** The end of what is budgeted. */
export const LAST_MONTH = '2025-12';

/** The months of the ledger, such as 2023-10, the earliest first. */
export const madeUpMonths: readonly string[] = Array.from({ length: MONTHS }, (_, at) =>
  new Date(Date.UTC(FIRST_YEAR, FIRST_MONTH + at)).toISOString().slice(0, 7),
);
/** The vendors of the ledger. */
export const madeUpVendors: readonly string[] = [...new Set(USES.map(({ vendor }) => vendor))];

/** The first of a month as a cell holds it. */
export function dateCell(text: string): number {
  const month = parseMonth(text);
  if (month === null) {
    throw new Error(`"${text}" is not a month.`);
  }
  return serialOf(month);
}

/** The tables that hold the ledger, each at the top of its sheet. */
export function madeUpTables(): RawTable[] {
  return [clients(), budgets()];
}

function clients(): RawTable {
  const rows = madeUpMonths.flatMap((month, at) =>
    USES.map(({ client, vendor, model, quantity: first, growth, currency }) => {
      const season = SEASON[Number(month.slice(5)) - 1] ?? 1;
      const quantity = Math.round(first * growth ** at * season);
      return {
        Client: client,
        Vendor: vendor,
        Service: 'API',
        Month: dateCell(month),
        Spend: inCents(quantity * priceOf(vendor, model, month)),
        Currency: currency,
        Basis: 'billed',
        Source: MADE_UP,
        Note: NOTE,
        Model: model,
        Quantity: quantity,
        Unit: '1M tokens',
      };
    }),
  );
  return tableOf('AIClients', ['Model', 'Quantity', 'Unit'], rows);
}

function budgets(): RawTable {
  const rows = BUDGETS.map(({ year, amount }) => ({
    Client: '*',
    From: dateCell(`${year}-01`),
    To: dateCell(`${year}-12`),
    Budget: amount,
    Currency: 'USD',
    Note: MADE_UP,
  }));
  return tableOf('AIBudgets', [], rows);
}

function priceOf(vendor: string, model: keyof typeof PRICES, month: string): number {
  const fall = PRICE_FALLS.find((it) => it.vendor === vendor && month >= it.from);
  return PRICES[model] * (fall?.to ?? 1);
}

function inCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** Rows by the columns' names, as the table has them; a column that a row does not name is blank. */
function tableOf<Name extends TableName>(
  name: Name,
  optional: readonly ColumnOf<Name>[],
  rows: readonly Partial<Record<ColumnOf<Name>, CellValue>>[],
): RawTable {
  const header = [...TABLES[name].columns.map((column) => column.name), ...optional] as ColumnOf<Name>[];
  return { name, firstRow: 2, header, rows: rows.map((row) => header.map((column) => row[column] ?? null)) };
}
