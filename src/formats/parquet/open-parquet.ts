import type { ColumnMetaData, FileMetaData, RowGroup } from 'hyparquet';
import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { NO_CELLS, type BatchColumn, type BatchListener } from '../file/row-batch';
import type { BytesListener, OpenedFile, TextTable } from '../file/text-table';
import { decompressorOf } from './codecs';
import { columnCursor } from './column-cursor';
import { columnPages, type PageAhead } from './column-pages';
import { columnTree, isFlat, type ColumnNode } from './column-tree';
import { readFooter } from './footer';
import { nestedJson, type Leaf } from './nested-json';
import { FlatColumn } from './page-column';
import { PageMemory } from './page-memory';
import { valueText } from './value-text';

/** So many rows a batch has at most, and so many characters its nested columns, of which each cell is held. */
const ROWS_A_BATCH = 16_384;
const CHARACTERS_A_BATCH = 1_000_000;

/**
 * Opens a Parquet file. Decimals and integers are exact, floats the shortest text that is the same float, nested columns JSON
 * text. Of each group of rows only the columns asked for are read from the disk, and of these one page at a time is unpacked, once a
 * cell of it is asked for.
 *
 * @throws FileProblem if the file is no Parquet file, or damaged, encrypted or beyond a limit
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
  const readBatches: NonNullable<TextTable['readBatches']> = (wanted, each, progress) => {
    const distinct = [...new Set(wanted)];
    const nodes = distinct.map((position) => columns[position]).filter((node) => node !== undefined);
    const places = wanted.map((position) => distinct.indexOf(position));
    return readGroups(file, footer.row_groups, { nodes, places, rows }, each, progress);
  };
  return {
    kind: 'parquet',
    reading: null,
    tables: [
      {
        name: '',
        header: columns.map(({ name }) => name.trim()),
        notation: 'exact',
        readRows: (wanted, each, progress) => {
          const cells: string[] = [];
          return readBatches(
            wanted,
            (batch) => {
              for (let row = 0; row < batch.rows; row++) {
                batch.columns.forEach((column, place) => {
                  cells[place] = column.cellAt(row);
                });
                each(cells, batch.firstLine + row);
              }
            },
            progress,
          );
        },
        readBatches,
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
  /** For each column that is wanted, its position in `nodes`. */
  readonly places: readonly number[];
  /** In the whole file. */
  readonly rows: number;
}

async function readGroups(
  file: Blob,
  groups: readonly RowGroup[],
  { nodes, places, rows }: Reading,
  each: BatchListener,
  progress?: BytesListener,
): Promise<void> {
  let line = 0;
  const memories = new Map(nodes.flatMap(leavesOf).map((leaf) => [leaf, new PageMemory()]));
  for (const [position, group] of groups.entries()) {
    const take = batches(await openLeaves(file, group, nodes, memories), nodes, position + 1);
    const groupEnd = line + rowsOf(group);
    while (line < groupEnd) {
      const { count, columns } = take(line + 1, Math.min(groupEnd - line, ROWS_A_BATCH));
      each({ rows: count, firstLine: line + 1, columns: places.map((place) => columns[place] ?? NO_CELLS) });
      line += count;
      if (line < rows) {
        progress?.(Math.floor((file.size * line) / rows), file.size);
      }
    }
  }
  progress?.(file.size, file.size);
}

/** Gives the rows of a group, at most as many at a time as are asked for, and no more than each flat column has on its page. */
function batches(
  { flat, nested }: Leaves,
  nodes: readonly ColumnNode[],
  group: number,
): (line: number, most: number) => { readonly count: number; readonly columns: readonly BatchColumn[] } {
  const nestedNodes = nodes.filter((node) => !flat.has(node));
  return (line, most) => {
    const placeOf = (row: number): string => `row ${line + row}, in group ${group}`;
    const ahead = sound(placeOf(0), () => Math.min(most, ...[...flat.values()].map((column) => column.rowsAhead())));
    const texts = nestedNodes.map((): string[] => []);
    let count = nestedNodes.length === 0 ? ahead : 0;
    for (let characters = 0; count < ahead && characters < CHARACTERS_A_BATCH; count++) {
      for (const [at, node] of nestedNodes.entries()) {
        const text = sound(placeOf(count), () => nestedJson(node, nested)) ?? '';
        texts[at]?.push(text);
        characters += text.length;
      }
    }
    return {
      count,
      columns: nodes.map(
        (node) => flat.get(node)?.take(count, placeOf) ?? heldColumn(texts[nestedNodes.indexOf(node)] ?? []),
      ),
    };
  };
}

function heldColumn(texts: readonly string[]): BatchColumn {
  return { cellAt: (row) => texts[row] ?? '', numbered: () => null, decimals: () => null };
}

/** The columns asked for in a group of rows: those that are flat, and the leaves of the others by their positions among all leaves. */
interface Leaves {
  readonly flat: ReadonlyMap<ColumnNode, FlatColumn>;
  readonly nested: readonly (Leaf | null)[];
}

/**
 * Opens the columns asked for at the beginning of their parts in a group of rows.
 *
 * @param memories for the pages of each leaf
 */
async function openLeaves(
  file: Blob,
  group: RowGroup,
  nodes: readonly ColumnNode[],
  memories: ReadonlyMap<ColumnNode, PageMemory>,
): Promise<Leaves> {
  const flat = new Map<ColumnNode, FlatColumn>();
  const nested: (Leaf | null)[] = [];
  let bytesLeft = file.size;
  for (const [leaf, memory] of memories) {
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
    const bytes = new Uint8Array(await file.slice(start, start + size).arrayBuffer());
    const pages = await pagesOf(leaf, part, bytes, memory);
    if (nodes.includes(leaf) && isFlat(leaf)) {
      flat.set(leaf, new FlatColumn(pages, memory));
    } else {
      nested[leaf.firstLeaf] = {
        cursor: columnCursor(pages, leaf.definition),
        json: valueText(leaf.element).json,
      };
    }
  }
  return { flat, nested };
}

async function pagesOf(
  leaf: ColumnNode,
  part: ColumnMetaData,
  bytes: Uint8Array,
  memory: PageMemory,
): Promise<Iterator<PageAhead, void>> {
  const decompress = await decompressorOf(part.codec);
  if (!decompress) {
    throw new FileProblem(fileMessages.parquetCodec(part.codec ?? 'a codec that has no name yet'));
  }
  const { textOf, numberForm } = valueText(leaf.element);
  const { definition, repetition } = leaf;
  const physical = { type: part.type, length: leaf.element.type_length ?? 0 };
  return columnPages(bytes, part, { decompress, memory, physical, definition, repetition, textOf, numberForm });
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
