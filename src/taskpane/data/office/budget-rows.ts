import { parsePeriod, resolvePeriod } from '../../../domain/arguments/period';
import { MONTHS_IN_YEAR, addMonths, formatMonth, parseMonth, type Month } from '../../../domain/calendar/month';
import { spreadBudget, type SpreadMonth } from '../../../domain/figures/budget-spread';
import type { Book } from '../../../domain/ledger/book';
import { ALL, nameKey } from '../../../domain/ledger/name-key';
import type { NewBudget } from '../../../domain/ledger/rows-to-load';
import type { RawTable } from '../../../domain/ledger/table';
import { Problem } from '../../../domain/messages/problem';
import { parseCurrency } from '../../../domain/money/currency';
import { Decimal } from '../../../domain/money/decimal';
import { formatAmount, type Money } from '../../../domain/money/money';
import type { FormulaStyle } from '../../../workbook/formulas/formula-style';
import { plainNumber } from '../../../workbook/formulas/typed-number';
import { planBudgets } from '../../../workbook/plans/budget-plan';
import { LoadRefused } from '../../../workbook/plans/load-refused';
import type { BudgetDraft, BudgetPreview } from '../../contract/budget-services';
import { list, months } from '../../contract/phrases';

/** So many digits a cell keeps. */
const MOST_DIGITS = 15;

type Named = Pick<NewBudget, 'client' | 'vendor'>;

/** The rows that a draft comes to, typed in a style of numbers, or what it still lacks. */
export function previewBudget(
  draft: BudgetDraft,
  book: Book,
  existing: RawTable | null,
  style: FormulaStyle,
): BudgetPreview {
  try {
    const preview = rowsOf(draft, book, style);
    planBudgets(existing, preview.rows);
    return preview;
  } catch (problem) {
    if (problem instanceof Problem || problem instanceof LoadRefused) {
      return { kind: 'open', message: problem.message };
    }
    throw problem;
  }
}

type Ready = Extract<BudgetPreview, { kind: 'ready' }>;

function rowsOf(draft: BudgetDraft, book: Book, style: FormulaStyle): Ready {
  const client = draft.client.trim();
  if (client === '') {
    throw open('Name a client, or * for all clients together.');
  }
  const vendor = nameKey(draft.vendor) === ALL ? '' : draft.vendor.trim();
  const named = { client, vendor };
  return draft.spread === 'evenly' ? evenly(draft, named, style) : byLastYear(draft, named, book, style);
}

function evenly(draft: BudgetDraft, named: Named, style: FormulaStyle): Ready {
  const from = monthOf(draft.from, 'From');
  const to = draft.to.trim() === '' ? from : monthOf(draft.to, 'To');
  if (to < from) {
    throw open(`To (${formatMonth(to)}) lies before From (${formatMonth(from)}). Change one of them.`);
  }
  const money = moneyOf(draft, style);
  const row = rowFor(named, from, to, money, '');
  return {
    kind: 'ready',
    rows: [row],
    lines: [{ months: months(row.from, row.to) ?? '', amount: formatAmount(money), by: '' }],
    told: from === to ? '' : `Each of the ${to - from + 1} months has the same part of it.`,
  };
}

function byLastYear(draft: BudgetDraft, named: Named, book: Book, style: FormulaStyle): Ready {
  const from = firstOfYear(draft.year, book);
  const budget = moneyOf(draft, style);
  const spread = spreadBudget(book, { ...named, from, budget });
  const rows = spread.map(({ month, amount, before }) =>
    rowFor(named, month, month, amount, noteFor(budget, from, month, before)),
  );
  const lines = spread.map(({ month, amount, before }) => ({
    months: formatMonth(month),
    amount: formatAmount(amount),
    by: before === null ? 'mean of the others' : formatAmount(before),
  }));
  return { kind: 'ready', rows, lines, told: restsOn(spread) };
}

/** How a row came about, so that who reads the table can follow it. */
function noteFor(budget: Money, from: Month, month: Month, before: Money | null): string {
  const year = months(formatMonth(from), formatMonth(addMonths(from, MONTHS_IN_YEAR - 1)));
  const by =
    before === null
      ? 'the mean month of the year before'
      : `the spend of ${formatMonth(addMonths(month, -MONTHS_IN_YEAR))}`;
  return `${formatAmount(budget)} for ${year}, spread by ${by}`;
}

function restsOn(spread: readonly SpreadMonth[]): string {
  const missing = spread.flatMap(({ month, before }) =>
    before === null ? [formatMonth(addMonths(month, -MONTHS_IN_YEAR))] : [],
  );
  if (missing.length === 0) {
    return 'Spread by all months of the year before.';
  }
  return `Spread by ${MONTHS_IN_YEAR - missing.length} of 12 months of the year before. Not on record, or not over: ${list(missing)}; there the mean of the others counts.`;
}

function rowFor(named: Named, from: Month, to: Month, money: Money, note: string): NewBudget {
  const { amount, currency } = money;
  return { ...named, from: formatMonth(from), to: formatMonth(to), amount: amount.toFixed(), currency, note };
}

function monthOf(text: string, field: string): Month {
  const month = parseMonth(text.trim());
  if (month === null) {
    throw open(
      text.trim() === ''
        ? `${field}: name a month, such as 2025-01.`
        : `${field}: "${text}" is no month. Write it as 2025-01.`,
    );
  }
  return month;
}

function firstOfYear(text: string, book: Book): Month {
  const wrong = open(
    text.trim() === ''
      ? 'Year: name one, such as 2025 or FY2025.'
      : `Year: "${text}" is no year. Write 2025, or FY2025.`,
  );
  if (!/^(FY)?\s*\d{4}$/i.test(text.trim())) {
    throw wrong;
  }
  const period = parsePeriod(text.trim());
  const resolved = period.kind === 'stated' ? resolvePeriod(period, null, () => book.fiscalYearStart()) : null;
  if (resolved?.months !== MONTHS_IN_YEAR) {
    throw wrong;
  }
  return resolved.from;
}

function moneyOf({ amount: written, currency: code }: BudgetDraft, style: FormulaStyle): Money {
  const typed = written.trim();
  if (typed === '') {
    throw open('Amount: type one, such as 120000.');
  }
  const plain = plainNumber(typed, style);
  if (plain === null || !/^\d+(\.\d+)?$/.test(plain)) {
    const example =
      style.decimalSeparator === ',' ? 'a comma before decimals: 1000,50' : 'a point before decimals: 1000.50';
    throw open(`Amount: "${written}" is no amount. Write digits, with ${example}.`);
  }
  const amount = new Decimal(plain);
  if (amount.precision() > MOST_DIGITS) {
    throw open(`Amount: ${plain} has more than the ${MOST_DIGITS} digits that a cell keeps. Round it.`);
  }
  const currency = parseCurrency(code);
  if (currency === null) {
    throw open(
      code.trim() === '' ? 'Currency: name one, such as EUR.' : `Currency: "${code}" is no ISO 4217 code, such as EUR.`,
    );
  }
  return { amount, currency };
}

function open(message: string): Problem {
  return new Problem('#VALUE!', message);
}
