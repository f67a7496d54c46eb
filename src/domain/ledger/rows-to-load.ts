import type { CellValue } from './table';
import type { TableName } from './tables';

/*
 * What is loaded into the tables: what an import makes of a file, and the data that ships, is what a load takes.
 */

/** The sum of a bill for one client, vendor, service, month and currency: a row for AIClients. */
export interface BilledSum {
  readonly client: string;
  readonly vendor: string;
  /** Empty if the bill names none. */
  readonly service: string;
  /** Such as 2024-11. */
  readonly month: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Exact decimal text; the cell receives the nearest double. */
  readonly amount: string;
  /** Rows of the bill that are in it. */
  readonly rows: number;
  /** The bill ends before this month does, and it is marked as not complete. */
  readonly isPartial?: true;
  /** Where these are kept: who in the client, which model, how much of what. */
  readonly usage?: UsageSum;
}

/** What a sum of a bill is of, beside its names. */
export interface UsageSum {
  readonly team: string;
  readonly model: string;
  /** Exact decimal text; null: the bill tells none. */
  readonly quantity: string | null;
  readonly unit: string;
}

/** Another name of a client, as bills write it: a row of AIAliases. */
export interface ClientAlias {
  readonly alias: string;
  readonly client: string;
}

/** The mean rate of a currency over a month: a row of AIRates. */
export interface MonthRate {
  /** Such as 2024-11. */
  readonly month: string;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Decimal text. */
  readonly unitsPerEur: string;
}

/** The rows that the reference data has for one table. */
export interface ReferenceTable {
  readonly name: TableName;
  /** One value for each column of the schema, in its order, then for each of `optional`. */
  readonly rows: readonly (readonly CellValue[])[];
  /** The optional columns that rows of it fill, in the order of the schema. */
  readonly optional?: readonly string[];
}

/** A budget that the user has typed into the pane: a row of AIBudgets. */
export interface NewBudget {
  /** `*`: of all clients together. */
  readonly client: string;
  /** Empty: with all vendors together. */
  readonly vendor: string;
  /** Such as 2024-01; both included. */
  readonly from: string;
  readonly to: string;
  /** Decimal text. */
  readonly amount: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly note: string;
}
