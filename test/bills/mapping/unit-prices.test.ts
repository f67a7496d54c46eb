import type { Multipliers } from '../../../src/bills/mapping/unit-prices';
import { areSeveral, unitPrices } from '../../../src/bills/mapping/unit-prices';

const column = (name: string, ...cells: string[]) => ({ column: name, cells });
const by = (columns: Partial<Multipliers>): Multipliers => ({ quantities: [], shares: [], discounts: [], ...columns });

describe('prices of one', () => {
  const quantity = column('Qty', '10', '1', '3');
  const price = column('Cost', '20.00', '7.00', '0.335');
  const total = column('Total', '200.00', '7.00', '1.01');

  it('are the columns that times the quantity are another, rounded to cents', () => {
    expect([...unitPrices([quantity, price, total], by({ quantities: ['Qty'] }))]).toEqual([['Cost', 'Total']]);
  });

  it('are none where one row does not agree, where all quantities are 1, or where no column is a quantity', () => {
    expect(
      unitPrices([quantity, price, column('Total', '200.00', '7.00', '9.00')], by({ quantities: ['Qty'] })).size,
    ).toBe(0);
    expect(unitPrices([column('Qty', '1', '1', '1'), price, price], by({ quantities: ['Qty'] })).size).toBe(0);
    expect(unitPrices([quantity, price, total], by({})).size).toBe(0);
  });

  it('need quantities other than 1', () => {
    expect([areSeveral(['1', '1']), areSeveral(['1', '2']), areSeveral(['', 'x'])]).toEqual([false, true, false]);
  });

  it.each([
    ['60%', '40%', ''],
    ['60', '40', '100'],
    ['0.6', '0.4', '1'],
  ])('are wholes of which the row has a share, written as %s', (...cells) => {
    const whole = column('Total', '100.00', '100.00', '7.00');
    const share = column('Share', ...cells);
    expect([
      ...unitPrices([whole, share, column('Allocated', '60.00', '40.00', '7.00')], by({ shares: ['Share'] })),
    ]).toEqual([['Total', 'Allocated']]);
    expect(unitPrices([whole, share, column('Other', '60.00', '50.00', '7.00')], by({ shares: ['Share'] })).size).toBe(
      0,
    );
  });

  it.each([
    ['10.00', '0.50', ''],
    ['-10.00', '-0.50', '0'],
  ])('are what a discount is taken off, written as %s', (...cells) => {
    const discount = column('Discount', ...cells);
    const columns = [column('Cost', '100.00', '5.00', '7.00'), discount, column('Net', '90.00', '4.50', '7.00')];
    expect([...unitPrices(columns, by({ discounts: ['Discount'] }))]).toEqual([['Cost', 'Net']]);
    expect([...unitPrices([...columns].reverse(), by({ discounts: ['Discount'] }))]).toEqual([['Cost', 'Net']]);
    expect(
      unitPrices([...columns.slice(0, 2), column('Net', '90.00', '5.00', '7.00')], by({ discounts: ['Discount'] }))
        .size,
    ).toBe(0);
  });
});
