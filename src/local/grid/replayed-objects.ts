/**
 * Sheets, tables and names of edits that are made again: what others have added meanwhile may stand in the way of what was added here.
 */
import { intersect, type Area } from '../../formats/xlsx/address';
import type { Mutation } from './carried-steps';
import { toArea, type UniverRange } from './univer-range';

/** What the workbook has. */
export interface KnownObjects {
  /** The id of a sheet by its name; null if there is none. */
  sheet(name: string): string | null;
  tables(): readonly { readonly id: string; readonly name: string; readonly sheetId: string; readonly area: Area }[];
  /** The id of a defined name; null if there is none. */
  definedName(name: string): string | null;
}

interface Params {
  readonly id?: string;
  readonly subUnitId?: string;
  readonly tableId?: string;
  readonly name?: string;
  readonly range?: UniverRange;
  readonly sheet?: { readonly name: string };
  readonly config?: { readonly name?: string };
}

/** Finds out for each mutation what it is to be made with. */
export class ReplayedObjects {
  /** Tables that were added where another window has one: that one stands for them. */
  private readonly standIns = new Map<string, string>();

  constructor(
    private readonly known: KnownObjects,
    private readonly tell: (sentence: string) => void,
  ) {}

  /** The parameters with which the mutation can be made; null if it cannot, which is told. */
  adapted({ id, params }: Mutation): object | null {
    const { name, sheet, subUnitId, config } = params as Params;
    switch (id) {
      case 'sheet.mutation.insert-sheet':
        return sheet === undefined
          ? params
          : { ...params, sheet: { ...sheet, name: this.sheetName(sheet.name, null) } };
      case 'sheet.mutation.set-worksheet-name':
        return name === undefined ? params : { ...params, name: this.sheetName(name, subUnitId ?? null) };
      case 'sheet.mutation.add-table':
        return this.addedTable(params);
      case 'sheet.mutation.set-sheet-table':
        return this.changedTable(params, config ?? {});
      case 'sheet.mutation.delete-table':
        return this.standIns.has((params as Params).tableId ?? '') ? null : params;
      case 'formula.mutation.set-defined-name':
        return this.definedName(params);
      default:
        return params;
    }
  }

  private sheetName(name: string, ownId: string | null): string {
    const isTaken = (wanted: string): boolean => ![null, ownId].includes(this.known.sheet(wanted));
    return this.free(name, isTaken, (number) => `${name} (${number})`, 'sheet');
  }

  private tableName(name: string, ownId: string | undefined): string {
    const isTaken = (wanted: string): boolean =>
      this.known.definedName(wanted) !== null ||
      this.known.tables().some((table) => table.id !== ownId && table.name.toLowerCase() === wanted.toLowerCase());
    return this.free(name, isTaken, (number) => `${name}_${number}`, 'table');
  }

  private addedTable(params: object): object | null {
    const { name = '', tableId = '', subUnitId, range } = params as Params;
    const there = this.known
      .tables()
      .find((table) => table.sheetId === subUnitId && range !== undefined && intersect(table.area, toArea(range)));
    if (there === undefined) {
      return { ...params, name: this.tableName(name, tableId) };
    }
    this.standIns.set(tableId, there.id);
    this.tell(`A table that was added while away is not made: another window made the table ${there.name} there.`);
    return null;
  }

  private changedTable(params: object, config: NonNullable<Params['config']>): object | null {
    const { tableId = '' } = params as Params;
    const standIn = this.standIns.get(tableId);
    if (standIn !== undefined) {
      const { name, ...rest } = config;
      return Object.keys(rest).length === 0 && name !== undefined
        ? null
        : { ...params, tableId: standIn, config: rest };
    }
    return config.name === undefined
      ? params
      : { ...params, config: { ...config, name: this.tableName(config.name, tableId) } };
  }

  private definedName(params: object): object | null {
    const { id, name = '' } = params as Params;
    const holder = this.known.definedName(name);
    if (holder === null || holder === id) {
      return params;
    }
    this.tell(`The name ${name} that was defined while away is not made: another window defined it.`);
    return null;
  }

  private free(
    name: string,
    isTaken: (name: string) => boolean,
    nth: (number: number) => string,
    what: string,
  ): string {
    if (!isTaken(name)) {
      return name;
    }
    let number = 2;
    while (isTaken(nth(number))) {
      number += 1;
    }
    this.tell(
      `The ${what} ${name} that was added while away is called ${nth(number)}: another window has one of that name.`,
    );
    return nth(number);
  }
}
