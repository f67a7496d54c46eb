/**
 * Business days of TARGET, the Eurosystem's payment system. The European Central Bank publishes reference rates on
 * exactly these days, so they tell whether a month's rates are complete.
 */

/** Easter Sunday of a year, month (3 or 4) and day, by the anonymous Gregorian algorithm. */
function easterSunday(year: number): { month: number; day: number } {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return { month: Math.floor(days / 31), day: (days % 31) + 1 };
}

/** Months count from 1; a day before the first or after the last of the month runs over into its neighbour. */
function isoDate(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The year's TARGET holidays: 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December. */
export function targetHolidays(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  return new Set([
    isoDate(year, 1, 1),
    isoDate(year, easter.month, easter.day - 2),
    isoDate(year, easter.month, easter.day + 1),
    isoDate(year, 5, 1),
    isoDate(year, 12, 25),
    isoDate(year, 12, 26),
  ]);
}

/** The TARGET business days of a month such as 2024-11, as ISO dates, earliest first. */
export function targetDays(month: string): string[] {
  const [year, monthOfYear] = month.split('-').map(Number) as [number, number];
  const holidays = targetHolidays(year);
  const lastDay = new Date(Date.UTC(year, monthOfYear, 0)).getUTCDate();
  const days: string[] = [];
  for (let day = 1; day <= lastDay; day += 1) {
    const date = isoDate(year, monthOfYear, day);
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(date)) {
      days.push(date);
    }
  }
  return days;
}
