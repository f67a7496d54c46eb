import { Decimal } from '../money/decimal';
import type { Book } from './book';
import { perBook } from './per-book';
import { returnMessages } from '../messages/return-messages';
import { brokenRow } from '../messages/broken-row';
import { messages } from '../messages/messages';
import { compareText, nameKey, spellings } from './name-key';
import { nearestName } from './nearest-name';
import { Problem } from '../messages/problem';
import { readRows, sortedOut, textOf, type CellValue, type RawRow, type RawTable } from './table';
import { TABLES, type ColumnOf } from './tables';

/** One row of AIReturns: what a study found to come back for each unit spent. */
export interface StudyReturn {
  readonly row: number;
  readonly study: string;
  readonly year: number;
  readonly segment: string;
  /** Units that come back for 1 unit invested. */
  readonly returnPer1: Decimal;
  readonly source: string;
}

export interface BrokenReturn {
  readonly row: number;
  readonly segment: string;
  /** Null: it cannot be read, so the row could be of the latest year. */
  readonly year: number | null;
  readonly problem: string;
}

/** The segment that is meant if none is named. */
export const ALL_SEGMENT = 'All';

const tableIn = perBook((book) => ReturnTable.of(book.table('AIReturns')));

/** AIReturns, checked. */
export class ReturnTable {
  private constructor(
    readonly studies: readonly StudyReturn[],
    readonly broken: readonly BrokenReturn[],
  ) {}

  /**
   * The workbook's table.
   * @throws Problem as `of` does
   */
  static in(book: Book): ReturnTable {
    return tableIn(book);
  }

  /**
   * @throws Problem `#N/A` if the workbook has no table AIReturns, `#VALUE!` if a column is missing
   */
  static of(table: RawTable | null): ReturnTable {
    if (table === null) {
      throw new Problem('#N/A', messages.noTable('AIReturns'), { kind: 'load-reference-data' });
    }
    const { sound, broken } = sortedOut(readRows(table, TABLES.AIReturns), checkReturn);
    return new ReturnTable(sound, broken);
  }

  /**
   * The return of a segment in the latest year on record.
   * @throws Problem `#N/A` for a segment that AIReturns does not have; `#VALUE!` if studies of that year disagree
   */
  returnOf(segment: string): StudyReturn {
    const key = nameKey(segment);
    const ofSegment = this.studies.filter((study) => nameKey(study.segment) === key);
    const latest = Math.max(...ofSegment.map((study) => study.year));
    const broken = this.broken.find((row) => nameKey(row.segment) === key && (row.year ?? latest) >= latest);
    if (broken) {
      throw brokenRow('AIReturns', broken);
    }
    const rivals = ofSegment
      .filter((study) => study.year === latest)
      .sort((a, b) => compareText(a.study, b.study) || a.row - b.row);
    const [first, ...others] = rivals;
    if (first === undefined) {
      throw this.unknownSegment(segment);
    }
    if (others.some((study) => !study.returnPer1.eq(first.returnPer1))) {
      const claims = rivals.map((study) => ({ study: study.study, returnPer1: study.returnPer1.toFixed() }));
      throw new Problem('#VALUE!', returnMessages.studiesDisagree(first.segment, latest, claims));
    }
    return first;
  }

  private unknownSegment(written: string): Problem {
    if (this.studies.length + this.broken.length === 0) {
      return new Problem('#N/A', messages.noRows('AIReturns'), { kind: 'load-reference-data' });
    }
    const known = spellings(this.studies.map((study) => study.segment)).map(([name]) => name);
    const nearest = nearestName(written, known);
    return new Problem(
      '#N/A',
      returnMessages.unknownSegment(written, known, nearest),
      nearest === null ? null : { kind: 'use-name', written, name: nearest },
    );
  }
}

function checkReturn(raw: RawRow<ColumnOf<'AIReturns'>>): StudyReturn | BrokenReturn {
  const segment = textOf(raw.cell('Segment'));
  const yearCell = raw.cell('Year');
  const year = yearOfCell(yearCell);
  const broken = (problem: string): BrokenReturn => ({ row: raw.row, segment, year, problem });
  if (segment === '') {
    return broken(messages.cellBlank('Segment'));
  }
  if (year === null) {
    return broken(yearCell === null ? messages.cellBlank('Year') : returnMessages.cellNotYear('Year', yearCell));
  }
  const returnPer1 = raw.cell('Return per 1');
  if (typeof returnPer1 !== 'number') {
    return broken(
      returnPer1 === null ? messages.cellBlank('Return per 1') : messages.cellNotNumber('Return per 1', returnPer1),
    );
  }
  return {
    row: raw.row,
    study: textOf(raw.cell('Study')),
    year,
    segment,
    returnPer1: new Decimal(returnPer1),
    source: textOf(raw.cell('Source')),
  };
}

function yearOfCell(value: CellValue): number | null {
  const year = typeof value === 'boolean' ? Number.NaN : Number(value ?? Number.NaN);
  return Number.isInteger(year) && year >= 1900 && year <= 9999 ? year : null;
}
