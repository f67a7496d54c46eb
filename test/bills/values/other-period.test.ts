import { otherPeriod } from '../../../src/bills/values/other-period';

describe('what is no month', () => {
  it.each([
    ['week', ['2025-W03', '2025W03', 'KW 3 2025', 'Week 3', '2025 S03']],
    [
      'quarter',
      ['Q1 2025', '2025Q1', '2025-Q1', 'FY25 Q1', '1Q25', '1. Quartal 2025', 'T1 2025', '2025年第1四半期', 'Q1'],
    ],
    ['half', ['H1 2025', '2025-H2', '1. Halbjahr 2025', 'S1 2025']],
    ['year', ['2025', 'FY2025', 'FY25', '2024/25', '2024-2025']],
    ['no-year', ['1', '12', 'January', '25-Jan', '15.01.', '01/25', '5 mai']],
    ['stretch', ['2025-01-01 - 2025-03-31', '01.01.2025 bis 31.03.2025', '2025-01-01/2025-02-28']],
  ] as const)('is a %s', (period, texts) => {
    expect(texts.map((text) => [text, otherPeriod(text)])).toEqual(texts.map((text) => [text, period]));
  });

  it.each(['', 'Acme', '13', 'May the Force', 'Quartal', 'x'.repeat(100_000), 'n/a - n/a'])(
    'is nothing of the kind in "%s"',
    (text) => {
      expect(otherPeriod(text)).toBeNull();
    },
  );
});
