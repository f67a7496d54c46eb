import { isFact, type ClientRow } from '../ledger/client-rows';
import { compareText } from '../ledger/name-key';
import type { SpendGroup } from '../ledger/spend-group';
import { brokenRow } from '../messages/broken-row';
import { Problem, settleRows } from '../messages/problem';
import { revenueMessages } from '../messages/revenue-messages';
import { Decimal, ONE, ZERO } from '../money/decimal';
import { denominatorKey, tellsOfShare, wholeName } from './denominator';
import { intersection, pointAt, type Interval, type Precision } from './interval';

/** A share that sources state: it belongs to client, vendor, month and what it is a share of, not to a row, and counts once. */
export interface StatedShare {
  /** The rows that state it, which agree; the first by source first. */
  readonly rows: readonly ClientRow[];
  readonly share: Interval;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What is stated of a client's share in a month: by what it is a share of, the key, how the rows first write that. */
export function wholesStated(group: SpendGroup): ReadonlyMap<string, string> {
  if (!group.rows.some(tellsOfShare)) {
    return NONE;
  }
  const stating = group.rows.filter(tellsOfShare).map((row) => row.more.shareOf);
  return new Map(
    stating
      .sort(compareText)
      .reverse()
      .map((of) => [denominatorKey(of, group.vendor), of]),
  );
}

/**
 * The share that sources state; null if none does, or to the point none does. Bills and accepted claims go before other claims.
 * @throws Problem `#VALUE!` if they disagree, or a cell cannot be read
 */
export function statedShare(group: SpendGroup, whole: string, precision: Precision): StatedShare | null {
  const stating = group.rows.filter(
    (row) => tellsOfShare(row) && denominatorKey(row.more.shareOf, group.vendor) === whole,
  );
  const facts = stating.filter(isFact);
  const rows = (facts.length > 0 ? facts : stating).sort((a, b) => compareText(a.source, b.source) || a.row - b.row);
  if (rows.length === 0) {
    return null;
  }
  const shares = rows.map(shareInterval);
  const met = shares.reduce<Interval | null>((all, share) => (all === null ? null : intersection(all, share)), {
    low: ZERO,
    high: ONE,
  });
  if (met === null) {
    throw disagreement(group, rows);
  }
  const points = rows.filter((row) => row.share !== null);
  if (precision !== 'point') {
    return { rows, share: met };
  }
  return points.length === 0 ? null : { rows: points, share: met };
}

/**
 * Where the share lies that a row states.
 * @throws Problem if the row's Share, or its bounds, cannot be read
 */
export function shareInterval(row: ClientRow): Interval {
  const { share } = row;
  const bounds = row.more.share;
  const wrong = typeof share === 'string' ? share : typeof bounds === 'string' ? bounds : null;
  if (wrong !== null) {
    throw brokenRow('AIClients', { row: row.row, problem: wrong });
  }
  if (share instanceof Decimal) {
    return pointAt(share);
  }
  return typeof bounds === 'object' && bounds !== null
    ? {
        low: bounds.low === null ? ZERO : new Decimal(bounds.low),
        high: bounds.high === null ? ONE : new Decimal(bounds.high),
      }
    : { low: ZERO, high: ONE };
}

function disagreement({ client, vendor, month }: SpendGroup, rows: readonly ClientRow[]): Problem {
  const said = rows.map((row) => ({ said: shareText(row), source: row.source, share: shareInterval(row).low }));
  const claims = said
    .sort((a, b) => b.share.comparedTo(a.share) || compareText(a.said, b.said) || compareText(a.source, b.source))
    .filter((claim, at, all) => claim.said !== all[at - 1]?.said);
  const whole = wholeName(vendor, rows[0]?.more.shareOf ?? '');
  return new Problem(
    '#VALUE!',
    revenueMessages.sharesDisagree(client, whole, month, claims),
    settleRows('AIClients', rows),
  );
}

/** `15%`, `less than 15%`. */
export function shareText(row: ClientRow): string {
  const { low, high } = shareInterval(row);
  if (row.share !== null) {
    return percent(low);
  }
  const [from, to] = [low.isZero() ? null : percent(low), high === null || high.eq(1) ? null : percent(high)];
  return from !== null && to !== null
    ? `between ${from} and ${to}`
    : from !== null
      ? `more than ${from}`
      : `less than ${to ?? '100%'}`;
}

function percent(share: Decimal): string {
  return `${share.times(100).toFixed()}%`;
}
