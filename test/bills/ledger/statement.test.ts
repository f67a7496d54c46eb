import { recogniseTable } from '../../../src/bills/formats/recognise';
import { ledgerColumn, type LedgerColumn } from '../../../src/bills/ledger/column-type';
import { ALL_MONTHS } from '../../../src/bills/ledger/month-span';
import { sampleStatement, sumsStatement, type SumsStatement } from '../../../src/bills/ledger/statement';
import type { Mapping } from '../../../src/bills/mapping/mapping';
import { parseMapping } from '../../../src/bills/mapping/mapping-text';

const TABLE = { database: 'billing', table: 'focus' };
const FOCUS: readonly (readonly [string, string])[] = [
  ['SubAccountName', 'LowCardinality(Nullable(String))'],
  ['ProviderName', 'String'],
  ['ServiceCategory', 'String'],
  ['ServiceName', 'String'],
  ['ChargePeriodStart', 'DateTime'],
  ['BilledCost', 'Nullable(Decimal(38, 18))'],
  ['BillingCurrency', 'String'],
  ['ConsumedQuantity', 'Float64'],
  ['ConsumedUnit', 'String'],
  ['Tags', 'Map(String, String)'],
];

function columnsOf(changes: Readonly<Record<string, string>> = {}): LedgerColumn[] {
  return FOCUS.map(([name, type]) => ledgerColumn(name, changes[name] ?? type));
}

function statementOf(
  change = '',
  { columns = columnsOf(), months = ALL_MONTHS, part = {} as Partial<Mapping> } = {},
): SumsStatement {
  const header = columns.map(({ name }) => name);
  const recognition = recogniseTable(header, []);
  const mapping = { ...parseMapping(change, recognition.mapping, header), ...part };
  return sumsStatement(TABLE, columns, recognition, mapping, months);
}

describe('the statement of sums', () => {
  it('adds up by client, vendor, service, month and currency, and writes every expression out', () => {
    expect(statementOf().sums).toBe(`SELECT
  ifNull(toString(\`SubAccountName\`), ''),
  toString(\`ProviderName\`),
  toString(\`ServiceName\`),
  toString(toStartOfMonth(\`ChargePeriodStart\`, 'UTC')),
  toString(\`BillingCurrency\`),
  toString(sum(\`BilledCost\`)),
  toString(count())
FROM \`billing\`.\`focus\`
GROUP BY
  ifNull(toString(\`SubAccountName\`), ''),
  toString(\`ProviderName\`),
  toString(\`ServiceName\`),
  toString(toStartOfMonth(\`ChargePeriodStart\`, 'UTC')),
  toString(\`BillingCurrency\`),
  isNull(\`BilledCost\`)
ORDER BY
  ifNull(toString(\`SubAccountName\`), ''),
  toString(\`ProviderName\`),
  toString(\`ServiceName\`),
  toString(toStartOfMonth(\`ChargePeriodStart\`, 'UTC')),
  toString(\`BillingCurrency\`),
  isNull(\`BilledCost\`)
LIMIT 500001
FORMAT JSONCompact`);
  });

  it('asks before for how many sums there are, and how large they may become', () => {
    const { measure, measured } = statementOf();
    expect(measure).toContain('sum(abs(toFloat64(`BilledCost`))) AS ai_spend_size_0');
    expect(measure).toContain("ifNull(toString(count()), '0')");
    expect(measured.map(({ name }) => name)).toEqual(['BilledCost']);
  });

  it.each([
    ['DateTime', "toString(toStartOfDay(`ChargePeriodStart`, 'UTC'))"],
    ["Nullable(DateTime64(3, 'UTC'))", "ifNull(toString(toStartOfDay(`ChargePeriodStart`, 'UTC')), '')"],
    ['Date32', 'toString(`ChargePeriodStart`)'],
    [
      'String',
      "if(match(toString(`ChargePeriodStart`), '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]'), substring(toString(`ChargePeriodStart`), 1, 10), toString(`ChargePeriodStart`))",
    ],
  ])('asks which days have rows, in the same months, of a column of %s', (type, day) => {
    const columns = columnsOf({ ChargePeriodStart: type });
    expect(statementOf('', { columns }).days).toBe(
      `SELECT DISTINCT\n  ${day}\nFROM \`billing\`.\`focus\`\nLIMIT 20001\nFORMAT JSONCompact`,
    );
    if (type !== 'String') {
      const months = { from: '2024-03', to: '' };
      expect(statementOf('', { columns, months }).days).toMatch(/\nWHERE .*2024-03-01/);
    }
  });

  it('asks for no days where the month is no column', () => {
    const month = { kind: 'fixed', text: '2024-03' } as const;
    const { roles } = statementOf().mapping;
    expect(statementOf('', { part: { roles: { ...roles, month } } }).days).toBeNull();
    const tag = { kind: 'tag', column: 'Tags', tag: 'month' } as const;
    expect(statementOf('', { part: { roles: { ...roles, month: tag } } }).days).toBeNull();
  });

  it('asks for the columns that tell AI only where only AI is wanted, and for quantities only where they are kept', () => {
    expect(statementOf().sums).not.toMatch(/ServiceCategory|ConsumedQuantity|Tags/);
    expect(statementOf('only-ai:yes').sums).toContain('toString(`ServiceCategory`)');
    const kept = statementOf('quantities:keep');
    expect(kept.sums).toContain('toString(sum(`ConsumedQuantity`))');
    expect(kept.sums).toContain('toString(`ConsumedUnit`)');
    expect(kept.floats).toEqual(['ConsumedQuantity']);
    expect(kept.columns.find(({ name }) => name === 'ConsumedQuantity')?.as).toBe('float-sum');
  });

  it('takes of a map of tags those that are looked at', () => {
    const client = { kind: 'tag', column: 'Tags', tag: 'client\'s "x"' } as const;
    expect(statementOf('', { part: { roles: { ...statementOf().mapping.roles, client } } }).sums).toContain(
      "toJSONString(mapFilter((k, v) -> (k IN ('client\\'s \"x\"')), `Tags`))",
    );
  });

  it.each([
    [
      { from: '2024-01', to: '2024-03' },
      'DateTime',
      "WHERE `ChargePeriodStart` >= toDateTime('2024-01-01 00:00:00', 'UTC') AND `ChargePeriodStart` < toDateTime('2024-04-01 00:00:00', 'UTC')\n",
    ],
    [{ from: '2024-12', to: '' }, 'Date', "WHERE `ChargePeriodStart` >= toDate('2024-12-01')\n"],
    [
      { from: '', to: '2024-12' },
      'Nullable(Date32)',
      "WHERE (`ChargePeriodStart` < toDate('2025-01-01')) OR isNull(`ChargePeriodStart`)\n",
    ],
  ])('asks for the months %j of a column of %s', (months, type, where) => {
    expect(statementOf('', { columns: columnsOf({ ChargePeriodStart: type }), months }).sums).toContain(where);
  });

  it.each([
    [{ from: '2024-1', to: '' }, 'DateTime', '"2024-1" is not a month'],
    [{ from: "2024-01'; DROP", to: '' }, 'DateTime', 'is not a month'],
    [{ from: '2024-03', to: '2024-01' }, 'DateTime', '2024-03 lies after 2024-01'],
    [{ from: '2024-01', to: '' }, 'String', 'holds texts'],
  ])('refuses the months %j of a column of %s', (months, type, message) => {
    expect(() => statementOf('', { columns: columnsOf({ ChargePeriodStart: type }), months })).toThrow(message);
  });

  it('folds dates that are texts into their month only where no clock could move them out of it', () => {
    const { sums } = statementOf('', { columns: columnsOf({ ChargePeriodStart: 'String' }) });
    expect(sums).toContain(
      "if(match(toString(`ChargePeriodStart`), '^[0-9]{4}-(0[1-9]|1[0-2])-(0[2-9]|1[0-9]|2[0-7])([T ]|$)'), concat(substring(toString(`ChargePeriodStart`), 1, 8), '01'), toString(`ChargePeriodStart`))",
    );
  });

  it.each([
    ['String', '"BilledCost" is String, which the engine cannot add up exactly'],
    ['DateTime', '"BilledCost" is DateTime'],
  ])('refuses an amount of type %s, and says what to do', (type, message) => {
    expect(() => statementOf('', { columns: columnsOf({ BilledCost: type }) })).toThrow(message);
  });

  it('refuses an amount that is a text for every row, and one that is a filter too', () => {
    expect(() =>
      statementOf('', { part: { roles: { ...statementOf().mapping.roles, amount: { kind: 'fixed', text: '1' } } } }),
    ).toThrow('the amount must be a column');
    expect(() => statementOf('', { part: { filters: [{ column: 'BilledCost', contains: '1' }] } })).toThrow(
      'cannot be a name, a month or a filter at once',
    );
  });

  it('adds whole numbers as decimals, which cannot run over', () => {
    expect(statementOf('', { columns: columnsOf({ BilledCost: 'UInt64' }) }).sums).toContain(
      'toString(sum(toDecimal128(`BilledCost`, 0)))',
    );
  });

  it('tells signs apart where they say something', () => {
    expect(statementOf('ProviderName=side').sums).toContain('`BilledCost` < 0');
    expect(statementOf().sums).not.toContain('< 0');
  });

  it('quotes every name, whatever is in it', () => {
    const columns = [ledgerColumn('a`b\\c\nd', 'String')];
    expect(sampleStatement({ database: '', table: "t'`; DROP TABLE x" }, columns)).toBe(
      "SELECT\n  toString(`a\\`b\\\\c\\nd`)\nFROM `t'\\`; DROP TABLE x`\nLIMIT 200\nFORMAT JSONCompact",
    );
  });
});
