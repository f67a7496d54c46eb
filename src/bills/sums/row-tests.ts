import type { Cell } from '../../formats/file/text-table';
import { isAiName } from './ai-services';
import { nameText } from '../values/cell-text';
import type { Filter, Mapping, Recognition } from '../mapping/mapping';
import { remembered } from '../values/remembered';
import type { WantedColumns } from './role-reader';

/** Says of a row, by its cells, whether something holds. */
export type RowTest = (cells: readonly Cell[]) => boolean;

/** Whether all filters hold. */
export function filterTest(filters: readonly Filter[], wanted: WantedColumns): RowTest {
  const tests = filters.map(({ column, contains }) => {
    const text = contains.toLowerCase();
    return { place: wanted.place(column), passes: remembered((cell) => nameText(cell).toLowerCase().includes(text)) };
  });
  return (cells) => {
    for (const { place, passes } of tests) {
      if (!passes(cells[place] ?? '')) {
        return false;
      }
    }
    return true;
  };
}

/** Whether a row is AI, by the columns of its format and by what the user mapped as the service; null if nothing tells. */
export function aiTest(
  header: readonly string[],
  recognition: Recognition,
  mapping: Mapping,
  wanted: WantedColumns,
): RowTest | null {
  if (recognition.whollyAi === true) {
    return () => true;
  }
  const { service } = mapping.roles;
  const columns = new Set([...recognition.aiColumns, ...(service.kind === 'columns' ? service.columns : [])]);
  const tests = [...columns]
    .filter((column) => header.includes(column))
    .map((column) => ({ place: wanted.place(column), isAi: remembered(isAiName) }));
  if (tests.length === 0) {
    return null;
  }
  return (cells) => {
    for (const { place, isAi } of tests) {
      if (isAi(cells[place] ?? '')) {
        return true;
      }
    }
    return false;
  };
}
