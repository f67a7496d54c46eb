import * as fc from 'fast-check';
import { parse } from 'lossless-json';
import { compactParse } from '../../../src/formats/json/compact-parse';

/** Compact or indented, with spaces around. */
const texts = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2, '\t'), fc.constantFrom('', ' ', '\r\n\t'))
  .map(([value, indent, space]) => `${space}${JSON.stringify(value, null, indent)}${space}`);

describe('the compact parser', () => {
  it('reads what the library reads, number texts and all', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const isOrdinary = !text.includes('"__proto__"');
        expect(compactParse(text)).toEqual(isOrdinary ? parse(text) : undefined);
      }),
    );
  });

  it.each([
    '{"a":1.50,"b":[1E-28,-0,0.0,12345678901234567890],"c":{"d":null,"e":true,"f":false}}',
    ' [ ] ',
    ' { } ',
    '{ "a" : [ { } , [ ] , "" ] }',
    String.raw`["a\"b","\u00e9\n","\\","\ud83d\ude00"]`,
    '["é","中文","😀"]',
  ])('reads %s', (text) => {
    expect(compactParse(text)).toEqual(parse(text));
  });

  it.each([
    '',
    '{',
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{"a" 1}',
    '{a:1}',
    '[01]',
    '[1.]',
    '[.5]',
    '[+1]',
    '[NaN]',
    '["a]',
    '["\t"]',
    String.raw`["\x"]`,
    String.raw`["\u12"]`,
    '[1] 2',
    '[1 2]',
    '[tru]',
    '{"a":1,"a":2}',
    '{"a":1,"a":1}',
    '{"__proto__":{"b":1}}',
  ])('leaves %p to the library', (text) => {
    expect(compactParse(text)).toBeUndefined();
  });

  it('holds what comes again once', () => {
    const [a, b] = compactParse('[12.50,12.50]') as object[];
    expect(a).toBe(b);
  });
});
