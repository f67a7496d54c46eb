import type { Month } from '../../domain/calendar/month';
import type { MonthNames } from '../values/month-names';
import type { AmountUnit } from './amount-unit';

/** What a column of a bill can stand for in AIClients. */
export type Role = 'client' | 'vendor' | 'service' | 'month' | 'amount' | 'currency';

export const ROLES: readonly Role[] = ['client', 'vendor', 'service', 'month', 'amount', 'currency'];

/**
 * What else a bill may tell, kept by choice: who in the client, which model, how much of what, and which way the tokens of it go
 * (`cache`: what they do with a cache, if that stands in a place of its own).
 */
export type UsageRole = 'team' | 'model' | 'quantity' | 'unit' | 'direction' | 'cache';

export const USAGE_ROLES: readonly UsageRole[] = ['team', 'model', 'quantity', 'unit', 'direction', 'cache'];

/** Where these come from; what is not in it, the bill does not tell. Several columns of a quantity are added up. */
export type UsageSources = Readonly<Partial<Record<UsageRole, RoleSource>>>;

/** Where the text for a role comes from. */
export type RoleSource =
  /** The first of these columns that is not blank in the row; where all are, the text of `otherwise`. */
  | { readonly kind: 'columns'; readonly columns: readonly string[]; readonly otherwise?: string }
  /** The value of one tag, in a column of tags such as `{"team": "search"}` (with or without the braces); if it is not there, as above. */
  | { readonly kind: 'tag'; readonly column: string; readonly tag: string; readonly otherwise?: string }
  /** The same text for every row. */
  | { readonly kind: 'fixed'; readonly text: string };

/** Whether a source names no column at all: nothing stands for its role. */
export function isColumnless(source: RoleSource): boolean {
  return source.kind === 'columns' && source.columns.length === 0;
}

/** What a decimal comma or point is, and how dates are written (`serial`: days, as Excel counts them); `auto`: found out from the whole file. */
export type NumberStyle = 'auto' | 'point' | 'comma';
export type DateOrder = 'auto' | 'month-first' | 'day-first' | 'year-first' | 'serial';

/** Whether amounts of credits are taken away, or count with the sign they are written with. */
export type CreditStyle = 'subtract' | 'as-written';
/** What becomes of rows that state the sum of others, and of months far from the file's others. */
export type RowChoice = 'leave-out' | 'count';
/** Whether negative credits in a column beside the amounts are netted with them, or do not count. */
export type NettingChoice = 'net' | 'leave-out';
/** Whether a blank client stands for the one above it, as merged cells leave it, or its row is left out. */
export type BlanksChoice = 'fill-down' | 'leave-out';

/** Whether the last month is over in a bill that ends before it. */
export type CompleteChoice = 'no' | 'yes';

/** Whether negative amounts are what was spent, as a statement of an account has payments, or what was credited. */
export type NegativesChoice = 'spend' | 'credits';

/** Whether an amount that a comma may have divided into two cells is put together again, or stands as it is. */
export type CellsChoice = 'join' | 'apart';

/** What `Cr` behind an amount of rupees is. */
export type CrChoice = 'credit' | 'crore';

/** Who is paid, if several could be: who provides the service, who issues the invoice, or who developed the model. */
export type VendorChoice = 'provider' | 'issuer' | 'developer';

/** A row is kept if the column's text contains this one, case ignored. */
export interface Filter {
  readonly column: string;
  readonly contains: string;
}

/** How the columns of a bill become rows of AIClients. */
export interface Mapping {
  readonly roles: Readonly<Record<Role, RoleSource>>;
  readonly numbers: NumberStyle;
  readonly dates: DateOrder;
  /** Columns of amounts that are taken away, such as Credit beside Debit; none: left out. */
  readonly credits?: readonly string[];
  /** The column that says of each row whether it is a debit or a credit (S/H, D/C, charge/refund); none: left out. */
  readonly side?: string;
  /** What was answered to the questions of the preview; nothing yet: left out. */
  readonly sides?: CreditStyle;
  readonly totals?: RowChoice;
  readonly months?: RowChoice;
  readonly netting?: NettingChoice;
  readonly blanks?: BlanksChoice;
  readonly complete?: CompleteChoice;
  readonly vendor?: VendorChoice;
  readonly negatives?: NegativesChoice;
  /** What the amounts are counted in, if the name of their column says it and that was answered. */
  readonly units?: AmountUnit;
  readonly cr?: CrChoice;
  readonly cells?: CellsChoice;
  readonly names?: MonthNames;
  /** The month, 1 to 12, with which the fiscal years of the file begin. */
  readonly fiscal?: number;
  /** Where quantities, units, models and teams come from; nothing of them: left out. */
  readonly usage?: UsageSources;
  /** Whether they are kept: rows are then told apart by them. */
  readonly keepsUsage?: boolean;
  /** The amounts are in hundredths (Anthropic's cost report gives cents). */
  readonly hundredths: boolean;
  /** Keep only rows that are recognised as AI services. */
  readonly onlyAi: boolean;
  /** All of them must hold. */
  readonly filters: readonly Filter[];
}

/** What amounts are counted in, and the text that says so. */
export interface SaidUnit {
  readonly unit: AmountUnit;
  readonly text: string;
}

/** The currency of all amounts, and the text that says so. */
export interface SaidCurrency {
  /** Its ISO 4217 code. */
  readonly currency: string;
  readonly text: string;
}

/** A column that says which rows stand below others: by a number, by spaces before its texts, or by the name of the row above. */
export interface SaidLevels {
  readonly column: string;
  readonly by: 'number' | 'spaces' | 'name';
}

/** One of several columns that answer different questions, with a line that says which. */
export interface ColumnChoice {
  readonly column: string;
  readonly explanation: string;
  /** Where the currency of this amount comes from, if from elsewhere than that of the others: `costInUsd` is in dollars. */
  readonly currency?: RoleSource;
}

/** What a table was recognised as, and the mapping that suits it. */
export interface Recognition {
  /** `FOCUS 1.0`, `Azure cost export (EA, actual)`, `OpenAI costs`; `Table` if it is none that is known. */
  readonly format: string;
  /** Roles that the columns leave open have a `columns` source without columns: the user must choose before anything is summed. */
  readonly mapping: Mapping;
  /** The amounts to choose from (`BilledCost`, `EffectiveCost`), the default first. */
  readonly amounts: readonly ColumnChoice[];
  /** The dates to choose from (charge period, billing period), the default first. */
  readonly months: readonly ColumnChoice[];
  /** Where each of those stands who could be the vendor; if a row names several, it is asked. */
  readonly vendors?: Readonly<Record<VendorChoice, RoleSource>>;
  /** Columns that hold tags. */
  readonly tagColumns: readonly string[];
  /** The columns by which AI services are recognised; empty if there is none to tell by. */
  readonly aiColumns: readonly string[];
  /** Columns, beside those of the roles, in which a row is called a total. */
  readonly labelColumns?: readonly string[];
  /** True if the format says by these columns which rows are totals: then they are, whatever they add up to. */
  readonly labelsAreSure?: boolean;
  /** A column of dates on which something was written, which gives the months, and another of dates with other months. */
  readonly otherDates?: { readonly column: string; readonly other: string };
  /** A column that says which rows stand below others, and how. */
  readonly levels?: SaidLevels;
  /** Columns of which the first is the second and a tax together. */
  readonly taxed?: { readonly withTax: string; readonly without: string };
  /** What a line above the table says that all its amounts are counted in. */
  readonly unitAbove?: SaidUnit;
  /** What a line above the table says that all its amounts are in, if no column says it. */
  readonly currencyAbove?: SaidCurrency;
  /** Columns of negative credits beside the amounts: whether they count is asked. */
  readonly offeredCredits?: readonly string[];
  /** Columns that hold signs, in which a dash is a minus; among words it stands for nothing. */
  readonly signColumns?: readonly string[];
  /** A column that calls some rows with positive amounts a refund or the like, though most of its words say nothing of a side. */
  readonly refundColumn?: { readonly column: string; readonly word: string };
  /** A column of positive credits, discounts or refunds beside one of amounts, and one of them: they are not taken away unless the user says so. */
  readonly keptOff?: { readonly column: string; readonly amount: string; readonly value: string };
  /** A column that calls some rows a payment, void, a budget or the like, which are no spend. */
  readonly noSpendColumn?: { readonly column: string; readonly words: readonly string[] };
  /** The column with the name of the tag by which a row is grouped: rows of two tags state the same costs twice. */
  readonly tagKeyColumn?: string;
  /** The column that says which rows are estimated: more will come for their months, or other amounts. */
  readonly estimatedColumn?: string;
  /** Columns by which one row is told from another: an invoice, or a line of it. */
  readonly identityColumns?: readonly string[];
  /** True if the format writes amounts with a decimal point wherever it comes from; it counts if nothing in the file tells. */
  readonly documentedPoint?: boolean;
  /** The order of day and month that the format documents; it counts if nothing in the file tells. */
  readonly documentedDates?: 'month-first' | 'day-first';
  /** Dates are the day and the month of the year that begins then, such as 2024-01. */
  readonly yearBegins?: Month;
  /** Why the table is no bill, and what it is instead: it is not to be loaded. */
  readonly refusal?: string;
  /** Columns in which a number is Unix time. */
  readonly unixTimeColumns?: readonly string[];
  /** The rows have no order: none continues the one above it, ends a list, or belongs to a block that may be there twice. */
  readonly unordered?: boolean;
  /** True if the table is of no known kind, so that the names of its columns and its cells are all there is to go by. */
  readonly isGuessed?: boolean;
  /** True if every row is AI: the bills of those who sell nothing else. */
  readonly whollyAi?: boolean;
}
