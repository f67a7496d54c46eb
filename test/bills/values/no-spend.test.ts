import { isNoSpend, isPaymentText } from '../../../src/bills/values/no-spend';

describe('a kind or a state of a row that is no spend', () => {
  it.each([
    'Payment',
    'VOID',
    'Cancelled',
    'draft',
    'Budget',
    'Auto-recharge',
    'Zahlungseingang',
    'Annulé',
    '取消',
    'Accrual',
    'Rückstellung',
  ])('is %s', (word) => {
    expect(isNoSpend(word)).toBe(true);
  });

  it.each(['Usage', 'Charge', 'Paid', 'Actual', 'Invoice', '', 'Payment processing service', 'x'.repeat(100_000), 5])(
    'is not %p',
    (word) => {
      expect(isNoSpend(word)).toBe(false);
    },
  );
});

describe('the text of a row that says what was paid', () => {
  it.each([
    'PAYMENT RECEIVED - THANK YOU',
    'Payment - Thank You',
    'AUTOPAY 123',
    'Zahlungseingang 12',
    'Online payment from J Doe',
  ])('is %s', (text) => {
    expect(isPaymentText(text)).toBe(true);
  });

  it.each([
    'OPENAI *CHATGPT',
    'Payment processing service',
    'Payments API',
    'Stripe payment fees',
    '',
    'x'.repeat(100_000),
    5,
  ])('is not %p', (text) => {
    expect(isPaymentText(text)).toBe(false);
  });
});
