import { endColumnOf } from '../../../src/bills/mapping/period-ends';

describe('the column with the end of what begins in another', () => {
  it.each([
    ['Period Start', 'Period End'],
    ['usage_start_time', 'usage_end_time'],
    ['ServicePeriodStart', 'ServicePeriodEnd'],
    ['Leistungszeitraum von', 'Leistungszeitraum bis'],
    ['From', 'To'],
    ['Startdatum', 'Enddatum'],
    ['Date', 'End date'],
    ['Period', 'Period end'],
    ['Service date from', 'Service date to'],
    ['Début', 'Fin'],
  ])('of %s is %s', (start, end) => {
    expect(endColumnOf(start, ['Vendor', start, 'Total', end, 'Amount'])).toBe(end);
  });

  it.each(['Date', 'Month', 'Vendor', 'Period Start', 'From', 'x'.repeat(1000)])('is none of %p alone', (column) => {
    expect(endColumnOf(column, ['Client', column, 'Total', 'Contract end', 'Amount to pay', ''])).toBeNull();
  });
});
