import type { Cell } from '../../formats/file/text-table';
import { FileProblem } from '../../formats/file/file-problem';
import { billMessages } from '../messages';
import { isBlankCell } from '../values/cell-text';
import type { Role, RoleSource, UsageRole } from '../mapping/mapping';
import { remembered } from '../values/remembered';
import { tagValue } from '../values/tag-value';

/** Which columns a reading needs, each once. */
export interface WantedColumns {
  readonly positions: readonly number[];
  /** Where the column will stand in the cells of a row. */
  place(column: string): number;
  /** The same for the column at a position: one without a name of its own, too. */
  placeAt(position: number): number;
}

/** @throws FileProblem (from `place`) if the table has no such column */
export function wantedColumns(header: readonly string[]): WantedColumns {
  const positions: number[] = [];
  const placeAt = (position: number): number => {
    const known = positions.indexOf(position);
    return known < 0 ? positions.push(position) - 1 : known;
  };
  return {
    positions,
    placeAt,
    place(column) {
      const position = header.indexOf(column);
      if (position < 0) {
        throw new FileProblem(billMessages.noColumn(column));
      }
      return placeAt(position);
    },
  };
}

/** The same columns, with the places noted that are asked for through it. */
export function notedColumns(wanted: WantedColumns): WantedColumns & { readonly places: ReadonlySet<number> } {
  const places = new Set<number>();
  const noted = (place: number): number => {
    places.add(place);
    return place;
  };
  return {
    positions: wanted.positions,
    place: (column) => noted(wanted.place(column)),
    placeAt: (position) => noted(wanted.placeAt(position)),
    places,
  };
}

/** Gives the cell that stands for a role in a row, and names its column where it is a problem. */
export interface RoleReader {
  /** The first cell that is not blank; where all are, what the source says otherwise, or ''. */
  read(cells: readonly Cell[]): Cell;
  /** The columns by name, for a message; '' for a fixed text. */
  readonly column: string;
}

/** @throws FileProblem if the role is open, or a column is not in the table */
export function roleReader(role: Role | UsageRole, source: RoleSource, wanted: WantedColumns): RoleReader {
  if (source.kind === 'fixed') {
    return { read: () => source.text, column: '' };
  }
  const otherwise = source.otherwise ?? '';
  if (source.kind === 'tag') {
    const place = wanted.place(source.column);
    const valueOf = remembered((cell) => tagValue(String(cell), source.tag));
    return { read: (cells) => valueOf(cells[place] ?? '') || otherwise, column: source.column };
  }
  if (source.columns.length === 0) {
    throw new FileProblem(billMessages.openRole(role));
  }
  const [first = 0, ...others] = source.columns.map((column) => wanted.place(column));
  const read = (cells: readonly Cell[]): Cell => {
    const cell = cells[first] ?? '';
    if (!isBlankCell(cell)) {
      return cell;
    }
    for (const place of others) {
      const other = cells[place] ?? '';
      if (!isBlankCell(other)) {
        return other;
      }
    }
    return otherwise;
  };
  return {
    read: others.length === 0 && otherwise === '' ? (cells) => cells[first] ?? '' : read,
    column: source.columns.join(', '),
  };
}
