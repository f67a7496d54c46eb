import type { ResolvedPeriod } from '../arguments/period';
import type { Account } from '../ledger/account';
import { monthsBetween } from './asked-months';

/** The clients of whom somebody claims something in a period, and whose claims stay out because own bills alone count. */
export function leftOutOf(everyone: Account, counted: Account, { from, to }: ResolvedPeriod): readonly string[] {
  return counted === everyone
    ? []
    : [...new Set(monthsBetween(everyone, from, to).flatMap((month) => month.claimants))];
}
