import { isNoSpend } from '../../../src/bills/values/no-spend';

describe('a kind or a state of a row that is no spend', () => {
  it.each(['Payment', 'VOID', 'Cancelled', 'draft', 'Budget', 'Auto-recharge', 'Zahlungseingang', 'Annulé', '取消'])(
    'is %s',
    (word) => {
      expect(isNoSpend(word)).toBe(true);
    },
  );

  it.each(['Usage', 'Charge', 'Paid', 'Actual', 'Invoice', '', 'Payment processing service', 'x'.repeat(100_000), 5])(
    'is not %p',
    (word) => {
      expect(isNoSpend(word)).toBe(false);
    },
  );
});
