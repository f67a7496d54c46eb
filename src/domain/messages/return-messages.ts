import type { Currency } from '../money/currency';
import { capital, countWord, list, quote } from './messages';
import { groupThousands } from '../money/money';
import type { Decimal } from '../money/decimal';

/** The messages of returns, beside those of their arguments; the script that every workbook loads does not carry them. */
export const returnMessages = {
  unknownSegment: (written: string, known: readonly string[], nearest: string | null) =>
    `No segment ${quote(written)} in AIReturns${known.length === 0 ? '' : `; it has ${list(known)}`}.` +
    `${nearest === null ? '' : ` Did you mean ${quote(nearest)}?`}`,
  cellNotYear: (column: string, value: unknown) => `${column} is ${quote(value)}, not a year such as 2024.`,
  studiesDisagree: (segment: string, year: number, claims: readonly { study: string; returnPer1: string }[]) =>
    `${capital(countWord(claims.length))} studies disagree on the return of ${segment}, ${year}: ` +
    `${list(claims.map((claim) => `${claim.returnPer1} (${claim.study})`))}. Keep one, or give the others another segment.`,
  mixedCurrencies: (currencies: readonly Currency[], client: string) =>
    `Spend on record is in ${list(currencies)}: name a currency, as in AIROI(AISPEND(${quote(client)},"runrate","${currencies[0] ?? 'EUR'}")).`,
  investmentIsZero: () => 'The investment is 0, so there is no return on it.',
  flowsDiffer: (costs: number, benefits: number) =>
    `There ${costs === 1 ? 'is 1 cost' : `are ${costs} costs`} but ${benefits} ${benefits === 1 ? 'benefit' : 'benefits'}. Give ranges of one length, a cell for each period; write 0 where there is none.`,
  neverPaysBack: (periods: number) =>
    `The cumulated net flow is still negative after ${periods} ${periods === 1 ? 'period' : 'periods'}: the investment is not paid back.`,
  noInternalRate: () => 'No rate between -100% and 1,000,000 makes the net present value 0.',
  severalInternalRates: (rates: readonly string[]) =>
    `The net present value is 0 at ${list(rates)}: there is no single rate of return.`,

  costsNegative: (total: Decimal) =>
    `The costs come to ${groupThousands(total.toSignificantDigits(15).toFixed())}. Give costs as positive numbers: what is spent, not what leaves the account.`,
  rateBesideAmounts: (rate: Decimal) =>
    `A rate of ${rate.times(100).toFixed()}% changes nothing beside single amounts, for period 0 is not discounted. ` +
    'Leave it out, or give costs and benefits by period.',
  benefitNeedsPeriods: (what: string, periods: number) =>
    `The benefit is one amount beside ${periods} costs, but ${what} needs it by period. Give a range of ${periods} benefits.`,
  nameASegment: () =>
    'Beside costs by period, give benefits by period, one amount, or the name of a segment in AIReturns, such as All.',
} as const;
