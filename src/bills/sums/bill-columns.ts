import { FileProblem } from '../../formats/file/file-problem';
import type { Cell } from '../../formats/file/text-table';
import type { Mapping, Recognition, Role } from '../mapping/mapping';
import { billMessages } from '../messages';
import { isBlankCell } from '../values/cell-text';
import { roleReader, wantedColumns, type RoleReader } from './role-reader';
import { aiTest, filterTest, type RowTest } from './row-tests';

/** Which columns of a bill a mapping needs, and what their cells say of a row. */
export interface BillColumns {
  /** The columns to ask for; the tests and readers below take the cells of a row in this order. */
  readonly positions: readonly number[];
  readonly roles: Readonly<Record<Role, RoleReader>>;
  /** Whether all columns that stand for a role are blank. */
  readonly isBlank: RowTest;
  readonly passesFilters: RowTest;
  /** Null if nothing in the table tells AI from the rest. */
  readonly isAi: RowTest | null;
  /** Whether a number in the column of dates is Unix time. */
  readonly unixTime: boolean;
}

/** @throws FileProblem if a role is open, a column is not in the table, or only AI is wanted and nothing tells it */
export function billColumns(header: readonly string[], recognition: Recognition, mapping: Mapping): BillColumns {
  const wanted = wantedColumns(header);
  const reader = (role: Role) => roleReader(role, mapping.roles[role], wanted);
  const roles = {
    client: reader('client'),
    vendor: reader('vendor'),
    service: reader('service'),
    month: reader('month'),
    amount: reader('amount'),
    currency: reader('currency'),
  };
  const ofRoles = wanted.positions.length;
  const passesFilters = filterTest(mapping.filters, wanted);
  const isAi = aiTest(header, recognition, mapping, wanted);
  if (mapping.onlyAi && isAi === null) {
    throw new FileProblem(billMessages.nothingTellsAi());
  }
  const { month } = mapping.roles;
  const unixTime =
    month.kind === 'columns' && month.columns.some((column) => recognition.unixTimeColumns?.includes(column));
  return {
    positions: wanted.positions,
    roles,
    isBlank: (cells) => firstAreBlank(cells, ofRoles),
    passesFilters,
    isAi,
    unixTime,
  };
}

function firstAreBlank(cells: readonly Cell[], count: number): boolean {
  for (let place = 0; place < count; place++) {
    if (!isBlankCell(cells[place] ?? '')) {
      return false;
    }
  }
  return true;
}
