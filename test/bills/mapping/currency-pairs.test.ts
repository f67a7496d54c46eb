import { isOfAnother } from '../../../src/bills/mapping/currency-pairs';

const among = (numbers: string[], currencies: string[]) => ({ numbers, currencies });

describe('a column of currencies beside several amounts', () => {
  it.each([
    ['Original Currency', 'Original Amount'],
    ['Merchant currency', 'Merchant amount'],
    ['Document currency', 'Amount in doc. curr.'],
    ['Local Currency', 'Amount in local currency'],
    ['origCurrency', 'origAmount'],
  ])('goes with the one whose name says so: %s with %s', (currency, amount) => {
    const beside = among(['Amount', amount], [currency]);
    expect(isOfAnother(currency, 'Amount', beside)).toBe(true);
    expect(isOfAnother(currency, amount, beside)).toBe(false);
  });

  it('goes with the only amount, whatever it is called', () => {
    expect(
      isOfAnother('Original Currency', 'Amount', among(['Amount', 'Original quantity'], ['Original Currency'])),
    ).toBe(false);
  });

  it('is in doubt beside an amount in a foreign currency that has none of its own', () => {
    expect(isOfAnother('Currency', 'Amount', among(['Amount (Foreign Currency)', 'Amount'], ['Currency']))).toBe(true);
    expect(
      isOfAnother('Currency', 'Amount', among(['Original Amount', 'Amount'], ['Original Currency', 'Currency'])),
    ).toBe(false);
    expect(isOfAnother('Currency', 'Amount', among(['Local amount', 'Amount'], ['Currency']))).toBe(false);
  });
});
