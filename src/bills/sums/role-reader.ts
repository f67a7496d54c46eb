import type { Cell } from '../../formats/file/text-table';
import { FileProblem } from '../../formats/file/file-problem';
import { billMessages } from '../messages';
import { isBlankCell } from '../values/cell-text';
import type { Role, RoleSource } from '../mapping/mapping';
import { remembered } from '../values/remembered';

/** Which columns a reading needs, each once. */
export interface WantedColumns {
  readonly positions: readonly number[];
  /** Where the column will stand in the cells of a row. */
  place(column: string): number;
}

/** @throws FileProblem (from `place`) where the table has no such column */
export function wantedColumns(header: readonly string[]): WantedColumns {
  const positions: number[] = [];
  return {
    positions,
    place(column) {
      const position = header.indexOf(column);
      if (position < 0) {
        throw new FileProblem(billMessages.noColumn(column));
      }
      const known = positions.indexOf(position);
      return known < 0 ? positions.push(position) - 1 : known;
    },
  };
}

/** Gives the cell that stands for a role in a row, and names its column where it is a problem. */
export interface RoleReader {
  /** The first cell that is not blank; where all are, what the source says otherwise, or ''. */
  read(cells: readonly Cell[]): Cell;
  /** The columns by name, for a message; '' for a fixed text. */
  readonly column: string;
}

/** @throws FileProblem where the role is open, or a column is not in the table */
export function roleReader(role: Role, source: RoleSource, wanted: WantedColumns): RoleReader {
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

/**
 * The value of one tag in a cell of tags: a JSON object, with its braces or without (as Azure writes it), or a list of
 * `{"key": ..., "value": ...}` (as AWS and Google write it). Upper and lower case are different tags, as in the file.
 *
 * @returns '' where the tag is not there, has no scalar value, or the cell is damaged
 */
function tagValue(text: string, tag: string): string {
  const trimmed = text.trim();
  const tags = parse(trimmed) ?? parse(`{${trimmed}}`);
  if (Array.isArray(tags)) {
    return valueInList(tags, tag);
  }
  return isRecord(tags) && Object.hasOwn(tags, tag) ? scalarText(tags[tag]) : '';
}

function valueInList(tags: readonly unknown[], tag: string): string {
  const entry = tags.find((one) => isRecord(one) && (one['key'] === tag || one['Key'] === tag));
  return isRecord(entry) ? scalarText(entry['value'] ?? entry['Value']) : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
