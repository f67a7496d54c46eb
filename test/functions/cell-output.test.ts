import { requireCurrency } from '../../src/domain/arguments/required-currency';
import { Decimal } from '../../src/domain/money/decimal';
import { Problem } from '../../src/domain/messages/problem';
import { CellError } from '../../src/functions/cell-input';
import { amountCell, hostCell, hostErrorOf } from '../../src/functions/cell-output';
import { HostError, withHostErrors } from './host-errors';

const amount = (value: number | string) => amountCell({ amount: new Decimal(value), currency: requireCurrency('JPY') });

describe('an amount', () => {
  it('goes out with its number format where the host shows it', () => {
    expect(hostCell(amount(20), true)).toEqual({
      type: 'FormattedNumber',
      basicValue: 20,
      numberFormat: '#,##0 [$JPY]',
    });
  });

  it('goes out as a plain number where it does not', () => {
    expect(hostCell(amount(20), false)).toBe(20);
  });

  it('that no cell can hold goes out as an error', () => {
    withHostErrors(() => {
      expect(hostCell(amount('2e308'), true)).toMatchObject({
        code: '#NUM!',
        message: 'The figure is too large for a cell.',
      });
    });
  });
});

describe('an error', () => {
  it('of ours carries its message', () => {
    withHostErrors(() => {
      expect(hostErrorOf(new Problem('#N/A', 'No client "X" in AIClients.'))).toEqual(
        new HostError('#N/A', 'No client "X" in AIClients.'),
      );
    });
  });

  it("of the host's class is handed back as it came", () => {
    withHostErrors(() => {
      const original = new HostError('#REF!');
      expect(hostErrorOf(new CellError('#REF!', original))).toBe(original);
    });
  });

  it("that came in another form becomes one of the host's class, for the runtime takes no other", () => {
    withHostErrors(() => {
      const error = hostErrorOf(new CellError('#DIV/0!', { type: 'Error', basicValue: '#DIV/0!' }));
      expect(error).toBeInstanceOf(HostError);
      expect(error).toMatchObject({ code: '#DIV/0!' });
    });
  });
});
