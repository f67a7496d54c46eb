import type { Cell } from '../../formats/file/text-table';
import { LIMITS } from '../../formats/file/limits';
import { billMessages } from '../messages';
import type { AmountReading } from '../values/amount-text';
import { pairIds } from './ids';
import type { RowGroup } from './row-groups';
import type { TotalCandidate } from './total-rows';
import type { UsageColumns, UsageNames } from './usage-columns';

/** What was found of quantities, models and teams in the rows of a bill, whether they are kept or only counted. */
export interface BillUsage {
  readonly isKept: boolean;
  namesOf(id: number): UsageNames;
  /** The groups of the bill, each with what its rows tell; empty if that is kept, for the groups are told apart then. */
  readonly pairs: readonly UsagePair[];
  /** Those of rows that were taken for others until all rows were known to add up to them. */
  movedPairs(totals: readonly TotalCandidate[]): UsagePair[];
  /** There are more of them than can be counted. */
  readonly areTooMany: boolean;
  /** Whether there were more rows than are looked into for something that nobody asked for, so that there may be more pairs. */
  readonly areMore: boolean;
  /** Quantities that can be read in one way only, and those that are whole if a point or a comma sets thousands apart. */
  readonly reads: { readonly point: number; readonly comma: number; readonly points: number; readonly commas: number };
  /** What is to be known of quantities that cannot be read. */
  readonly notices: readonly string[];
}

/** Rows of one group that tell the same. */
export interface UsagePair {
  readonly group: RowGroup;
  readonly usage: number;
  rows: number;
}

/** A row with what it is counted in. */
interface Edge {
  readonly line: number;
  readonly pair: UsagePair;
}

/** Reads what is kept by choice from row after row; if it is not kept, it counts how many rows it would make. */
export class RowUsage implements BillUsage {
  readonly pairs: UsagePair[] = [];
  readonly reads = { point: 0, comma: 0, points: 0, commas: 0 };
  areTooMany = false;
  areMore = false;
  private rows = 0;
  private readonly pairOf = pairIds();
  private readonly unreadable = { rows: 0, line: 0 };
  /** The pairs of the first and the last row that is no total, by line. */
  private readonly edges: { first: Edge | null; last: Edge | null } = { first: null, last: null };
  private usage = 0;
  private quantities: readonly AmountReading[] = [];

  constructor(
    private readonly columns: UsageColumns,
    readonly isKept: boolean,
  ) {}

  namesOf(id: number): UsageNames {
    return this.columns.namesOf(id);
  }

  /** What the row at hand tells, as a small number; 0 if nothing is kept. */
  read(cells: readonly Cell[], line: number): number {
    if (!this.isKept) {
      if (this.rows === LIMITS.rowsLookedInto) {
        this.areMore = true;
        return 0;
      }
      this.rows++;
      this.usage = this.columns.idOf(cells, this.columns.hasQuantity(cells));
      return 0;
    }
    const quantities = this.columns.quantitiesOf(cells);
    if (quantities === null) {
      this.unreadable.rows++;
      this.unreadable.line ||= line;
    }
    this.quantities = quantities ?? [];
    this.usage = this.columns.idOf(cells, this.quantities.length > 0);
    return this.usage;
  }

  /** The quantities of the row at hand, if they are kept. */
  get kept(): readonly AmountReading[] | undefined {
    return this.quantities.length > 0 ? this.quantities : undefined;
  }

  /** Counts the row at hand among those of its group. */
  count(group: RowGroup, line: number): void {
    for (const { point, comma } of this.quantities) {
      if (point !== comma) {
        this.reads.point += comma === null ? 1 : 0;
        this.reads.comma += point === null ? 1 : 0;
        this.reads.points += comma !== null && (point ?? 0) > comma ? 1 : 0;
        this.reads.commas += point !== null && (comma ?? 0) > point ? 1 : 0;
      }
    }
    if (this.isKept || this.areTooMany || this.areMore) {
      return;
    }
    const id = this.pairOf(group.id, this.usage);
    const pair = (this.pairs[id] ??= { group, usage: this.usage, rows: 0 });
    pair.rows += 1;
    if (!group.isTotal) {
      this.edges.first ??= { line, pair };
      this.edges.last = { line, pair };
    }
    this.areTooMany = this.pairs.length > LIMITS.groups;
  }

  movedPairs(totals: readonly TotalCandidate[]): UsagePair[] {
    const lines = new Set(totals.map(({ line }) => line));
    return [this.edges.first, this.edges.last].flatMap((edge) =>
      edge !== null && lines.has(edge.line) ? [edge.pair] : [],
    );
  }

  get notices(): readonly string[] {
    const { rows, line } = this.unreadable;
    return rows > 0 ? [billMessages.unreadQuantities(rows, line, this.columns.quantityColumn)] : [];
  }
}
