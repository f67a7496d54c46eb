import fc from 'fast-check';
import { literalRows, literalValue, protectedTexts, restoredTexts } from '../../../src/local/grid/formula-literals';

/** A text as a formula writes it. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('a constant in a formula', () => {
  it.each(['1.50', '100.00', '.5', '0.10', '-2.50', '1e3', '1.5E-3', '5.'])('%s is a number', (token) =>
    expect(literalValue(token)).toBe(Number(token)),
  );

  it.each(['11/2024', '8%', '1/2', '$1.00', '1,000', 'TRUE', '#N/A', '=1+1', '{1,2}', '007', '', '2024-11-05'])(
    '"%s" in quotation marks is that text',
    (text) => expect(literalValue(protectedTexts(quoted(text)))).toBe(text),
  );

  it('that is a word is a logical value or none', () => {
    expect([literalValue('TRUE'), literalValue('false'), literalValue('Rate')]).toEqual([true, false, null]);
    expect([literalValue('Infinity'), literalValue('0x10')]).toEqual([null, null]);
  });

  it('that is an error is that error', () => expect(literalValue('#N/A')).toEqual({ error: '#N/A' }));

  it('comes back from what stands in for its characters, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const formula = `=LEN(${quoted(text)})&'it''s'!A1`;
        const shielded = protectedTexts(formula);
        expect(shielded).toHaveLength(formula.length);
        expect(restoredTexts(shielded)).toBe(formula);
        expect(literalValue(protectedTexts(quoted(text)))).toBe(text);
      }),
    );
  });
});

describe('an array constant', () => {
  it('has its values by rows, texts with separators in them too', () => {
    expect(literalRows(protectedTexts('{1.50, "a,b;""c";"11/2024",-2.0}'))).toEqual([
      [1.5, 'a,b;"c'],
      ['11/2024', -2],
    ]);
    expect(literalRows('{TRUE,#N/A}')).toEqual([[true, { error: '#N/A' }]]);
  });

  it.each(['{1,2;3}', '{A1}', '{}', '{1,,2}', '1'])('%s is none', (token) => expect(literalRows(token)).toBeNull());
});
