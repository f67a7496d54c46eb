/** What a column of a ClickHouse table can do in a statement of ours. */
export interface LedgerColumn {
  readonly name: string;
  /** As the engine writes it: `LowCardinality(Nullable(String))`. */
  readonly type: string;
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  /** Of a column that is added up exactly: its decimals. */
  readonly scale: number;
  /** In how many digits its sums are kept; 0 for one that is not added up exactly. */
  readonly digits: number;
}

/**
 * `exact`: added up to the last digit. `float`: added up, but not exactly. `moment`: a date with a time. `tags`: a map of texts. `other`:
 * not read.
 */
export type ColumnKind = 'exact' | 'float' | 'text' | 'fixed-text' | 'date' | 'moment' | 'tags' | 'other';

/** `SimpleAggregateFunction(sum, Decimal(38, 12))` is what a materialised view that adds up has: its values are those of its type. */
const WRAPPER = /^(?:Nullable\(|LowCardinality\(|SimpleAggregateFunction\(\w+, )(.*)\)$/s;
const KINDS: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^U?Int\d+$/, 'exact'],
  [/^Decimal(?:\d+)?\(/, 'exact'],
  [/^(?:B?Float)\d+$/, 'float'],
  [/^FixedString\(\d+\)$/, 'fixed-text'],
  [/^(?:String|UUID|Bool|Enum(?:8|16)?\(.*\))$/s, 'text'],
  [/^Date(?:32)?$/, 'date'],
  [/^DateTime(?:32|64)?(?:\(.*\))?$/s, 'moment'],
  [/^Map\((?:LowCardinality\(String\)|String), (?:LowCardinality\(String\)|Nullable\(String\)|String)\)$/, 'tags'],
];

/** Digits of sums of columns of up to 38 digits, and of wider ones. */
const DIGITS = 38;
const WIDE_DIGITS = 76;

/** What a column is, by its type as `DESCRIBE TABLE` tells it. */
export function ledgerColumn(name: string, type: string): LedgerColumn {
  const inner = unwrapped(type);
  const kind = KINDS.find(([form]) => form.test(inner))?.[1] ?? 'other';
  return {
    name,
    type,
    kind,
    nullable: /\bNullable\(/.test(type) && kind !== 'tags',
    scale: kind === 'exact' ? scaleOf(inner) : 0,
    digits: kind === 'exact' ? digitsOf(inner) : 0,
  };
}

function unwrapped(type: string): string {
  const [, inner] = WRAPPER.exec(type.trim()) ?? [];
  return inner === undefined ? type.trim() : unwrapped(inner);
}

/** `Decimal(38, 15)` and, as some tables have it, `Decimal64(4)`. */
function scaleOf(type: string): number {
  return Number(/[( ](\d+)\)$/.exec(type)?.[1] ?? 0);
}

function digitsOf(type: string): number {
  const [, precision] = /^Decimal\((\d+)/.exec(type) ?? [];
  const isWide = /^(?:U?Int256|Decimal256\()/.test(type) || Number(precision ?? 0) > DIGITS;
  return isWide ? WIDE_DIGITS : DIGITS;
}
