/**
 * Excel.NamedItemCollection and Excel.NamedItem
 */
import { formatAddress, parseAddress } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { isNode, node, type ModelClass, type ModelNode } from '../protocol/model-class';
import type { GridName } from '../grid/names';
import { objectArgument, textArgument } from './arguments';
import type { ModelHost } from './host';
import { rangeNode, type RangeTarget } from './range';

/** The names of the workbook; a sheet has none of its own here. */
export interface NamesTarget {
  readonly host: ModelHost;
  readonly isOfSheet: boolean;
}

/** A defined name. */
export interface NamedItemTarget {
  readonly host: ModelHost;
  readonly name: string;
}

function list({ host, isOfSheet }: NamesTarget): GridName[] {
  return isOfSheet ? [] : host.grid.names.list();
}

function find(target: NamesTarget, key: unknown): ModelNode | null {
  const wanted = textArgument(key).toLowerCase();
  const name = list(target).find((candidate) => candidate.name.toLowerCase() === wanted);
  return name ? node(NamedItemClass, { host: target.host, name: name.name }) : null;
}

function get(target: NamesTarget, key: unknown): ModelNode {
  const item = find(target, key);
  if (!item) {
    throw new HostError('ItemNotFound');
  }
  return item;
}

function formulaOf(host: ModelHost, reference: unknown): string {
  if (isNode(reference)) {
    const range = objectArgument<RangeTarget>(reference, 'Range');
    const address = formatAddress(host.grid.sheets.name(range.sheetId), range.area);
    const bang = address.lastIndexOf('!') + 1;
    const cells = address
      .slice(bang)
      .replace(
        /([A-Z]+)?(\d+)?/g,
        (_, column?: string, row?: string) => `${column ? `$${column}` : ''}${row ? `$${row}` : ''}`,
      );
    return `=${address.slice(0, bang)}${cells}`;
  }
  return typeof reference === 'number' ? `=${reference}` : textArgument(reference);
}

function definition({ host, name }: NamedItemTarget): string {
  const found = host.grid.names.find(name);
  if (!found) {
    throw new HostError('ItemNotFound');
  }
  return found.formula;
}

function range(target: NamedItemTarget): ModelNode | null {
  const parsed = parseAddress(definition(target).slice(1));
  const sheetId = parsed?.sheetName ? target.host.grid.sheets.find(parsed.sheetName) : null;
  return parsed && sheetId !== null ? rangeNode(target.host, sheetId, parsed.area) : null;
}

/** A constant's value; for a range its address, as Excel answers. */
function value(target: NamedItemTarget): string | number | boolean {
  const text = definition(target).slice(1);
  if (text.trim() !== '' && Number.isFinite(Number(text))) {
    return Number(text);
  }
  if (/^(true|false)$/i.test(text)) {
    return text.toUpperCase() === 'TRUE';
  }
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  return quoted ? (quoted[1] ?? '').replaceAll('""', '"') : text;
}

function type(target: NamedItemTarget): 'Range' | 'Double' | 'String' | 'Boolean' {
  if (range(target)) {
    return 'Range';
  }
  const constant = value(target);
  return typeof constant === 'number' ? 'Double' : typeof constant === 'boolean' ? 'Boolean' : 'String';
}

export const NamedItemCollectionClass: ModelClass<NamesTarget> = {
  name: 'NamedItemCollection',
  items: (target) => list(target).map(({ name }) => node(NamedItemClass, { host: target.host, name })),
  item: get,
  methods: {
    getItem: (target, [key]) => get(target, key),
    getItemOrNullObject: (target, [key]) => find(target, key),
    getCount: (target) => list(target).length,
    add: ({ host, isOfSheet }, [name, reference]) => {
      if (isOfSheet) {
        throw new HostError('ApiNotFound', 'Names of a single worksheet are not available in the local workbook.');
      }
      const text = textArgument(name);
      host.change(() => host.grid.names.add(text, formulaOf(host, reference)));
      return node(NamedItemClass, { host, name: text });
    },
  },
};

export const NamedItemClass: ModelClass<NamedItemTarget> = {
  name: 'NamedItem',
  id: ({ name }) => name,
  scalars: {
    name: { get: ({ name }) => name },
    type: { get: type },
    value: { get: value },
    formula: { get: definition },
    scope: { get: () => 'Workbook' },
    visible: { get: () => true },
    comment: { get: ({ host, name }) => host.grid.names.find(name)?.comment ?? '' },
  },
  methods: {
    getRange: (target) => {
      const found = range(target);
      if (!found) {
        throw new HostError('InvalidOperation', `The name "${target.name}" does not refer to a range.`);
      }
      return found;
    },
    getRangeOrNullObject: range,
    delete: ({ host, name }) => host.change(() => host.grid.names.remove(name)),
  },
};
