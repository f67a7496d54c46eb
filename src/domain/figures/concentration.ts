import type { Period } from '../arguments/period';
import type { Book } from '../ledger/book';
import { messages } from '../messages/messages';
import { divide, ONE, sum, type Decimal } from '../money/decimal';
import { Problem } from '../messages/problem';
import { rankClients, type ClientRanking } from './client-ranking';

/** How concentration can be measured. */
export const CONCENTRATION_MEASURES = [
  'hhi',
  'cr1',
  'cr2',
  'cr3',
  'cr4',
  'cr5',
  'cr6',
  'cr7',
  'cr8',
  'cr9',
  'effective',
] as const;
export type ConcentrationMeasure = (typeof CONCENTRATION_MEASURES)[number];

export interface ConcentrationQuestion {
  readonly vendor: string;
  readonly period: Period;
  readonly measure: ConcentrationMeasure;
}

/** How much of a vendor's revenue hangs on few clients, and the ranking that it rests on. */
export interface Concentration {
  readonly measure: ConcentrationMeasure;
  readonly ranking: ClientRanking;
  readonly shares: readonly Decimal[];
  readonly value: Decimal;
}

/**
 * The concentration of a vendor's clients: `hhi`, the sum of the squared shares (the Herfindahl-Hirschman index on the
 * scale 0 to 1), `cr1` to `cr9`, the share of the n largest, `effective`, 1 / HHI: the number of equal clients that
 * would be as concentrated. Clients whose amount is not disclosed are not in it.
 *
 * @throws Problem as `spend` does; `#VALUE!` where a client is in credit, for then shares lie beyond 0 and 1; `#DIV/0!`
 *   where the spends add up to 0
 */
export function concentration(book: Book, { vendor, period, measure }: ConcentrationQuestion): Concentration {
  const ranking = rankClients(book, { vendor, period, currency: null }, 'compare');
  const credited = ranking.clients.find(({ spend }) => spend.amount.isNegative());
  if (credited) {
    throw new Problem('#VALUE!', messages.clientInCredit(credited.client, credited.spend));
  }
  const shares = ranking.clients.map(({ share }) => {
    if (share === null) {
      throw new Problem('#DIV/0!', messages.totalIsZero());
    }
    return share;
  });
  return { measure, ranking, shares, value: measured(measure, shares) };
}

function measured(measure: ConcentrationMeasure, shares: readonly Decimal[]): Decimal {
  const hhi = sum(shares.map((share) => share.times(share)));
  if (measure === 'hhi') {
    return hhi;
  }
  if (measure === 'effective') {
    return divide(ONE, hhi);
  }
  return sum(shares.slice(0, Number(measure.slice(2))));
}
