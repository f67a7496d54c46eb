import { readSide } from '../../../src/bills/values/side-text';

describe('the side of a row', () => {
  it.each([
    'S',
    's',
    'D',
    'Dr',
    'DR.',
    'Debit',
    'Débit',
    'Soll',
    'Af',
    'Charge',
    'usage',
    ' Debit ',
    '借方',
    '+',
    'DBIT',
    'Wn',
    'INV',
    'Factuur',
    '차변',
  ])('is debit where it says %p', (text) => {
    expect(readSide(text)).toBe('debit');
  });

  it.each([
    'H',
    'C',
    'Cr',
    'CR.',
    'Credit',
    'Crédit',
    'Haben',
    'Bij',
    'Refund',
    'credit_note',
    'Rückerstattung',
    '貸方',
    'Return',
    'CRDT',
    'Vendor Credit',
    'CRN',
    '대변',
    '환불',
  ])('is credit where it says %p', (text) => {
    expect(readSide(text)).toBe('credit');
  });

  it('is what the column is called where one letter means two things', () => {
    expect([readSide('A'), readSide('A', 'Dare/Avere'), readSide('D', 'Dare/Avere')]).toEqual([
      null,
      'credit',
      'debit',
    ]);
  });

  it('is what a code says in a column of kinds, and nothing elsewhere', () => {
    expect(['RE', 'KR', 'Inv', 'KG', 'GS', 'CN', 'KZ'].map((code) => readSide(code, 'Document type'))).toEqual([
      'debit',
      'debit',
      'debit',
      'credit',
      'credit',
      'credit',
      null,
    ]);
    expect([readSide('KG', 'Belegart'), readSide('KG', 'Country'), readSide('KR')]).toEqual(['credit', null, null]);
  });

  it('is what a posting key says', () => {
    expect(['31', '21', '40', '50', '25'].map((key) => readSide(key, 'Posting Key'))).toEqual([
      'debit',
      'credit',
      'debit',
      'credit',
      null,
    ]);
    expect([readSide(50, 'Buchungsschlüssel'), readSide('50', 'Quantity')]).toEqual(['credit', null]);
  });

  it.each([
    ['MD/D', 'MD', 'D'],
    ['Má dáti / Dal', 'Má dáti', 'Dal'],
    ['B/A', 'B', 'A'],
    ['T/K', 'T', 'K'],
    ['D/P', 'D', 'P'],
    ['B/D', 'B', 'D'],
    ['Χ/Π', 'Χ', 'Π'],
    ['Segno', 'D', 'A'],
  ])('is debit and credit under %p for %p and %p', (column, debit, credit) => {
    expect([readSide(debit, column), readSide(credit, column)]).toEqual(['debit', 'credit']);
  });

  it.each(['-', '−', '–'])('is credit for %p in a column of signs, and blank among words', (dash) => {
    expect([readSide(dash, '', true), readSide(dash)]).toEqual(['credit', 'blank']);
  });

  it('is blank where nothing is said, and none where something else is', () => {
    expect(['', ' ', 'NULL'].map((cell) => readSide(cell))).toEqual(['blank', 'blank', 'blank']);
    expect(['?', 'SH', 'Adjustment', 'D C', 'x'.repeat(1000), 7].map((cell) => readSide(cell))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
