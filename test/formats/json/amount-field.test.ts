import { LosslessNumber } from 'lossless-json';
import { isAmountField } from '../../../src/formats/json/amount-field';

describe('A field looks like an amount', () => {
  it.each([
    'cost',
    'spend',
    'total_spend',
    'amount.value',
    'BilledCost',
    'amount_paid',
    'account_cost',
    'discount_amount',
    'metrics.spend',
    'costDetails.total',
    'calculatedTotalCost',
    'fee',
    '金额',
  ])('%s', (name) => {
    expect(isAmountField(name, new LosslessNumber('1'))).toBe(true);
    expect(isAmountField(name, '-1.25e-06')).toBe(true);
    expect(isAmountField(name, 'usd')).toBe(false);
    expect(isAmountField(name, null)).toBe(false);
  });

  it.each([
    'cost_center',
    'CostCentre',
    'cost_id',
    'costId',
    'charge_type',
    'price_tier',
    'spend_count',
    'amount.currency',
    'start_time',
    'total_tokens',
    'feedback',
    'page',
  ])('and not %s', (name) => {
    expect(isAmountField(name, new LosslessNumber('1'))).toBe(false);
  });
});
