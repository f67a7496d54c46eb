import { freeName } from '../../../src/workbook/report/free-name';

it('a new sheet gets the name wanted, else the next number, cut where Excel allows no longer name', () => {
  expect(freeName('AI Report', [])).toBe('AI Report');
  expect(freeName('AI Report', ['ai report', 'AI Report 2'])).toBe('AI Report 3');
  expect(freeName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(29)} 2`);
});
