import { addAmount, exactText, type ExactSum } from './exact-sum';
import type { EdgeRow, Posting } from './total-rows';

/** A report with a row above each of its lists, or below, is one to be looked through by people: longer tables are none. */
const MOST_ROWS = 5_000;
/** Sums of binary fractions that are further apart than this part of them are different. */
const NEAR = 1e-9;

type Numbers = 'point' | 'comma';

/**
 * Finds the rows that state the sum of those below them (or above them), whatever they are called, in a table that consists of nothing
 * else than such rows, each with its list. Among amounts that are no such report one is the sum of its neighbours now and then, and all
 * of them never.
 */
export class ReportBlocks {
  private rows = 0;
  private isBroken = false;
  private currency: number | null = null;
  private readonly ways: Readonly<Record<Numbers, readonly Lists[]>> = {
    point: [new ListsBelow(), new ListsAbove()],
    comma: [new ListsBelow(), new ListsAbove()],
  };

  constructor(private readonly shift: number) {}

  /** Whether no further row is needed. */
  get isOver(): boolean {
    return this.isBroken;
  }

  /** A row that is not called a total. */
  note(line: number, postings: readonly Posting[]): void {
    const [first, another] = postings.filter(({ isOffered }) => isOffered !== true);
    if (this.isBroken || first === undefined) {
      return;
    }
    this.rows += 1;
    const { amount, isCredit, group } = first;
    if (another !== undefined || isCredit || this.rows > MOST_ROWS) {
      this.isBroken = true;
      return;
    }
    if (Number(amount.unscaled) === 0) {
      return;
    }
    const isNext = this.currency === null || this.currency === group.currency;
    this.currency = group.currency;
    for (const numbers of ['point', 'comma'] as const) {
      const scale = (numbers === 'comma' ? (amount.comma ?? amount.point) : (amount.point ?? amount.comma)) ?? 0;
      const row = { edge: { line, postings }, unscaled: amount.unscaled, scale: scale + this.shift };
      this.ways[numbers].forEach((lists) => {
        lists.note(row, isNext);
      });
    }
  }

  /** The rows that state the sums of lists; none if the table is not made of lists alone. */
  parents(numbers: Numbers): readonly EdgeRow[] {
    return this.isBroken ? [] : (this.ways[numbers].find((lists) => lists.areAll)?.parents ?? []);
  }
}

interface Row {
  readonly edge: EdgeRow;
  readonly unscaled: number | bigint;
  readonly scale: number;
}

/** An exact sum, with what it is about: most of them need not be compared to the last digit. */
class Sum {
  private readonly exact: ExactSum = [];
  private about = 0;

  add({ unscaled, scale }: Row): void {
    addAmount(this.exact, unscaled, scale);
    this.about += Number(unscaled) / 10 ** scale;
  }

  equals(other: Sum): boolean {
    return (
      Math.abs(this.about - other.about) <= NEAR * Math.max(1, Math.abs(this.about)) &&
      exactText(this.exact) === exactText(other.exact)
    );
  }
}

function sumOf(row: Row): Sum {
  const sum = new Sum();
  sum.add(row);
  return sum;
}

/** Lists of rows and the row that states the sum of each. */
abstract class Lists {
  readonly parents: EdgeRow[] = [];
  /** What the parents add up to. */
  protected readonly total = new Sum();
  /** The sum of the first list with more rows than one, and whether another such has a different one. */
  private first: Sum | null = null;
  private areSeveral = false;

  /** @param isNext whether the row has the currency of the one before */
  abstract note(row: Row, isNext: boolean): void;

  /**
   * Whether all rows are of one list or another, but for a last one that states the sum of all. Where there are two prices alone, one of them
   * is twice the other now and then, so that lists with one sum are not enough.
   */
  get areAll(): boolean {
    return this.areSeveral && this.isComplete;
  }

  protected abstract get isComplete(): boolean;

  protected end(parent: Row, rows: number): void {
    this.parents.push(parent.edge);
    this.total.add(parent);
    if (rows > 1) {
      const sum = sumOf(parent);
      this.first ??= sum;
      this.areSeveral ||= !this.first.equals(sum);
    }
  }
}

/** The sum stands above its rows; a list may have one row. */
class ListsBelow extends Lists {
  private parent: Row | null = null;
  private wanted = new Sum();
  private sum = new Sum();
  private rows = 0;
  private isOfOne = true;

  note(row: Row, isNext: boolean): void {
    if (this.parent === null) {
      this.parent = row;
      this.wanted = sumOf(row);
      this.sum = new Sum();
      this.rows = 0;
      return;
    }
    this.isOfOne &&= isNext;
    this.sum.add(row);
    this.rows += 1;
    if (this.sum.equals(this.wanted)) {
      this.end(this.parent, this.rows);
      this.parent = null;
    }
  }

  protected get isComplete(): boolean {
    return this.isOfOne && (this.parent === null || (this.rows === 0 && this.wanted.equals(this.total)));
  }
}

/** The sum stands below its rows, two at least: of two with the same amount none need be the sum of the other. */
class ListsAbove extends Lists {
  private sum = new Sum();
  private rows = 0;
  private last = new Sum();
  private isOfOne = true;

  note(row: Row, isNext: boolean): void {
    this.isOfOne &&= isNext || this.rows === 0;
    this.last = sumOf(row);
    if (this.rows > 1 && this.sum.equals(this.last)) {
      this.end(row, this.rows);
      this.sum = new Sum();
      this.rows = 0;
    } else {
      this.sum.add(row);
      this.rows += 1;
    }
  }

  protected get isComplete(): boolean {
    return this.isOfOne && (this.rows === 0 || (this.rows === 1 && this.last.equals(this.total)));
  }
}
