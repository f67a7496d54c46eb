import { targetDays, targetHolidays } from '../../../src/bills/rates/target-days';

describe('TARGET business days', () => {
  it.each([
    [2023, '2023-04-07', '2023-04-10'],
    [2024, '2024-03-29', '2024-04-01'],
    [2025, '2025-04-18', '2025-04-21'],
    [2026, '2026-04-03', '2026-04-06'],
    [2038, '2038-04-23', '2038-04-26'],
  ])('know Good Friday and Easter Monday of %i', (year, goodFriday, easterMonday) => {
    const holidays = targetHolidays(year);
    expect(holidays).toContain(goodFriday);
    expect(holidays).toContain(easterMonday);
    expect(holidays.size).toBe(6);
  });

  it('leave out weekends and the days after Christmas', () => {
    const days = targetDays('2024-12');
    expect(days).toHaveLength(20);
    expect(days.slice(-4)).toEqual(['2024-12-24', '2024-12-27', '2024-12-30', '2024-12-31']);
  });

  it('know leap days', () => {
    expect(targetDays('2024-02').at(-1)).toBe('2024-02-29');
    expect(targetDays('2023-02').at(-1)).toBe('2023-02-28');
  });
});
