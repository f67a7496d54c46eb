import { withoutOwners } from '../../../src/formats/formula/function-owner';
import { formulaText, formulaTokens } from '../../../src/formats/formula/tokens';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

const cleaned = (formula: string): string =>
  formulaText(withoutOwners(formulaTokens(formula), (name) => name === '_xldudf_F'));

describe('the file that Excel names before a function of an add-in', () => {
  it.each([
    '[2]!_xldudf_F(1)',
    '[Book 2.xlsx]Sheet1!_xldudf_F(1)',
    "'C:\\it''s mine\\F.XLAM'!_xldudf_F(1)",
    "F.XLAM'!_xldudf_F(1)",
    "C:\\Program Files\\F.XLAM'!_xldudf_F(1)",
    '\\\\server\\share name\\F.XLAM!_xldudf_F(1)',
  ])('is taken away: %s', (formula) => {
    expect(cleaned(formula)).toBe('_xldudf_F(1)');
    expect(cleaned(`A1*2+${formula}`)).toBe('A1*2+_xldudf_F(1)');
  });

  it.each([
    '[2]!_xldudf_G(1)',
    '[2]!_xldudf_F+1',
    '"[2]!_xldudf_F(1)"',
    'A1[2]!_xldudf_F(1)',
    'C:\\x\\F.XLAM+(1)+!_xldudf_F(1)',
  ])('stays: %s', (formula) => {
    expect(cleaned(formula)).toBe(formula);
  });

  it('of one made to be slow is looked for in linear time', async () => {
    const spent = await cpuTime(() => {
      for (const part of ["C:\\x'!", '[2]!_xldudf_F(', "F'!_xldudf_F(1)+", 'C:\\']) {
        cleaned(part.repeat(10_000));
      }
    });
    expect(spent).toBeLessThan(WRONG_KIND_MS);
  });
});
