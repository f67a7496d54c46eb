import type { BudgetUse } from './snapshot';

/** Whose plan it is. */
export interface PlanSubject {
  /** As the list shows it: `Acme`, `Acme with OpenAI`, `All clients`. */
  readonly name: string;
  /** As a formula names it: `*` for all clients together. */
  readonly client: string;
  /** As a formula names it; null if it names none. */
  readonly vendor: string | null;
  /** The year of the budget, as a formula names it (`2025`, `FY2025`); null: that of the latest month on record. */
  readonly year: string | null;
}

/** Whose plans there are to show, and whose there are not. */
export interface PlanList {
  readonly subjects: readonly PlanSubject[];
  /** The other years in which AIBudgets has budgets, the earliest first; none if all are of the year of the latest month on record. */
  readonly years: readonly string[];
  /** The clients with neither a budget nor months enough to forecast from, each with the reason. */
  readonly without: readonly { readonly name: string; readonly message: string }[];
}

/** A figure of a plan, and the formula that gives it. */
export interface PlanFigure {
  readonly label: string;
  readonly formula: string;
  /** As the cell shows it. */
  readonly text: string;
}

/** A month of the chart. Amounts as numbers are for the drawing alone; null if there is none. */
export interface PlanMonth {
  readonly month: string;
  readonly actual: PlanAmount | null;
  readonly forecast: PlanAmount | null;
  /** The forecast lies between these with a probability of 80 %. */
  readonly band: { readonly low: PlanAmount; readonly high: PlanAmount } | null;
  readonly budget: PlanAmount | null;
}

/** An amount to draw, and as it is read, without its currency. */
export interface PlanAmount {
  readonly size: number;
  readonly text: string;
}

/** What keeps a plan from being whole. */
export interface PlanGap {
  /** What would fill it: a budget, more months, or a row of AIBudgets put right. */
  readonly kind: 'budget' | 'months' | 'rows';
  readonly message: string;
}

/** A budget, what is spent of it, and where it will end. */
export interface Plan {
  readonly used: BudgetUse | null;
  /** In a few words: `runs out 2024-07`; empty if nothing is known. */
  readonly outlook: string;
  readonly figures: readonly PlanFigure[];
  /** Why figures that a reader would look for are not there. */
  readonly remarks: readonly string[];
  readonly gaps: readonly PlanGap[];
  readonly currency: string;
  /** By which method the months to come are forecast; null if none are. */
  readonly method: string | null;
  readonly months: readonly PlanMonth[];
  /** What the chart shows, in a sentence or two. */
  readonly finding: string;
}

/** Plans, by the functions' own computations. Every promise settles; what goes wrong is a `PaneFailure`. */
export interface PlanServices {
  /** The plans of a year of the list's `years`; null: those of the latest month on record. */
  list(year: string | null): Promise<PlanList>;
  plan(subject: PlanSubject): Promise<Plan>;
}
