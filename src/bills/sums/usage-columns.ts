import { tokenDirection, type TokenDirection } from '../../domain/ledger/token-direction';
import { TOKEN, unitKey, unitOf } from '../../domain/ledger/units';
import type { Cell } from '../../formats/file/text-table';
import type { RoleSource, UsageRole, UsageSources } from '../mapping/mapping';
import { readAmount, type AmountReading } from '../values/amount-text';
import { nameText } from '../values/cell-text';
import { distinctValues, pairIds, textIds, type TextIds } from './ids';
import { roleReader, type RoleReader, type WantedColumns } from './role-reader';

/** What a row tells beside its names, without the quantity itself. */
export interface UsageNames {
  readonly team: string;
  readonly model: string;
  /** Null: the row has no quantity. */
  readonly unit: string | null;
}

/** What the rows of a bill say of quantities, units, models and teams. */
export interface UsageColumns {
  /** The quantities of a row, which add up; none if it tells none; null if one cannot be read. */
  quantitiesOf(cells: readonly Cell[]): readonly AmountReading[] | null;
  /** Whether a row tells a quantity that can be read; quicker than to read it. */
  hasQuantity(cells: readonly Cell[]): boolean;
  /** A small number for what the row tells beside its names: 0 for nothing. */
  idOf(cells: readonly Cell[], hasQuantity: boolean): number;
  namesOf(id: number): UsageNames;
  /** The first column of the quantities, for a message. */
  readonly quantityColumn: string;
}

const NOTHING: UsageNames = { team: '', model: '', unit: null };

/**
 * The readers of what is kept by choice; null if the mapping knows of nothing.
 *
 * @throws FileProblem if a column is not in the table
 */
export function usageColumns(sources: UsageSources | undefined, wanted: WantedColumns): UsageColumns | null {
  if (sources === undefined || Object.keys(sources).length === 0) {
    return null;
  }
  const reader = (role: UsageRole): RoleReader | null => {
    const source = sources[role];
    return source === undefined ? null : roleReader(role, source, wanted);
  };
  const quantities = eachColumn(sources.quantity).map((source) => roleReader('quantity', source, wanted));
  const texts = { team: textIds(), model: textIds() };
  const team = idReader(reader('team'), texts.team);
  const model = idReader(reader('model'), texts.model);
  const unit = unitReader(reader('unit'), reader('direction'), reader('cache'));
  const withModel = pairIds();
  const withUnit = pairIds();
  const names: UsageNames[] = [];
  const idWith = (teamId: number, modelId: number, unitId: number): number => {
    const id = withUnit(withModel(teamId, modelId), unitId);
    names[id] ??= {
      team: texts.team.textOf(teamId),
      model: withoutDirection(texts.model.textOf(modelId)),
      unit: unitId === 0 ? null : unit.textOf(unitId),
    };
    return id;
  };
  idWith(0, 0, 0);
  return {
    quantitiesOf: (cells) => quantitiesIn(quantities, cells),
    hasQuantity: (cells) => isQuantityIn(quantities, cells),
    idOf: (cells, hasQuantity) => idWith(team(cells), model(cells), hasQuantity ? unit.idOf(cells) : 0),
    namesOf: (id) => names[id] ?? NOTHING,
    quantityColumn: quantities[0]?.column ?? '',
  };
}

/** A number that can be read without a look at what its point or comma means. */
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;

/** Whether `quantitiesIn` finds any. Nearly every cell is told by its form, and no number is made of it. */
function isQuantityIn(readers: readonly RoleReader[], cells: readonly Cell[]): boolean {
  let isFound = false;
  for (const { read } of readers) {
    const cell = read(cells);
    if (typeof cell === 'string' ? PLAIN.test(cell) : Number.isFinite(cell)) {
      isFound = true;
    } else if (cell !== '') {
      return (quantitiesIn(readers, cells)?.length ?? 0) > 0;
    }
  }
  return isFound;
}

/** Several columns of a quantity are added up, so each is read by itself. */
function eachColumn(source: RoleSource | undefined): RoleSource[] {
  if (source === undefined) {
    return [];
  }
  return source.kind === 'columns'
    ? source.columns.map((column) => ({ kind: 'columns', columns: [column] }))
    : [source];
}

function quantitiesIn(readers: readonly RoleReader[], cells: readonly Cell[]): readonly AmountReading[] | null {
  const found: AmountReading[] = [];
  for (const { read } of readers) {
    const quantity = readAmount(read(cells));
    // A quantity has no side, and nobody counts in lakhs of tokens by a single letter: that is a unit.
    const reading = quantity !== 'blank' && /^(?:cr|dr|l)$/.test(quantity?.word ?? '') ? null : quantity;
    // An amount of money is no quantity.
    if (reading === null || (reading !== 'blank' && reading.mark !== '')) {
      return null;
    }
    if (reading !== 'blank') {
      found.push(reading);
    }
  }
  return found;
}

function idReader(reader: RoleReader | null, texts: TextIds): (cells: readonly Cell[]) => number {
  return reader === null ? () => 0 : (cells) => texts.idOf(reader.read(cells));
}

/** Units that count the same are one, as the first of them is written. */
function unitReader(unit: RoleReader | null, direction: RoleReader | null, cache: RoleReader | null) {
  const texts = textIds();
  const known = distinctValues<string>(unitKey);
  const [unitId, directionId, cacheId] = [unit, direction, cache].map((reader) => idReader(reader, texts));
  const withDirection = pairIds();
  const withCache = pairIds();
  const ids: number[] = [];
  return {
    /** From 1. */
    idOf: (cells: readonly Cell[]): number => {
      const [of = 0, way = 0, action = 0] = [unitId?.(cells), directionId?.(cells), cacheId?.(cells)];
      const id = withCache(withDirection(of, way), action);
      return (ids[id] ??= known.idOf(unitText(texts.textOf(of), texts.textOf(way), texts.textOf(action))) + 1);
    },
    textOf: (id: number): string => known.values[id - 1] ?? '',
  };
}

/** What is done with a cache, if that stands in a place of its own. */
const CACHE: readonly (readonly [TokenDirection, RegExp])[] = [
  ['cache write', /\b(?:write|written|creation|create)\b/i],
  ['cache read', /\b(?:read|hit|cached)\b/i],
];

/**
 * The unit with which way the tokens go: `Tokens` that are read from a cache are `cache read tokens`. A unit that says it itself, or
 * counts something else, stays as it is.
 */
export function unitText(unit: string, direction: string, cache: string): string {
  const way = CACHE.find(([, word]) => word.test(cache))?.[0] ?? tokenDirection(direction);
  const { kind, direction: own, size } = unitOf(unit);
  if (way === null || own !== null || (kind !== TOKEN && unit !== '')) {
    return unit;
  }
  const [, before = null] = /^(.*?)tok(?:en)?s?$/i.exec(unit) ?? [];
  if (before === null || unit === '') {
    return `${size.eq(1) ? '' : `${size.toFixed()} `}${way} tokens`;
  }
  return `${before.trim()} ${way} tokens`.trim();
}

/** `gpt-4o-2024-08-06, cached input` is of the model gpt-4o-2024-08-06. */
function withoutDirection(model: string): string {
  const comma = model.lastIndexOf(',');
  return comma > 0 && tokenDirection(model.slice(comma)) !== null ? nameText(model.slice(0, comma)) : model;
}
