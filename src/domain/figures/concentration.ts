import type { Period } from '../arguments/period';
import type { Book } from '../ledger/book';
import { figureMessages } from '../messages/figure-messages';
import { divide, ONE, sum, type Decimal } from '../money/decimal';
import { Problem } from '../messages/problem';
import { EVERYONE, rankClients, type ClientRanking } from './client-ranking';
import type { ConcentrationMeasure, ConcentrationScope } from './concentration-words';

export interface ConcentrationQuestion {
  readonly vendor: string;
  readonly period: Period;
  readonly measure: ConcentrationMeasure;
  readonly scope: ConcentrationScope;
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
 * would be as concentrated.
 *
 * @throws Problem as `spend` does; `#N/A` if clients are undisclosed, unless only what is recorded is asked for; `#VALUE!` if a
 *   client is in credit, for then shares lie beyond 0 and 1; `#DIV/0!` if the spends add up to 0
 */
export function concentration(book: Book, { vendor, period, measure, scope }: ConcentrationQuestion): Concentration {
  const ranking = rankClients(book, { ...EVERYONE, vendor, period, currency: null }, 'compare');
  const { clients, undisclosed } = ranking;
  if (undisclosed.length > 0 && scope !== 'recorded') {
    throw new Problem('#N/A', figureMessages.clientsUndisclosed(undisclosed, clients.length + undisclosed.length));
  }
  const credited = clients.find(({ spend }) => spend.amount.isNegative() && !spend.amount.isZero());
  if (credited) {
    throw new Problem('#VALUE!', figureMessages.clientInCredit(credited.client, credited.spend));
  }
  const shares = clients.map(({ share }) => {
    if (share === null) {
      throw new Problem('#DIV/0!', figureMessages.totalIsZero());
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
