import { formatMonth, type Month } from '../calendar/month';
import type { Decimal } from '../money/decimal';
import { list, quote } from './messages';

/** Whose rows of a month a split looks at: `with Microsoft in 2024-03`, `in 2024-03`. */
export interface SplitScope {
  /** Null: of every vendor. */
  readonly vendor: string | null;
  readonly month: Month;
}

/** Why shared cost is not split, and what to do. */
export const sharedCostMessages = {
  noSharedRow: () =>
    'No bill in AIClients has the Client "shared". Type "shared" where several clients are to pay together.',
  noClients: (scope: SplitScope) =>
    `No other client has a bill ${scopeText(scope)}. ${scope.vendor === null ? 'Split it by fixed parts.' : 'Let all vendors count, or split it by fixed parts.'}`,
  nothingToSplitBy: (what: 'spend' | 'quantity', scope: SplitScope) =>
    `The other clients have no ${what} ${scopeText(scope)} to split by. ` +
    `Split it in equal parts or by fixed parts${scope.vendor === null ? '' : ', or let all vendors count'}.`,
  creditToSplitBy: (client: string, what: 'spend' | 'quantity', scope: SplitScope) =>
    `${client}’s ${what} ${scopeText(scope)} is less than 0, and nothing can be split by that. Split it in equal parts or by fixed parts.`,
  notDisclosed: (client: string, scope: SplitScope) =>
    `${client}’s spend ${scopeText(scope)} is not disclosed. Type it, or split in equal parts or by fixed parts.`,
  unlikeUnits: (units: readonly string[], scope: SplitScope) =>
    `Quantities ${scopeText(scope)} are in ${list(units)}, which cannot be added. Split it by spend.`,
  noAmount: () => 'It has no amount to split.',
  amountIsZero: () => 'Its amount is 0, so there is nothing to split.',
  statesShare: () => 'It states a share of revenue, which is of one client. Clear the share, or name the client.',
  tooManyDigits: (amount: Decimal) =>
    `A part of ${amount.toFixed()} would have more digits than a cell keeps. Round the amount.`,
  noParts: () => 'Name the clients with their parts, such as Acme 60; Beta 40.',
  notAPart: (text: string) => `${quote(text)} is not a client with a part, such as Acme 60.`,
  partNotPositive: (client: string, part: string) => `${client}’s part is ${part}. Parts are more than 0.`,
  partTwice: (client: string) => `${client} is named twice. Give it one part.`,
  partOfShared: () => 'Shared cost cannot be split onto "shared". Name clients.',
} as const;

/** `with Microsoft in 2024-03`. */
export function scopeText({ vendor, month }: SplitScope): string {
  return `${vendor === null ? '' : `with ${vendor} `}in ${formatMonth(month)}`;
}
