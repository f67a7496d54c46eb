/**
 * Excel.NamedItemCollection and Excel.NamedItem
 */
import { formatAddress, parseAddress } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import type { ModelNode } from '../protocol/model-class';
import type { GridName } from '../grid/names';
import { isObject, objectArgument, textArgument } from './arguments';
import { object, type Given, type ServedClass } from './excel-class';
import type { ModelHost } from './host';
import { rangeNode } from './ranges';
import type { NamedItemTarget, NamesTarget } from './targets';

function list({ host, isOfSheet }: NamesTarget): GridName[] {
  return isOfSheet ? [] : host.grid.names.list();
}

function find(target: NamesTarget, key: Given<string>): ModelNode<Excel.NamedItem> | null {
  const wanted = textArgument(key).toLowerCase();
  const name = list(target).find((candidate) => candidate.name.toLowerCase() === wanted);
  return name ? object('NamedItem', { host: target.host, name: name.name }) : null;
}

function get(target: NamesTarget, key: Given<string>): ModelNode<Excel.NamedItem> {
  const item = find(target, key);
  if (!item) {
    throw new HostError('ItemNotFound');
  }
  return item;
}

function formulaOf(host: ModelHost, reference: Given<Excel.Range | string>): string {
  if (isObject(reference)) {
    const range = objectArgument(reference, 'Range');
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

function range(target: NamedItemTarget): ModelNode<Excel.Range> | null {
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

export const NamedItemCollectionClass: ServedClass<'NamedItemCollection'> = {
  items: (target) => list(target).map(({ name }) => object('NamedItem', { host: target.host, name })),
  item: get,
  reads: {
    getItem: get,
    getItemOrNullObject: find,
    getCount: (target) => list(target).length,
  },
  writes: {
    add: ({ host, isOfSheet }, name, reference) => {
      if (isOfSheet) {
        throw new HostError('ApiNotFound', 'Names of a single worksheet are not available in the local workbook.');
      }
      const text = textArgument(name);
      host.change(() => host.grid.names.add(text, formulaOf(host, reference)));
      return object('NamedItem', { host, name: text });
    },
  },
};

export const NamedItemClass: ServedClass<'NamedItem'> = {
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
  reads: {
    getRange: (target) => {
      const found = range(target);
      if (!found) {
        throw new HostError('InvalidOperation', `The name "${target.name}" does not refer to a range.`);
      }
      return found;
    },
    getRangeOrNullObject: range,
  },
  writes: { delete: ({ host, name }) => host.change(() => host.grid.names.remove(name)) },
};
