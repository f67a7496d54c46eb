import type { TotalRow } from './bill-summary';
import type { BillDecisions } from './decisions';
import { addAmount, addSum, exactText, type ExactSum } from './exact-sum';
import type { AmountReading } from '../values/amount-text';
import type { RowAmount } from './row-amounts';
import { sumAsRead, type RowGroup } from './row-groups';
import { addQuantities, negatedQuantities } from './quantity-sum';
import { addToSigned, decidedSum, partOf, signedDifference, signedSum, type SignedSum } from './signed-sum';

/** What an amount belongs to: a row may have two, a debit and a credit. */
export interface Posting extends RowAmount {
  readonly group: RowGroup;
  /** The quantities of the row, with the first of its amounts; undefined for none. */
  readonly quantities?: readonly AmountReading[] | undefined;
}

/** A row that may state the sum of others. */
export interface TotalCandidate {
  readonly line: number;
  readonly label: string;
  readonly postings: readonly Posting[];
  /** Whether it says all that a row of the bill says, as no row of totals needs to. */
  readonly isFull: boolean;
  /** Whether its label is one that nobody is called. */
  readonly isCalledTotal: boolean;
  /** What the rows above it add up to, and those among them below the row of totals before; null if that is too much work. */
  readonly above: SignedSum | null;
  readonly since: SignedSum | null;
  readonly rowsSince: number;
}

/** Groups added up for rows of totals, at most, over the whole bill. */
const MOST_WORK = 20_000_000;
/** Rows of totals that are listed. */
const LISTED = 100;

/** Notes the rows that are called a total, each with what stands above it. */
export class TotalRows {
  readonly candidates: TotalCandidate[] = [];
  private readonly beforeByCurrency = new Map<number, { sum: SignedSum; rows: number }>();
  private work = 0;

  constructor(
    private readonly groups: readonly RowGroup[],
    private readonly shift: number,
  ) {}

  /** What a row with these amounts would be as a row of totals. */
  candidate(
    row: Pick<TotalCandidate, 'line' | 'label' | 'isFull' | 'isCalledTotal'> & { amounts: readonly RowAmount[] },
    currency: number,
    isBlankCurrency: boolean,
  ): Omit<TotalCandidate, 'postings'> {
    const { line, label, isFull, isCalledTotal } = row;
    this.work += this.groups.length;
    if (this.work > MOST_WORK) {
      return { line, label, isFull, isCalledTotal, above: null, since: null, rowsSince: 0 };
    }
    const isOfCurrency = (group: RowGroup): boolean => isBlankCurrency || group.currency === currency;
    const { sum, rows } = sumOf(this.groups, isOfCurrency);
    const before = this.beforeByCurrency.get(isBlankCurrency ? -1 : currency);
    return {
      line,
      label,
      isFull,
      isCalledTotal,
      above: sum,
      since: before === undefined ? sum : signedDifference(sum, before.sum),
      rowsSince: rows - (before?.rows ?? 0),
    };
  }

  /** Keeps a candidate: the row is one of totals. */
  keep(candidate: TotalCandidate, currency: number): void {
    this.candidates.push(candidate);
    if (candidate.above !== null) {
      const { sum, rows } = sumOf(this.groups, (group) => group.currency === currency);
      this.beforeByCurrency.set(currency, { sum, rows });
      const all = sumOf(this.groups, () => true);
      this.beforeByCurrency.set(-1, all);
    }
  }

  /** Whether a row with these amounts states the sum of rows above it, in whatever way they are to be read. */
  fitsAnyhow(amounts: readonly RowAmount[], { above, since }: Omit<TotalCandidate, 'postings'>): boolean {
    const own = signedSumOf(amounts, this.shift);
    return (['point', 'comma'] as const).some((numbers) =>
      (['subtract', 'as-written'] as const).some((sides) => {
        const text = (sum: SignedSum): string =>
          exactText(decidedSum(sum, { numbers, sides, negatives: 'credits', units: 'ones', cr: 'credit' }));
        return [above, since].some((sum) => sum !== null && text(sum) === text(own));
      }),
    );
  }
}

/** What amounts add up to; a row of totals states the amounts alone, whatever becomes of credits beside them. */
export function signedSumOf(amounts: readonly RowAmount[], shift: number): SignedSum {
  const sum = signedSum();
  for (const { amount, isCredit, isOffered } of amounts) {
    if (isOffered !== true) {
      addToSigned(sum, amount, isCredit, shift);
    }
  }
  return sum;
}

/** Rows that are no totals, added up. */
function sumOf(groups: readonly RowGroup[], counts: (group: RowGroup) => boolean): { sum: SignedSum; rows: number } {
  const sum = signedSum();
  let rows = 0;
  for (const group of groups) {
    if (!group.isTotal && !group.isOffered && counts(group)) {
      rows += group.rows;
      const part = sum[partOf(group.isCredit, group.isCr)];
      addSum(part.point, sumAsRead(group, 'point'));
      addSum(part.comma, sumAsRead(group, 'comma'));
    }
  }
  return { sum, rows };
}

/** A row of totals as it is told, and whether it surely is one. */
export interface JudgedTotal {
  readonly row: TotalRow;
  readonly isSure: boolean;
}

/**
 * What is said of the rows that are called a total: sure is one whose amount is the sum of rows above it or of all, and one that
 * lacks what the others have; a row like all others with another amount may be of someone called so.
 */
export function judgeTotals(
  candidates: readonly TotalCandidate[],
  groups: readonly RowGroup[],
  decisions: BillDecisions,
  shift: number,
): JudgedTotal[] {
  return [...candidates]
    .sort((a, b) => a.line - b.line)
    .slice(0, LISTED)
    .map(({ line, label, postings, isFull, isCalledTotal, above, since, rowsSince }) => {
      const amount = exactText(decidedSum(signedSumOf(postings, shift), decisions));
      const currency = postings[0]?.group.currency;
      const all = sumOf(groups, (group) => group.currency === currency).sum;
      const sums = [since, above, all].flatMap((sum) => (sum === null ? [] : [exactText(decidedSum(sum, decisions))]));
      const fits = sums.includes(amount);
      const row = { line, label, amount, rowsAddUpTo: fits ? amount : above === null ? null : nearest(amount, sums) };
      return { row, isSure: label !== '' && (!isFull || (fits && (isCalledTotal || rowsSince > 1))) };
    });
}

/** Of what the rows above add up to in one way or another, what comes nearest to the amount. */
function nearest(amount: string, sums: readonly string[]): string | null {
  const distance = (sum: string): number => Math.abs(Number(sum) - Number(amount));
  const [first = null, ...others] = sums;
  return others.reduce((best, sum) => (best === null || distance(sum) < distance(best) ? sum : best), first);
}

/** The first and the last row of a bill, which may state the sum of all others without saying so. */
export interface EdgeRow {
  readonly line: number;
  readonly postings: readonly Posting[];
}

/**
 * Whether a row that is not called a total has the sum of all others of its currency: three at least, or two if it names no
 * service though others do. Of three rows that have all cells the third is the sum of the others now and then.
 */
export function statesSumOfOthers(
  { postings }: EdgeRow,
  groups: readonly RowGroup[],
  decisions: BillDecisions,
  shift: number,
): boolean {
  const [first] = postings;
  if (first === undefined || first.group.isTotal) {
    return false;
  }
  const { sum, rows } = sumOf(groups, (group) => group.currency === first.group.currency);
  const own = decidedSum(signedSumOf(postings, shift), decisions);
  const twice: ExactSum = [];
  addSum(twice, own);
  addSum(twice, own);
  const isPoor = first.group.service === 0 && groups.some(({ service }) => service > 0);
  return (
    rows > (isPoor ? 2 : 3) && exactText(own) !== '0' && exactText(decidedSum(sum, decisions)) === exactText(twice)
  );
}

/** Whether a row with these amounts states the sum of some others, as it is decided to read them; nothing is the sum of nothing. */
export function statesSum(
  postings: readonly Posting[],
  others: SignedSum,
  decisions: BillDecisions,
  shift: number,
): boolean {
  const own = exactText(decidedSum(signedSumOf(postings, shift), decisions));
  return own !== '0' && own === exactText(decidedSum(others, decisions));
}

/** Moves a row that was counted as any other among the rows of totals. */
export function moveToTotals(
  { postings }: EdgeRow,
  twinOf: (group: RowGroup) => RowGroup,
  shift: number,
): readonly Posting[] {
  return postings.map((posting, at) => {
    const { group, amount, quantities = [] } = posting;
    const twin = twinOf(group);
    if (at === 0) {
      group.rows -= 1;
      twin.rows += 1;
    }
    addToGroup(group, { ...amount, unscaled: -amount.unscaled }, shift);
    addToGroup(twin, amount, shift);
    addQuantities(group.quantity, negatedQuantities(quantities));
    addQuantities(twin.quantity, quantities);
    return { ...posting, group: twin };
  });
}

/** Adds an amount to the sums of a group that reads it so; the group's rows are counted elsewhere. */
export function addToGroup(group: RowGroup, { unscaled, point, comma }: RowAmount['amount'], shift: number): void {
  const scale = group.reads === 'comma' || group.reads === 'own-comma' ? comma : point;
  addAmount(group.sum, unscaled, (scale ?? 0) + shift);
  if (group.reads === 'both') {
    addAmount(group.commaSum, unscaled, (comma ?? 0) + shift);
  }
}
