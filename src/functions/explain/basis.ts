import { formatMonth, type Month } from '../../domain/calendar/month';
import type { ResolvedPeriod } from '../../domain/arguments/period';
import type { Conversion, MonthSpend } from '../../domain/figures/spend';
import { explainGroup, type SourceRow } from '../../domain/figures/sources';
import { moneyOf, type ClientRow, type SpendRow } from '../../domain/ledger/client-rows';
import type { SpendGroup } from '../../domain/ledger/spend-group';
import type { CrossRate } from '../../domain/ledger/rate-table';
import type { TableName } from '../../domain/ledger/tables';
import type { Decimal } from '../../domain/money/decimal';
import { formatAmount, groupThousands, type Money } from '../../domain/money/money';

/** What a figure rests on, beside its value: for a person to read. */
export interface Basis {
  readonly rows: readonly ExplainedRow[];
  readonly recorded: { readonly onRecord: number; readonly asked: number } | null;
  readonly conversions: readonly ExplainedConversion[];
  /** The arithmetic, a line each, without the result, which the last line is given at its end. */
  readonly steps: readonly string[];
  /** The period as it was resolved, if the function has one. */
  readonly period?: ResolvedPeriod;
  /** What a reader of the figure would otherwise miss, a sentence each. */
  readonly remarks?: readonly string[];
}

export interface ExplainedRow {
  readonly table: TableName;
  /** As the sheet numbers it. */
  readonly row: number;
  readonly month: string;
  /** Whose row it is: a client, or of another table a vendor or a segment. */
  readonly client: string;
  /** Empty if none is named. */
  readonly service: string;
  /** Empty if none is disclosed. */
  readonly amount: string;
  readonly basis: string;
  readonly source: string;
  readonly note: string;
  readonly counted: boolean;
  /** Why it does not count; empty for a row that does. */
  readonly reason: string;
}

export interface ExplainedConversion {
  readonly amount: string;
  readonly rate: string;
  readonly month: string;
  readonly source: string;
  readonly result: string;
}

/** A line of a table that a call gives, below the header. */
export interface TableLine {
  /** From 1. */
  readonly row: number;
  /** What its first cell shows. */
  readonly label: string;
}

export const NO_BASIS: Basis = { rows: [], recorded: null, conversions: [], steps: [] };

/** The rows of AIClients in some months, those that count and those that do not. */
export function rowsOf(
  months: readonly Pick<MonthSpend, 'source'>[],
  fits: (row: ClientRow, group: SpendGroup) => boolean = () => true,
): ExplainedRow[] {
  return months
    .flatMap(({ source }) => source.groups)
    .flatMap((group) => explainGroup(group).filter(({ row }) => fits(row, group)))
    .map(explainedRow);
}

export function explainedRow({ row, counted, reason }: SourceRow): ExplainedRow {
  return {
    table: 'AIClients',
    row: row.row,
    month: formatMonth(row.month),
    client: row.client,
    service: row.service,
    amount: row.spend === null ? '' : formatAmount(moneyOf(row as SpendRow)),
    basis: row.basis,
    source: row.source,
    note: row.note,
    counted,
    reason,
  };
}

export function recordedIn(period: ResolvedPeriod, months: readonly unknown[]): Basis['recorded'] {
  return { onRecord: months.length, asked: period.months };
}

export function conversionsOf(months: readonly MonthSpend[]): ExplainedConversion[] {
  return months
    .flatMap(({ conversions }) => conversions)
    .map(({ amount, rate, converted }) => explainedConversion(amount, rate, converted));
}

export function explainedConversion(amount: Money, rate: CrossRate, converted: Money): ExplainedConversion {
  return {
    amount: formatAmount(amount),
    rate: rateText(rate),
    month: formatMonth(rate.month),
    source: [...new Set(rate.basedOn.map(({ source, currency }) => source || `AIRates, ${currency}`))].join('; '),
    result: formatAmount(converted),
  };
}

/** `1.063014`, or `1.09 / 0.86 = 1.2674418605` if two rates are crossed. */
function rateText({ basedOn, rate }: CrossRate): string {
  const [first, second] = basedOn;
  const shown = numberText(rate);
  if (first === undefined) {
    return shown;
  }
  if (second !== undefined) {
    return `${second.perEur.toFixed()} / ${first.perEur.toFixed()} = ${shown}`;
  }
  return rate.eq(first.perEur) ? shown : `1 / ${first.perEur.toFixed()} = ${shown}`;
}

/**
 * How a spend came about, from the amounts of its months to its total: conversions, the sum, the run rate. The last
 * line has no result yet if more than one step was needed to reach it.
 */
export function spendSteps(months: readonly MonthSpend[], times: number, sum: Money): string[] {
  const conversions = months.flatMap((month) => month.conversions).map(conversionStep);
  const terms = months.flatMap(termsOf);
  const run = times === 1 ? [] : [`${formatAmount(sum)} x ${times}`];
  if (terms.length === 1) {
    if (run.length > 0) {
      return [...complete(conversions, months), ...run];
    }
    return conversions.length === 1 ? conversions : [formatAmount(sum)];
  }
  const adding =
    terms.length <= 6
      ? terms.map(formatAmount).join(' + ')
      : `the sum of ${terms.length} amounts from ${spanOf(months)}`;
  const summed = run.length === 0 ? [adding] : [`${adding} = ${formatAmount(sum)}`, ...run];
  return [...complete(conversions, months), ...summed];
}

/** The amounts that are added up, in the currency of the figure. */
function termsOf(month: MonthSpend): Money[] {
  const { currency } = month.converted;
  const kept = month.amounts.filter((amount) => amount.currency === currency);
  return [...kept, ...month.conversions.map(({ converted }) => converted)];
}

function conversionStep({ amount, rate }: Conversion): string {
  return `${formatAmount(amount)} x ${numberText(rate.rate)}`;
}

function complete(steps: readonly string[], months: readonly MonthSpend[]): string[] {
  const results = months.flatMap((month) => month.conversions).map(({ converted }) => formatAmount(converted));
  return steps.map((step, index) => `${step} = ${results[index] ?? ''}`);
}

function spanOf(months: readonly MonthSpend[]): string {
  const name = (month: Month | undefined) => (month === undefined ? '' : formatMonth(month));
  return `${name(months[0]?.source.month)} to ${name(months.at(-1)?.source.month)}`;
}

/** A rate or factor, at most ten digits: the explanation says what was multiplied, the cell has every digit. */
export function numberText(value: Decimal): string {
  return groupThousands(value.toSignificantDigits(10).toFixed());
}

export function percentText(value: Decimal): string {
  return `${value.times(100).toSignificantDigits(10).toFixed()}%`;
}
