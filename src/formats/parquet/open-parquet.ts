import type { FileMetaData, RowGroup } from 'hyparquet';
import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { BytesListener, OpenedFile, RowListener } from '../file/text-table';
import { decompressorOf } from './codecs';
import { columnCursor } from './column-cursor';
import { columnPages } from './column-pages';
import { columnTree, isFlat, type ColumnNode } from './column-tree';
import { readFooter } from './footer';
import { nestedJson, type Leaf } from './nested-json';
import { valueText } from './value-text';

/** So many rows lie between two reports of progress. */
const ROWS_A_REPORT = 10_000;

/**
 * Opens a Parquet file. Decimals and integers are exact, floats the shortest text that is the same float, nested columns JSON
 * text. Of each group of rows only the columns asked for are read from the disk, and of these one page at a time is unpacked.
 *
 * @throws FileProblem where the file is no Parquet file, or damaged, encrypted or beyond a limit
 */
export async function openParquet(file: Blob): Promise<OpenedFile> {
  if (file.size === 0) {
    throw new FileProblem(fileMessages.empty());
  }
  if (file.size > LIMITS.packedFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(file.size, LIMITS.packedFileBytes));
  }
  const footer = await readFooter(file);
  const columns = columnsOf(footer);
  const rows = footer.row_groups.reduce((sum, group) => sum + rowsOf(group), 0);
  if (rows !== Number(footer.num_rows)) {
    throw new FileProblem(fileMessages.parquetDamaged('its footer'));
  }
  if (rows > LIMITS.rows) {
    throw new FileProblem(fileMessages.tooManyRows(LIMITS.rows));
  }
  return {
    kind: 'parquet',
    reading: null,
    tables: [
      {
        name: '',
        header: columns.map(({ name }) => name.trim()),
        notation: 'exact',
        readRows: async (wanted, each, progress) => {
          const distinct = [...new Set(wanted)];
          const nodes = distinct.map((position) => columns[position]).filter((node) => node !== undefined);
          const sources = wanted.map((position) => distinct.indexOf(position));
          await readRows(file, footer.row_groups, { nodes, sources, rows }, each, progress);
        },
      },
    ],
    notices: [],
  };
}

function columnsOf({ schema }: FileMetaData): readonly ColumnNode[] {
  const columns = sound('its footer', () => columnTree(schema)).filter(({ firstLeaf, endLeaf }) => endLeaf > firstLeaf);
  if (columns.length === 0) {
    throw new FileProblem(fileMessages.parquetDamaged('its footer'));
  }
  if (columns.length > LIMITS.columns) {
    throw new FileProblem(fileMessages.tooManyColumns(LIMITS.columns));
  }
  return columns;
}

function rowsOf(group: RowGroup): number {
  const rows = Number(group.num_rows);
  if (!(rows >= 0)) {
    throw new FileProblem(fileMessages.parquetDamaged('its footer'));
  }
  return rows;
}

interface Reading {
  /** The columns to read, each once. */
  readonly nodes: readonly ColumnNode[];
  /** For each cell that is wanted, the position of its column in `nodes`. */
  readonly sources: readonly number[];
  /** In the whole file. */
  readonly rows: number;
}

async function readRows(
  file: Blob,
  groups: readonly RowGroup[],
  { nodes, sources, rows }: Reading,
  each: RowListener,
  progress?: BytesListener,
): Promise<void> {
  let line = 0;
  for (const [position, group] of groups.entries()) {
    const leaves = await openLeaves(file, group, nodes);
    const texts = nodes.map(() => '');
    const cells = sources.map(() => '');
    const groupEnd = line + rowsOf(group);
    while (line < groupEnd) {
      line++;
      sound(`row ${line}, in group ${position + 1}`, () => {
        nodes.forEach((node, column) => {
          texts[column] = cellOf(node, leaves);
        });
      });
      sources.forEach((source, cell) => {
        cells[cell] = texts[source] ?? '';
      });
      each(cells, line);
      if (line % ROWS_A_REPORT === 0) {
        progress?.(Math.floor((file.size * line) / rows), file.size);
      }
    }
  }
  progress?.(file.size, file.size);
}

function cellOf(node: ColumnNode, leaves: readonly (Leaf | null)[]): string {
  const text =
    (isFlat(node) && node.element.type ? leaves[node.firstLeaf]?.cursor.next() : nestedJson(node, leaves)) ?? '';
  if (text.length > LIMITS.cellCharacters) {
    throw new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters));
  }
  return text;
}

/** The leaves of the columns asked for, each at the beginning of its part in a group of rows; null for all others. */
async function openLeaves(file: Blob, group: RowGroup, nodes: readonly ColumnNode[]): Promise<(Leaf | null)[]> {
  const leaves: (Leaf | null)[] = [];
  let bytesLeft = file.size;
  for (const leaf of new Set(nodes.flatMap(leavesOf))) {
    const chunk = group.columns[leaf.firstLeaf];
    if (chunk?.crypto_metadata ?? chunk?.encrypted_column_metadata) {
      throw new FileProblem(fileMessages.parquetEncrypted());
    }
    const part = chunk?.meta_data;
    const { type } = leaf.element;
    const start = Number(part?.dictionary_page_offset || part?.data_page_offset);
    const size = Number(part?.total_compressed_size);
    const isThere = part !== undefined && type !== undefined && start >= 0 && size >= 0 && start + size <= file.size;
    const isSound = isThere && type === part.type && (leaf.repetition > 0 || Number(part.num_values) === rowsOf(group));
    // Parts do not overlap, so that together they are no larger than the file.
    if (!isSound || (bytesLeft -= size) < 0) {
      throw new FileProblem(fileMessages.parquetDamaged(`its column ${leaf.name}`));
    }
    const decompress = await decompressorOf(part.codec);
    if (!decompress) {
      throw new FileProblem(fileMessages.parquetCodec(part.codec ?? 'a codec that has no name yet'));
    }
    const bytes = new Uint8Array(await file.slice(start, start + size).arrayBuffer());
    const { textOf, json } = valueText(leaf.element);
    const { definition, repetition } = leaf;
    const physical = { type, length: leaf.element.type_length ?? 0 };
    const pages = columnPages(bytes, part, { decompress, physical, definition, repetition, textOf });
    leaves[leaf.firstLeaf] = { cursor: columnCursor(pages, definition), json };
  }
  return leaves;
}

function leavesOf(node: ColumnNode): ColumnNode[] {
  return node.element.type !== undefined ? [node] : node.children.flatMap(leavesOf);
}

/** Whatever a decoder throws means that the file is damaged; `place` says where. */
function sound<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(fileMessages.parquetDamaged(place));
  }
}
