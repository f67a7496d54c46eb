import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import type { BytesListener, RowListener, TextTable } from '../file/text-table';
import { holdsAmount, type Shape } from './document-shape';
import type { JsonObject, JsonValue } from './json-value';
import { eachField, fieldText } from './record-fields';
import { eachRecord, type Field } from './records';

/** Documents that can be read as often as needed, each time from the first. */
export interface DocumentSource {
  readDocuments(each: (document: JsonValue) => void, progress?: BytesListener): Promise<void>;
}

/** Where the records of a source are. */
export interface RecordPlan {
  readonly shape: Shape;
  /** Whether one document is the whole file. */
  readonly isWhole: boolean;
}

interface FoundTable {
  /** Each column's name and position. */
  readonly columns: Map<string, number>;
  records: number;
}

/**
 * The tables of a source: one for each of its outermost arrays with records, and the one with amounts and with most records
 * first. A table's header has all fields of its records, in the order of their first appearance.
 *
 * @param first read once, to find them
 * @param again read for the rows, as often as asked
 * @throws FileProblem if there is no record, or more of something than the limits allow
 */
export async function recordTables(
  first: DocumentSource,
  again: DocumentSource,
  plan: RecordPlan,
): Promise<TextTable[]> {
  const found = new Map<string, FoundTable>();
  await first.readDocuments((document) => {
    eachRecord(document, plan.shape, plan.isWhole, (record, inherited, place) => {
      let table = found.get(place);
      if (!table) {
        found.set(place, (table = { columns: new Map(), records: 0 }));
      }
      noteColumns(table.columns, record, inherited);
      if (++table.records > LIMITS.rows) {
        throw new FileProblem(fileMessages.tooManyRows(LIMITS.rows));
      }
    });
  });
  if (found.size === 0) {
    throw new FileProblem(fileMessages.noRecords());
  }
  const ranked = [...found].sort(
    ([a, { records: inA }], [b, { records: inB }]) => hasAmounts(b) - hasAmounts(a) || inB - inA,
  );
  return ranked.map(([place, { columns }]) => ({
    name: found.size === 1 ? '' : place,
    header: [...columns.keys()],
    notation: 'exact',
    readRows: (wanted, each, progress) => {
      const header = [...columns.keys()];
      return readRecords(
        again,
        plan,
        place,
        wanted.map((column) => header[column] ?? ''),
        each,
        progress,
      );
    },
  }));

  function hasAmounts(place: string): number {
    let at: Shape | undefined = plan.shape;
    for (const name of place === '' ? [] : place.split('.')) {
      at = at?.fields.get(name);
    }
    return at && holdsAmount(at) ? 1 : 0;
  }
}

function noteColumns(columns: Map<string, number>, record: JsonObject, inherited: readonly Field[]): void {
  eachField(record, inherited, (field) => {
    const name = field.trim();
    if (columns.has(name)) {
      return;
    }
    if (name.length > LIMITS.cellCharacters) {
      throw new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters));
    }
    if (columns.size === LIMITS.columns) {
      throw new FileProblem(fileMessages.tooManyColumns(LIMITS.columns));
    }
    columns.set(name, columns.size);
  });
}

async function readRecords(
  source: DocumentSource,
  plan: RecordPlan,
  wantedPlace: string,
  wanted: readonly string[],
  each: RowListener,
  progress?: BytesListener,
): Promise<void> {
  const slots = new Map<string, number[]>();
  wanted.forEach((name, slot) => slots.set(name, [...(slots.get(name) ?? []), slot]));
  const cells = wanted.map(() => '');
  let line = 0;
  await source.readDocuments((document) => {
    eachRecord(document, plan.shape, plan.isWhole, (record, inherited, place) => {
      if (place !== wantedPlace) {
        return;
      }
      line++;
      cells.fill('');
      let isBlank = true;
      eachField(record, inherited, (name, value) => {
        const text = fieldText(value);
        if (text !== '') {
          isBlank = false;
        }
        for (const slot of slots.get(name.trim()) ?? []) {
          if (text.length > LIMITS.cellCharacters) {
            throw new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters));
          }
          cells[slot] = text;
        }
      });
      if (!isBlank) {
        each(cells, line);
      }
    });
  }, progress);
}
