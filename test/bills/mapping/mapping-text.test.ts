import * as fc from 'fast-check';
import { headerKey } from '../../../src/bills/mapping/header-key';
import { formatMapping, parseMapping, rememberedMapping } from '../../../src/bills/mapping/mapping-text';
import type { Mapping, RoleSource } from '../../../src/bills/mapping/mapping';
import { FileProblem } from '../../../src/formats/file/file-problem';
import { columns, fixed, tag } from '../tables';

const HEADER = ['Kosten', 'Kunde', 'Tags', 'Datum', 'Cost, net', "Kunde's Name", 'costInUsd', 'Meter Category'];
const BASE: Mapping = {
  roles: {
    client: columns(),
    vendor: fixed('V'),
    service: fixed(''),
    month: columns('Datum'),
    amount: columns('Kosten'),
    currency: columns(),
  },
  numbers: 'auto',
  dates: 'auto',
  hundredths: false,
  onlyAi: false,
  filters: [{ column: 'Kunde', contains: 'x' }],
};
const parse = (text: string) => parseMapping(text, BASE, HEADER);

const LEDGER = ['Betrag', 'Haben', 'S/H'];

describe('the text of a mapping', () => {
  it('names columns, tags and fixed texts; what it does not mention stays', () => {
    expect(parse('Kosten=amount,Kunde=client').roles).toEqual({ ...BASE.roles, client: columns('Kunde') });
    expect(parse('Tags[team]=client').roles.client).toEqual(tag('Tags', 'team'));
    expect(parse('"Contoso, Inc."=client').roles.client).toEqual(fixed('Contoso, Inc.'));
    expect(parse("'Cost, net'=amount, 'Kunde''s Name'=client").roles).toMatchObject({
      amount: columns('Cost, net'),
      client: columns("Kunde's Name"),
    });
    expect(parse('Kunde=client,Datum=client').roles.client).toEqual(columns('Kunde', 'Datum'));
    expect(parse('=month').roles.month).toEqual(columns());
    expect(parse('')).toEqual(BASE);
  });

  it('keeps quantities, units, models and teams if it says so, and comes back from its text', () => {
    const usage = { model: tag('Tags', 'ModelId'), quantity: columns('Kosten', 'costInUsd'), unit: fixed('tokens') };
    const proposed: Mapping = { ...BASE, usage };
    expect(formatMapping(proposed)).toBe(formatMapping(BASE));
    const kept = parseMapping('quantities:keep', proposed, HEADER);
    expect(kept).toEqual({ ...proposed, keepsUsage: true });
    expect(formatMapping(kept)).toContain(
      ',=team,Tags[ModelId]=model,Kosten=quantity,costInUsd=quantity,"tokens"=unit,=direction,=cache,quantities:keep,',
    );
    expect(parseMapping(formatMapping(kept), BASE, HEADER)).toEqual(kept);
    expect(parseMapping('quantities:leave-out', kept, HEADER)).toEqual(proposed);
    expect(parseMapping('=unit,Kunde=team', kept, HEADER).usage).toEqual({
      model: usage.model,
      quantity: usage.quantity,
      team: columns('Kunde'),
    });
    expect(parseMapping('=unit,=model,=quantity', kept, HEADER)).toEqual({ ...BASE, keepsUsage: true });
  });

  it('says who of several is the vendor', () => {
    expect(parse('vendor:issuer')).toEqual({ ...BASE, vendor: 'issuer' });
    expect(formatMapping({ ...BASE, vendor: 'issuer' })).toContain(',vendor:issuer,');
    expect(parseMapping('vendor:auto', { ...BASE, vendor: 'developer' }, HEADER)).toEqual(BASE);
  });

  it('finds a column whatever its case and spaces', () => {
    expect(parse('metercategory=service').roles.service).toEqual(columns('Meter Category'));
  });

  it('brings along the currency that an amount has in its name', () => {
    expect(parse('costInUsd=amount').roles.currency).toEqual(fixed('USD'));
    expect(parse('costInUsd=amount,"EUR"=currency').roles.currency).toEqual(fixed('EUR'));
  });

  it('holds the options and the filters', () => {
    expect(parse('numbers:comma,dates:day-first,hundredths:yes,only-ai:yes,filters:none')).toMatchObject({
      numbers: 'comma',
      dates: 'day-first',
      hundredths: true,
      onlyAi: true,
      filters: [],
    });
    expect(parse('Kunde~"a ""b"", c"').filters).toEqual([{ column: 'Kunde', contains: 'a "b", c' }]);
  });

  it('tries a text last for a role, after columns or a tag', () => {
    expect(parse('Kunde=client,Datum=client,"rest"=client').roles.client).toEqual({
      kind: 'columns',
      columns: ['Kunde', 'Datum'],
      otherwise: 'rest',
    });
    expect(parse('Tags[team]=client,"rest"=client').roles.client).toEqual({
      kind: 'tag',
      column: 'Tags',
      tag: 'team',
      otherwise: 'rest',
    });
  });

  it.each([
    ['Kosten=price', '"price" is none of client, vendor'],
    ['Kosten', '"Kosten" is not part of a mapping'],
    ['Kostn=amount', 'perhaps "Kosten" is meant'],
    ['"a"=client,Kunde=client', 'gives the client a second source'],
    ['numbers:dot', '"numbers:dot" has none of the values auto, point, comma'],
    ['colour:red', '"colour:red" is not part of a mapping'],
    ['filters:some', '"filters:some" is not part of a mapping'],
    ['"Contoso=client', 'a double quote that is never closed'],
    ['Kunde=client=vendor', 'is not part of a mapping'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => parse(text)).toThrow(FileProblem);
    expect(() => parse(text)).toThrow(message);
  });

  it('names the columns of a ledger, and takes them away where none is named', () => {
    const ledger = parse("'S/H'=side,Haben=credit");
    expect(ledger).toMatchObject({ side: 'S/H', credits: ['Haben'] });
    expect(parseMapping('', ledger, LEDGER)).toEqual(ledger);
    expect(parseMapping('=side,=credit,sides:auto', ledger, LEDGER)).toEqual(parse(''));
    expect(() => parse('"S"=side')).toThrow('"S"=side" is no column');
    expect(() => parse("'S/H'=side,Haben=side")).toThrow('second source');
    expect(() => parse('totals:maybe')).toThrow('auto, leave-out, count');
    function parse(text: string): Mapping {
      return parseMapping(text, BASE, LEDGER);
    }
  });

  it('comes back as it was, whatever the names', () => {
    const name = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...'ab\'"=,[]~: \n_$'), maxLength: 8 }),
    );
    const text = name;
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        text,
        text,
        fc.infiniteStream(fc.nat(1000)),
        (header, one, other, random) => {
          const pick = <T>(values: readonly T[]): T => values[(random.next().value as number) % values.length]!;
          const source = (): RoleSource =>
            pick([
              () => columns(pick(header)),
              () => columns(pick(header), pick(header)),
              () => columns(),
              () => fixed(one),
              () => tag(pick(header), other),
            ])();
          const mapping: Mapping = {
            roles: {
              client: source(),
              vendor: source(),
              service: source(),
              month: source(),
              amount: source(),
              currency: source(),
            },
            numbers: pick(['auto', 'point', 'comma'] as const),
            dates: pick(['auto', 'month-first', 'day-first', 'year-first', 'serial'] as const),
            ...pick([{}, { credits: [pick(header)] }, { credits: [pick(header), pick(header)] }]),
            ...pick([{}, { side: pick(header) }]),
            ...pick([{}, { sides: pick(['subtract', 'as-written'] as const) }]),
            ...pick([{}, { totals: pick(['leave-out', 'count'] as const) }]),
            ...pick([{}, { months: pick(['leave-out', 'count'] as const) }]),
            ...pick([{}, { fiscal: 4 }]),
            ...pick([{}, { negatives: pick(['spend', 'credits'] as const) }]),
            ...pick([{}, { units: pick(['ones', 'thousands', 'millions', 'ten-thousands'] as const) }]),
            hundredths: pick([true, false]),
            onlyAi: pick([true, false]),
            filters: pick([
              [],
              [{ column: pick(header), contains: other }],
              [
                { column: pick(header), contains: one },
                { column: pick(header), contains: '' },
              ],
            ]),
          };
          expect(parseMapping(formatMapping(mapping), BASE, header)).toEqual(mapping);
        },
      ),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('a mapping that is remembered', () => {
  const remember = (text: string, proposed: Mapping = BASE) => rememberedMapping(text, proposed, HEADER);

  it('has what was said of the columns and how they are written', () => {
    const text = 'Kunde=client,numbers:comma,dates:day-first,sides:as-written,fiscal:4,netting:net';
    expect(remember(text)).toEqual(parse(text));
  });

  it('has no answer about rows of the file for which it was given', () => {
    expect(remember('Kunde=client,totals:count,months:leave-out,blanks:fill-down')).toEqual(parse('Kunde=client'));
  });

  it('has no column of a ledger that was not used', () => {
    expect(remember('Kunde=client', { ...BASE, credits: ['Kosten'], side: 'Tags' })).toEqual(parse('Kunde=client'));
  });

  it('is none where its text cannot be read', () => {
    expect([remember('Kunde=customer'), remember('Preis=amount')]).toEqual([null, null]);
  });
});

describe('the key of a header', () => {
  it('is the same for the same names in any order, and short', () => {
    expect(headerKey(['a', 'b', 'c'])).toBe(headerKey(['c', 'a', 'b', 'a']));
    expect(headerKey([])).toMatch(/^[0-9a-f]{16}$/);
  });

  it('differs where a name differs', () => {
    const keys = [['a', 'b'], ['ab'], ['a', 'B'], ['a', 'b', ''], ['a,b'], ['b1:a'], []].map(headerKey);
    expect(new Set(keys).size).toBe(keys.length);
    const many = Array.from({ length: 20_000 }, (_, index) => headerKey(['Date', `Column ${index}`]));
    expect(new Set(many).size).toBe(many.length);
  });
});
