import { LIMITS } from '../../formats/file/limits';
import type { Cell } from '../../formats/file/text-table';
import { pairIds } from './ids';
import type { RowGroup } from './row-groups';
import { addSigned, addToSigned, signedSum, type SignedSum } from './signed-sum';
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

/** Blocks that are listed, and rows. */
const LISTED = 20;
const LISTED_ROWS = 5;
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
  /** Its rows that name themselves, with what they add up to. */
  readonly identified: { rows: number; readonly sums: Map<number, RepeatedSum> };
}

/** Rows that name themselves, by an invoice or the like, and repeat others one by one. */
export interface RepeatedRows {
  readonly rows: number;
  /** Some of them, each with the line that it repeats. */
  readonly lines: readonly (readonly [line: number, ofLine: number])[];
  /** As of a block. */
  readonly sums: ReadonlyMap<number, RepeatedSum>;
}

/**
 * Finds blocks of rows that occur twice, as when two exports are pasted one below the other. One row that looks like another
 * is no sign of that, nor is a row that comes many times in succession, unless the rows name themselves.
 */
export class Repeats {
  private readonly idOf = pairIds();
  private readonly wholeIdOf = pairIds();
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
  add(line: number, group: RowGroup, postings: readonly Posting[], cells: readonly Cell[], isIdentified = false): void {
    if (this.isFull) {
      return;
    }
    const at = this.count++;
    this.makeRoom();
    const content = this.wholeIdOf(
      this.idOf(group.id, rowHash(cells, this.telling, 0x811c9dc5)),
      isIdentified ? rowHash(cells, this.telling, 0x2545f491) : 0,
    );
    this.contents[at] = content;
    this.lines[at] = line;
    const first = this.firstAt[content];
    if (first === undefined) {
      this.firstAt[content] = at;
    }
    if (this.run !== null && this.contents[this.run.source + this.run.length] === content) {
      this.extend(this.run, line, content, postings, isIdentified);
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
        identified: { rows: 0, sums: new Map() },
      };
      this.extend(this.run, line, content, postings, isIdentified);
    }
  }

  /** The blocks, in the order of lines. */
  blocks(): RepeatedBlock[] {
    this.endRun();
    return this.found
      .filter((run) => this.isBlock(run))
      .slice(0, LISTED)
      .map(({ source, length, firstLine, lastLine, sums }) => ({
        firstLine,
        lastLine,
        ofLine: this.lines[source] ?? 0,
        rows: length,
        sums,
      }));
  }

  /** Rows that name themselves and are in no block; null if there are none. */
  singles(): RepeatedRows | null {
    this.endRun();
    const runs = this.found.filter((run) => run.identified.rows > 0 && !this.isBlock(run));
    const sums = new Map<number, RepeatedSum>();
    for (const run of runs) {
      for (const [currency, { amounts, offered }] of run.identified.sums) {
        const sum = sumIn(sums, currency);
        addSigned(sum.amounts, amounts);
        addSigned(sum.offered, offered);
      }
    }
    const rows = runs.reduce((all, { identified }) => all + identified.rows, 0);
    const lines = runs.slice(0, LISTED_ROWS).map((run) => [run.firstLine, this.lines[run.source] ?? 0] as const);
    return rows === 0 ? null : { rows, lines, sums };
  }

  private isBlock({ isVaried, length }: Run): boolean {
    return isVaried && length > 1 && (length >= LONG_BLOCK || length >= LARGE_PART * this.count);
  }

  private extend(run: Run, line: number, content: number, postings: readonly Posting[], isIdentified: boolean): void {
    run.length++;
    run.identified.rows += isIdentified ? 1 : 0;
    run.lastLine = line;
    run.isVaried ||= content !== this.contents[run.source];
    for (const { group, amount, isCredit, isOffered } of postings) {
      for (const sums of isIdentified ? [run.sums, run.identified.sums] : [run.sums]) {
        const sum = sumIn(sums, group.currency);
        addToSigned(isOffered === true ? sum.offered : sum.amounts, amount, isCredit, this.shift);
      }
    }
  }

  private endRun(): void {
    if (this.run !== null && ((this.run.isVaried && this.run.length > 1) || this.run.identified.rows > 0)) {
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

function sumIn(sums: Map<number, RepeatedSum>, currency: number): RepeatedSum {
  let sum = sums.get(currency);
  if (sum === undefined) {
    sums.set(currency, (sum = { amounts: signedSum(), offered: signedSum() }));
  }
  return sum;
}

function longer(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const result = new Int32Array(numbers.length * 2);
  result.set(numbers);
  return result;
}

/** A number that is the same for the same cells, and hardly ever for others: the cells that a mapping asks for, in their order. */
function rowHash(cells: readonly Cell[], count: number, seed: number): number {
  let hash = seed;
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
