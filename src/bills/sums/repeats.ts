import { LIMITS } from '../../formats/file/limits';
import type { Cell } from '../../formats/file/text-table';
import { pairIds } from './ids';
import type { RowGroup } from './row-groups';
import { addToSigned, signedSum, type SignedSum } from './signed-sum';
import type { Posting } from './total-rows';

/** Rows that repeat, one for one and in the same order, rows further above. */
export interface RepeatedBlock {
  readonly firstLine: number;
  readonly lastLine: number;
  /** The line of the first row that is repeated. */
  readonly ofLine: number;
  readonly rows: number;
  /** Currency ids, each with what the repeated rows add up to. */
  readonly sums: ReadonlyMap<number, RepeatedSum>;
}

/** What repeated rows add up to, and what the credits beside their amounts do, which may not count. */
export interface RepeatedSum {
  readonly amounts: SignedSum;
  readonly offered: SignedSum;
}

/** Blocks that are listed. */
const LISTED = 20;
/** A block of so many rows is no chance; a shorter one is told if it is so large a part of the file. */
const LONG_BLOCK = 20;
const LARGE_PART = 0.2;

interface Run {
  readonly source: number;
  readonly start: number;
  length: number;
  readonly firstLine: number;
  lastLine: number;
  isVaried: boolean;
  readonly sums: Map<number, RepeatedSum>;
}

/**
 * Finds blocks of rows that occur twice, as when two exports are pasted one below the other. One row that looks like another
 * is no sign of that, nor is a row that comes many times in succession.
 */
export class Repeats {
  private readonly idOf = pairIds();
  private contents = new Int32Array(1024);
  private lines = new Int32Array(1024);
  private readonly firstAt: number[] = [];
  private count = 0;
  private run: Run | null = null;
  private readonly found: Run[] = [];

  /** @param telling how many of the cells of a row, the first, tell it from another */
  constructor(
    private readonly shift: number,
    private readonly telling = Infinity,
  ) {}

  /** Whether rows are compared no more, for that takes time and memory for each: the first of the file are. */
  get isFull(): boolean {
    return this.count >= LIMITS.rowsLookedInto;
  }

  /** @param cells that tell one row from another */
  add(line: number, group: RowGroup, postings: readonly Posting[], cells: readonly Cell[]): void {
    if (this.isFull) {
      return;
    }
    const at = this.count++;
    this.makeRoom();
    const content = this.idOf(group.id, rowHash(cells, this.telling));
    this.contents[at] = content;
    this.lines[at] = line;
    const first = this.firstAt[content];
    if (first === undefined) {
      this.firstAt[content] = at;
    }
    if (this.run !== null && this.contents[this.run.source + this.run.length] === content) {
      this.extend(this.run, line, content, postings);
      return;
    }
    this.endRun();
    if (first !== undefined) {
      this.run = {
        source: first,
        start: at,
        length: 0,
        firstLine: line,
        lastLine: line,
        isVaried: false,
        sums: new Map(),
      };
      this.extend(this.run, line, content, postings);
    }
  }

  /** The blocks, in the order of lines. */
  blocks(): RepeatedBlock[] {
    this.endRun();
    return this.found
      .filter(({ length }) => length >= LONG_BLOCK || length >= LARGE_PART * this.count)
      .slice(0, LISTED)
      .map(({ source, length, firstLine, lastLine, sums }) => ({
        firstLine,
        lastLine,
        ofLine: this.lines[source] ?? 0,
        rows: length,
        sums,
      }));
  }

  private extend(run: Run, line: number, content: number, postings: readonly Posting[]): void {
    run.length++;
    run.lastLine = line;
    run.isVaried ||= content !== this.contents[run.source];
    for (const { group, amount, isCredit, isOffered } of postings) {
      let sum = run.sums.get(group.currency);
      if (sum === undefined) {
        run.sums.set(group.currency, (sum = { amounts: signedSum(), offered: signedSum() }));
      }
      addToSigned(isOffered === true ? sum.offered : sum.amounts, amount, isCredit, this.shift);
    }
  }

  private endRun(): void {
    if (this.run !== null && this.run.isVaried && this.run.length > 1) {
      this.found.push(this.run);
    }
    this.run = null;
  }

  private makeRoom(): void {
    if (this.count > this.contents.length) {
      this.contents = longer(this.contents);
      this.lines = longer(this.lines);
    }
  }
}

function longer(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const result = new Int32Array(numbers.length * 2);
  result.set(numbers);
  return result;
}

/** A number that is the same for the same cells, and hardly ever for others: the cells that a mapping asks for, in their order. */
function rowHash(cells: readonly Cell[], count: number): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < cells.length && place < count; place++) {
    const cell = cells[place] ?? '';
    const text = typeof cell === 'string' ? cell : String(cell);
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    hash = Math.imul(hash ^ 31, 0x01000193);
  }
  return hash | 0;
}
