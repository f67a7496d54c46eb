import { describeMonths } from './messages';
import type { Month } from '../calendar/month';

/** Why a row does not count, beside what is decided among rivals. */
export const sourceMessages = {
  'bill-first': 'billed rows count before reported ones',
  'same-claim': 'repeats a claim that is counted already',
  'same-money': 'agrees with what is counted already: it may be the same money',
  'in-doubt': 'disagrees with another source, or may be the same money',
  superseded: 'superseded',
  undisclosed: 'no amount disclosed',
  onlyBounds: (bounds: string) => `known only as ${bounds}`,
  ownFirst: 'of all clients, own bills count and claims of the market stay out',
  recordedOfAsked: (recorded: number, asked: number, partial: readonly Month[]) =>
    `${recorded} of ${asked} ${asked === 1 ? 'month' : 'months'} on record` +
    `${partial.length === 0 ? '' : `; not complete: ${describeMonths(partial)}`}`,
} as const;
