import { areSeveral, unitPrices } from '../../../src/bills/mapping/unit-prices';

const column = (name: string, ...cells: string[]) => ({ column: name, cells });

describe('prices of one', () => {
  const quantity = column('Qty', '10', '1', '3');
  const price = column('Cost', '20.00', '7.00', '0.335');
  const total = column('Total', '200.00', '7.00', '1.01');

  it('are the columns that times the quantity are another, rounded to cents', () => {
    expect([...unitPrices([quantity, price, total], ['Qty'])]).toEqual([['Cost', 'Total']]);
  });

  it('are none where one row does not agree, where all quantities are 1, or where no column is a quantity', () => {
    expect(unitPrices([quantity, price, column('Total', '200.00', '7.00', '9.00')], ['Qty']).size).toBe(0);
    expect(unitPrices([column('Qty', '1', '1', '1'), price, price], ['Qty']).size).toBe(0);
    expect(unitPrices([quantity, price, total], []).size).toBe(0);
  });

  it('need quantities other than 1', () => {
    expect([areSeveral(['1', '1']), areSeveral(['1', '2']), areSeveral(['', 'x'])]).toEqual([false, true, false]);
  });
});
