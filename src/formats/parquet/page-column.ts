import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { fileMessages } from '../file/messages';
import type { BatchColumn, Decimals, NumberedCells, Numbers } from '../file/row-batch';
import type { PageAhead } from './column-pages';
import { roomForDecimals } from './decimals';
import type { PageMemory } from './page-memory';

/** Says where in the file it is that a page cannot be read, by a row of the batch. */
type PlaceOf = (row: number) => string;

/** Goes through a column that has one value for each row, or none, by as many rows of a page as are asked for. */
export class FlatColumn {
  private page: PageAhead | null = null;
  private position = 0;

  constructor(
    private readonly pages: Iterator<PageAhead, void>,
    private readonly memory: PageMemory,
  ) {}

  /**
   * How many rows the page at hand still has.
   *
   * @throws Error if the column has no more, or is damaged
   */
  rowsAhead(): number {
    if (this.page === null || this.position === this.page.count) {
      this.page = this.pages.next().value ?? null;
      this.position = 0;
    }
    if (this.page === null) {
      throw new Error('The column ends early.');
    }
    return this.page.count - this.position;
  }

  /** The next rows of the page at hand; nothing of it is unpacked before a cell is asked for. */
  take(rows: number, placeOf: PlaceOf): BatchColumn {
    if (this.page === null) {
      throw new Error('The column has not begun.');
    }
    const from = this.position;
    this.position += rows;
    return new PageColumn(this.page, this.memory, from, rows, placeOf);
  }
}

/** Some rows of a page. */
class PageColumn implements BatchColumn {
  constructor(
    private readonly page: PageAhead,
    private readonly memory: PageMemory,
    private readonly from: number,
    private readonly rows: number,
    private readonly placeOf: PlaceOf,
  ) {}

  cellAt(row: number): string {
    let text = '';
    try {
      const { places, textAt } = this.page.content();
      const value = places === null ? this.from + row : (places[this.from + row] ?? -1);
      text = value < 0 ? '' : textAt(value);
    } catch (error) {
      throw this.damaged(error, row);
    }
    if (text.length > LIMITS.cellCharacters) {
      throw new FileProblem(fileMessages.cellTooLong(LIMITS.cellCharacters));
    }
    return text;
  }

  numbered(): NumberedCells | null {
    try {
      const { places, numbered } = this.page.content();
      if (numbered === null) {
        return null;
      }
      const { dictionary, indices } = numbered;
      return {
        texts: dictionary.texts,
        numbers: places === null ? this.cut(indices) : spread(this.cut(places), indices, dictionary.texts.length - 1),
      };
    } catch (error) {
      throw this.damaged(error, 0);
    }
  }

  decimals(): Decimals | null {
    try {
      const { places, decimals } = this.page.content();
      if (decimals === null) {
        return null;
      }
      if (places === null) {
        return decimals(this.from, this.memory.ofNumbers(this.rows));
      }
      const own = this.cut(places);
      const there = own.filter((place) => place >= 0);
      const first = there[0] ?? 0;
      const found = decimals(first, this.memory.ofNumbers(there.length));
      return found === null ? null : spreadDecimals(own, first, found);
    } catch (error) {
      throw this.damaged(error, 0);
    }
  }

  private cut<T extends Numbers | Int32Array>(numbers: T): T {
    return numbers.subarray(this.from, this.from + this.rows) as T;
  }

  /** Whatever a decoder throws means that the file is damaged. */
  private damaged(error: unknown, row: number): FileProblem {
    return error instanceof FileProblem ? error : new FileProblem(fileMessages.parquetDamaged(this.placeOf(row)));
  }
}

/** The numbers of the values that are there, and one for those that are missing. */
function spread(places: Int32Array, indices: Numbers, missing: number): Numbers {
  const numbers = new Uint32Array(places.length);
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1;
    numbers[row] = place < 0 ? missing : (indices[place] ?? missing);
  }
  return numbers;
}

/** @param first the place from which the values are */
function spreadDecimals(places: Int32Array, first: number, values: Decimals): Decimals {
  const { unscaled, scales } = roomForDecimals(places.length);
  unscaled.fill(NaN);
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? -1;
    if (place >= 0) {
      unscaled[row] = values.unscaled[place - first] ?? NaN;
      scales[row] = values.scales[place - first] ?? 0;
    }
  }
  return { unscaled, scales };
}
