const MILLISECONDS_A_DAY = 86_400_000;
const NANOSECONDS_A_DAY = 86_400_000_000_000n;
/** The day on which 1970 begins, counted as INT96 timestamps do. */
const JULIAN_DAY_OF_1970 = 2_440_588n;
/** Days that a Date can have on either side of 1970. */
const MOST_DAYS = 100_000_000;

/** The date so many days after the first of 1970: `2024-11-18`. */
export function dateText(days: number): string {
  if (!(Math.abs(days) <= MOST_DAYS)) {
    return String(days);
  }
  const text = new Date(days * MILLISECONDS_A_DAY).toISOString();
  return text.slice(0, text.indexOf('T'));
}

/**
 * The instant so many nanoseconds after 1970 begins: `2024-11-18T05:00:00Z`, with as many digits of a second as it needs.
 *
 * @param isUtc false if the file says that its times are of no particular zone: then without the Z
 */
export function timestampText(nanoseconds: bigint, isUtc: boolean): string {
  const ofDay = ((nanoseconds % NANOSECONDS_A_DAY) + NANOSECONDS_A_DAY) % NANOSECONDS_A_DAY;
  const days = Number((nanoseconds - ofDay) / NANOSECONDS_A_DAY);
  return `${dateText(days)}T${timeText(ofDay)}${isUtc ? 'Z' : ''}`;
}

/** The time of day so many nanoseconds after midnight: `05:00:00`. */
export function timeText(nanoseconds: bigint): string {
  const seconds = Number(nanoseconds / 1_000_000_000n);
  const fraction = (nanoseconds % 1_000_000_000n)
    .toString()
    .padStart(9, '0')
    .replace(/(?<!0)0+$/, '');
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':') + (fraction === '' ? '' : `.${fraction}`);
}

/** An INT96 timestamp, the Julian day above the nanoseconds of the day, in nanoseconds after 1970 begins. */
export function nanosecondsOfInt96(value: bigint): bigint {
  return ((value >> 64n) - JULIAN_DAY_OF_1970) * NANOSECONDS_A_DAY + BigInt.asUintN(64, value);
}
