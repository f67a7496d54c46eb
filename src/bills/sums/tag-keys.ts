import { FileProblem } from '../../formats/file/file-problem';
import type { Cell } from '../../formats/file/text-table';
import { billMessages } from '../messages';
import { detached, nameText } from '../values/cell-text';
import type { WantedColumns } from './role-reader';

/** More of them are not named. */
const MOST_NAMED = 10;

/** The tags by which the rows that are kept are grouped. A cost with two of them is in the bill twice. */
export class TagKeys {
  private readonly keys = new Map<string, string>();
  private readonly place: number;

  constructor(
    private readonly column: string,
    wanted: WantedColumns,
  ) {
    this.place = wanted.place(column);
  }

  /** A row that is kept; one without a tag is of no group. */
  note(cells: readonly Cell[]): void {
    const name = nameText(cells[this.place] ?? '');
    const key = name.toLowerCase();
    if (name !== '' && this.keys.size < MOST_NAMED && !this.keys.has(key)) {
      this.keys.set(detached(key), detached(name));
    }
  }

  /** @throws FileProblem if there are several: they would count the same costs once for each */
  refuseSeveral(): void {
    if (this.keys.size > 1) {
      throw new FileProblem(billMessages.severalTags(this.column, [...this.keys.values()]));
    }
  }
}
