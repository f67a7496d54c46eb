import type { Currency } from '../../domain/money/currency';
import { requireCurrency } from '../../domain/arguments/required-currency';
import { daysOf, type Days } from '../../domain/calendar/day';
import type { Month } from '../../domain/calendar/month';
import { Decimal } from '../../domain/money/decimal';
import { messages } from '../../domain/messages/messages';
import { parsePeriod, PERIOD_WORDS, type Period } from '../../domain/arguments/period';
import { Problem } from '../../domain/messages/problem';
import { nameKey } from '../../domain/ledger/name-key';
import type { CellValue } from '../../domain/ledger/table';
import type { Matrix } from './cell-input';
import type { Control } from './control';

/** How a parameter of a function is asked for and read. */
export type Parameter<T> = ElementParameter<T> | WholeParameter<T>;

interface AnyParameter {
  readonly control: Control;
  /** The function cannot do without it. */
  readonly required: boolean;
}

/** A parameter that takes one value; given a range, the function is called once for each of its elements. */
export interface ElementParameter<T> extends AnyParameter {
  readonly takes: 'element';
  /** A blank is null. Throws MissingArgument for a blank if the function cannot do without. */
  read(value: CellValue): T;
}

/** A parameter that takes a range as a whole. */
export interface WholeParameter<T> extends AnyParameter {
  readonly takes: 'whole';
  read(matrix: Matrix): T;
}

/** Thrown for a blank if a value is needed: `#VALUE!` for one cell, an empty text for a gap in a range. */
export class MissingArgument {
  constructor(
    readonly parameter: string,
    /** As in "AISPEND needs a client". */
    readonly what: string,
  ) {}
}

const NAMES = {
  client: { kind: 'client', all: true, amounts: false },
  vendor: { kind: 'vendor', amounts: false },
} as const satisfies Record<string, Control>;

/** As a parameter that may be left out, but the function cannot do without it. `what`: as in "AISPEND needs a client". */
function required<T>(given: ElementParameter<T | null>, parameter: string, what: string): ElementParameter<T> {
  return {
    ...given,
    required: true,
    read: (value) => {
      const found = given.read(value);
      if (found === null) {
        throw new MissingArgument(parameter, what);
      }
      return found;
    },
  };
}

/** A client's or vendor's name that must be given, for the parameter `client` or `vendor`. */
export function requiredName(parameter: keyof typeof NAMES): ElementParameter<string> {
  return required(optionalName(parameter), parameter, `a ${parameter}`);
}

/** A text that must be given, for the parameter `model`. */
export function requiredText(parameter: string, what: string): ElementParameter<string> {
  return required(optionalText(what), parameter, what);
}

export function optionalName(parameter: keyof typeof NAMES): ElementParameter<string | null> {
  return {
    takes: 'element',
    control: NAMES[parameter],
    required: false,
    read: (value) => readName(`a ${parameter}`, value),
  };
}

/** A name of which nothing is suggested; null if none is given. `what`: "a service". */
export function optionalText(what: string): ElementParameter<string | null> {
  return { takes: 'element', control: { kind: 'text' }, required: false, read: (value) => readName(what, value) };
}

/** A name or an amount, as it comes: for a function that tells them apart itself, and misses what is not there. */
export function nameOrAmount(of: keyof typeof NAMES, given: 'required' | 'optional'): ElementParameter<CellValue> {
  return {
    takes: 'element',
    control: of === 'client' ? { kind: of, all: false, amounts: true } : { kind: of, amounts: true },
    required: given === 'required',
    read: (value) => value,
  };
}

function readName(what: string, value: CellValue): string | null {
  if (isBlankName(value)) {
    return null;
  }
  if (typeof value === 'boolean') {
    throw new Problem('#VALUE!', messages.badName(what, value));
  }
  const name = String(value);
  return nameKey(name) === '' ? null : name;
}

/** A blank cell arrives as 0 on some versions of Excel, so if a name is expected 0 is a blank. */
export function isBlankName(value: CellValue): value is null | 0 {
  return value === null || value === 0;
}

/** A parameter that may be left out: null if none is given. */
function optional<T>(control: Control, read: (value: NonNullable<CellValue>) => T): ElementParameter<T | null> {
  return { takes: 'element', control, required: false, read: (value) => (isBlankName(value) ? null : read(value)) };
}

/** A period, also one of the words such as `ttm`; a blank is the latest month on record. */
export const period: ElementParameter<Period> = {
  takes: 'element',
  control: { kind: 'period', words: PERIOD_WORDS },
  required: false,
  read: parsePeriod,
};

/** As `period`, for a function that does something else if none is given: then null. */
export const optionalPeriod = optional<Period>({ kind: 'period', words: ['month', 'ttm', 'ytd'] }, parsePeriod);

/** Null: the currency of the rows. */
export const currency = optional<Currency>({ kind: 'currency' }, requireCurrency);

/** A number that must be given, for the parameter `amount`. A blank cell counts as one that is missing. */
export function requiredNumber(parameter: string, what: string): ElementParameter<Decimal> {
  return {
    takes: 'element',
    control: { kind: 'number' },
    required: true,
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
  return required(currency, parameter, what);
}

/** A whole number from 1 on; null if none is given. `what`: "a number of clients". */
export function optionalCount(what: string): ElementParameter<number | null> {
  return optional({ kind: 'number' }, (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
      throw new Problem('#VALUE!', messages.badCount(what, value));
    }
    return value;
  });
}

/** A date, or a month: its days; null if none is given. */
export const optionalDate = optional<Days>({ kind: 'date' }, (value) => {
  const days = daysOf(value);
  if (days === null) {
    throw new Problem('#VALUE!', messages.badDate(value));
  }
  return days;
});

/** One stated month; null if none is given. */
export const optionalMonth = optional<Month>({ kind: 'period', words: [] }, (value) => {
  const resolved = resolveStatedMonth(parsePeriod(value));
  if (resolved === null) {
    throw new Problem('#VALUE!', messages.notOneMonth(value));
  }
  return resolved;
});

function resolveStatedMonth(stated: Period): Month | null {
  if (stated.kind !== 'stated') {
    return null;
  }
  const { from, to } = stated;
  return from === to && from.calendar === 'civil' && from.months === 1 ? from.first : null;
}

function statedPeriod(wrong: (value: unknown) => string): ElementParameter<Period | null> {
  return optional({ kind: 'period', words: [] }, (value) => {
    const stated = parsePeriod(value);
    if (stated.kind !== 'stated') {
      throw new Problem('#VALUE!', wrong(value));
    }
    return stated;
  });
}

/** A stated period, of which a trend takes the first or the last month; null if none is given. */
export const optionalStatedPeriod = statedPeriod(messages.notStated);

/** A stated period that must be given, for the parameter `from`. */
export function requiredStatedPeriod(parameter: string, what: string): ElementParameter<Period> {
  return required(statedPeriod(messages.notStatedPeriod), parameter, what);
}

/** One of a few words, case ignored; null if none is given. `what`: "a bound". */
export function optionalWord<W extends string>(what: string, words: readonly W[]): ElementParameter<W | null> {
  return {
    takes: 'element',
    control: { kind: 'choice', words },
    required: false,
    read: (value) => {
      // A parameter with a pick-list is of type text, in which a blank that arrives as 0 is "0".
      if (isBlankName(value) || value === '0') {
        return null;
      }
      const written = typeof value === 'string' ? value.trim().toLowerCase() : value;
      const found = words.find((candidate) => candidate === written);
      if (found === undefined) {
        throw new Problem('#VALUE!', messages.badWord(what, value, words));
      }
      return found;
    },
  };
}

/** As `optionalWord`; the first is the default. */
export function word<W extends string>(words: readonly [W, ...W[]], what = 'a measure'): ElementParameter<W> {
  const optional = optionalWord(what, words);
  return { ...optional, read: (value) => optional.read(value) ?? words[0] };
}

/** One side of where an amount lies; null: only what is known to the point. */
export const bound = optionalWord('a bound', ['low', 'high']);

/** A discount rate per period, above -1; null if none is given. */
export const discountRate: ElementParameter<Decimal | null> = {
  takes: 'element',
  control: { kind: 'number' },
  required: false,
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
