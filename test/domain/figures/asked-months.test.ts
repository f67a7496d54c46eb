import { parsePeriod } from '../../../src/domain/arguments/period';
import { spend } from '../../../src/domain/figures/spend';
import { sampleBook, type Cells } from '../sample-book';

/** Months covered of those of a quarter in which Acme has rows in January and March. */
function covered(clients: readonly Cells[]): string {
  const rows = [{ Month: '2024-01' }, { Month: '2024-03' }, ...clients];
  const question = { client: 'Acme', vendor: '*', period: parsePeriod('2024-Q1'), currency: null };
  const { marks } = spend(sampleBook({ clients: rows }), question);
  return marks.covered === null ? '3/3' : `${marks.covered.months}/${marks.covered.of}`;
}

const beta = (cells: Cells = {}): Cells => ({ Client: 'Beta', Month: '2024-02', ...cells });

describe('a month without a row', () => {
  it('is covered where the bill of the vendor is on record', () => {
    expect(covered([])).toBe('2/3');
    expect(covered([beta()])).toBe('3/3');
    expect(covered([beta({ Basis: 'reported' })])).toBe('2/3');
  });

  it('is not covered where that bill is not over', () => {
    expect(covered([beta({ Complete: 'no' })])).toBe('2/3');
  });

  it('is not covered where only one of the vendors that are paid has a bill on record', () => {
    const google = { Vendor: 'Google', Month: '2024-01' };
    expect(covered([google, beta()])).toBe('2/3');
    expect(covered([google, beta(), beta({ Vendor: 'Google' })])).toBe('3/3');
    expect(covered([{ ...google, Basis: 'accepted' }, beta(), beta({ Vendor: 'Google' })])).toBe('2/3');
  });

  it('is not one of which a row tells no amount', () => {
    expect(covered([beta(), { Month: '2024-02', Spend: null }])).toBe('2/3');
    expect(covered([beta(), { Month: '2024-02', Spend: null, 'Spend low': 5 }])).toBe('2/3');
    expect(covered([beta(), { Month: '2024-02', Basis: 'superseded' }])).toBe('3/3');
  });
});
