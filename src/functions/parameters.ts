import type { Currency } from '../domain/money/currency';
import { requireCurrency } from '../domain/arguments/required-currency';
import type { Month } from '../domain/calendar/month';
import { Decimal } from '../domain/money/decimal';
import { messages } from '../domain/messages/messages';
import { parsePeriod, type Period } from '../domain/arguments/period';
import { Problem } from '../domain/messages/problem';
import type { CellValue } from '../domain/ledger/table';
import type { Matrix } from './cell-input';

/** How a parameter of a function is read. */
export type Parameter<T> = ElementParameter<T> | WholeParameter<T>;

/** A parameter that takes one value; given a range, the function is called once for each of its elements. */
export interface ElementParameter<T> {
  readonly takes: 'element';
  /** A blank is null. Throws MissingArgument for a blank where the function cannot do without. */
  read(value: CellValue): T;
}

/** A parameter that takes a range as a whole. */
export interface WholeParameter<T> {
  readonly takes: 'whole';
  read(matrix: Matrix): T;
}

/** Thrown for a blank where a value is needed: `#VALUE!` for one cell, an empty text for a gap in a range. */
export class MissingArgument {
  constructor(
    readonly parameter: string,
    /** As in "AISPEND needs a client". */
    readonly what: string,
  ) {}
}

/** A client's or vendor's name that must be given, for the parameter `client` or `vendor`. */
export function requiredName(parameter: 'client' | 'vendor'): ElementParameter<string> {
  return {
    takes: 'element',
    read: (value) => {
      const name = readName(`a ${parameter}`, value);
      if (name === null) {
        throw new MissingArgument(parameter, `a ${parameter}`);
      }
      return name;
    },
  };
}

export function optionalName(parameter: 'client' | 'vendor'): ElementParameter<string | null> {
  return { takes: 'element', read: (value) => readName(`a ${parameter}`, value) };
}

function readName(what: string, value: CellValue): string | null {
  if (isBlankName(value)) {
    return null;
  }
  if (typeof value === 'boolean') {
    throw new Problem('#VALUE!', messages.badName(what, value));
  }
  return String(value);
}

/** A blank cell arrives as 0 on some versions of Excel, so where a name is expected 0 is a blank. */
export function isBlankName(value: CellValue): boolean {
  return value === null || value === 0;
}

export const period: ElementParameter<Period> = { takes: 'element', read: parsePeriod };

/** Null: the currency of the rows. */
export const currency: ElementParameter<Currency | null> = {
  takes: 'element',
  read: (value) => (value === null || value === 0 ? null : requireCurrency(value)),
};

/** Any one value, for a function that tells names from amounts itself. */
export const anyValue: ElementParameter<CellValue> = { takes: 'element', read: (value) => value };

/** A number that must be given, for the parameter `amount`. A blank cell counts as one that is missing. */
export function requiredNumber(parameter: string, what: string): ElementParameter<Decimal> {
  return {
    takes: 'element',
    read: (value) => {
      if (value === null) {
        throw new MissingArgument(parameter, what);
      }
      if (typeof value !== 'number') {
        throw new Problem('#VALUE!', messages.badNumber(what, value));
      }
      return new Decimal(value);
    },
  };
}

/** A currency that must be given. */
export function requiredCurrency(parameter: string, what: string): ElementParameter<Currency> {
  return {
    takes: 'element',
    read: (value) => {
      if (value === null || value === 0) {
        throw new MissingArgument(parameter, what);
      }
      return requireCurrency(value);
    },
  };
}

/** A whole number from 1 on; null where none is given. `what`: "a number of clients". */
export function optionalCount(what: string): ElementParameter<number | null> {
  return {
    takes: 'element',
    read: (value) => {
      if (isBlankName(value)) {
        return null;
      }
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
        throw new Problem('#VALUE!', messages.badCount(what, value));
      }
      return value;
    },
  };
}

/** One stated month; null where none is given. */
export const optionalMonth: ElementParameter<Month | null> = {
  takes: 'element',
  read: (value) => {
    if (isBlankName(value)) {
      return null;
    }
    const resolved = resolveStatedMonth(parsePeriod(value));
    if (resolved === null) {
      throw new Problem('#VALUE!', messages.notOneMonth(value));
    }
    return resolved;
  },
};

function resolveStatedMonth(stated: Period): Month | null {
  if (stated.kind !== 'stated') {
    return null;
  }
  const { from, to } = stated;
  return from === to && from.calendar === 'civil' && from.months === 1 ? from.first : null;
}

/** A stated period, of which a trend takes the first or the last month; null where none is given. */
export const optionalStatedPeriod: ElementParameter<Period | null> = {
  takes: 'element',
  read: (value) => {
    if (isBlankName(value)) {
      return null;
    }
    const stated = parsePeriod(value);
    if (stated.kind !== 'stated') {
      throw new Problem('#VALUE!', messages.notStated(value));
    }
    return stated;
  },
};

/** One of a few words, case ignored; the first is the default. */
export function word<W extends string>(words: readonly [W, ...W[]]): ElementParameter<W> {
  return {
    takes: 'element',
    read: (value) => {
      // A parameter with a pick-list is of type text, in which a blank that arrives as 0 is "0".
      if (isBlankName(value) || value === '0') {
        return words[0];
      }
      const written = typeof value === 'string' ? value.trim().toLowerCase() : value;
      const found = words.find((candidate) => candidate === written);
      if (found === undefined) {
        throw new Problem('#VALUE!', messages.badMeasure(value, words));
      }
      return found;
    },
  };
}

/** A discount rate per period, above -1; null where none is given. */
export const discountRate: ElementParameter<Decimal | null> = {
  takes: 'element',
  read: (value) => {
    if (value === null) {
      return null;
    }
    if (typeof value !== 'number' || value <= -1) {
      throw new Problem('#VALUE!', messages.badRate(value));
    }
    return new Decimal(value);
  },
};
