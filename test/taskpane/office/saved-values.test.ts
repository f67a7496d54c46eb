import { Decimal } from '../../../src/domain/money/decimal';
import { Problem } from '../../../src/domain/messages/problem';
import { shows } from '../../../src/taskpane/office/saved-values';

const amount = (text: string) => ({ value: new Decimal(text), format: '0.00' });

it('a cell shows a figure where it holds its number, whatever digits a cell cannot hold', () => {
  expect(shows(20_000_000, amount('20000000'))).toBe(true);
  expect(shows(0.1 + 0.2, amount('0.3'))).toBe(true);
  expect(shows(0, amount('0'))).toBe(true);
  expect(shows(1_234_567.891, amount('1234567.892'))).toBe(false);
  expect(shows('20000000', amount('20000000'))).toBe(false);
  expect(shows('', amount('1'))).toBe(false);
});

it('a cell shows a text or an error where it holds the same', () => {
  expect(shows('ByteDance', 'ByteDance')).toBe(true);
  expect(shows('ByteDance', 'Adobe')).toBe(false);
  expect(shows('#N/A', new Problem('#N/A', 'No client.'))).toBe(true);
  expect(shows(1, new Problem('#N/A', 'No client.'))).toBe(false);
});
