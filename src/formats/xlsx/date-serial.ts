const DAY_MILLISECONDS = 86_400_000;
const DAY_SECONDS = 86_400;
/** 31 December 9999 in each system. */
const LAST_1900 = 2_958_465;
const LAST_1904 = 2_957_003;
/** What serial numbers of the 1900 system count from, after that day. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
/** 29 February 1900, a day that never was, but that the 1900 system counts. */
const FALSE_LEAP_DAY = 60;

/**
 * A serial number as `2024-11-18`, or `2024-11-18T05:00:00` if it has a time of day, to the second; null if it is no
 * date of its system. Serial 60 of the 1900 system is `1900-02-29`, as Excel shows it.
 */
export function dateText(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial + 0.5 / DAY_MILLISECONDS);
  if (!(day >= (date1904 ? 0 : 1) && day <= (date1904 ? LAST_1904 : LAST_1900))) {
    return null;
  }
  const date = !date1904 && day === FALSE_LEAP_DAY ? '1900-02-29' : isoDate(day, date1904);
  const seconds = Math.min(Math.max(Math.round((serial - day) * DAY_SECONDS), 0), DAY_SECONDS - 1);
  return seconds === 0 ? date : `${date}T${isoTime(seconds)}`;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(\.\d+)?Z?)?$/;

/** The text of a cell that holds an ISO 8601 date as such, in the form of `dateText`; anything else as it is. */
export function isoDateText(text: string): string {
  const match = ISO.exec(text.trim());
  if (match === null) {
    return text;
  }
  const [, date = '', time = '00:00:00'] = match;
  const full = time.length === 5 ? `${time}:00` : time;
  return full === '00:00:00' ? date : `${date}T${full}`;
}

/** The serial number, from 1900 on, of an ISO 8601 date, which knows no time zone; null if it is none. */
export function isoDateSerial(text: string): number | null {
  const [, date = '', time = '00:00', fraction = ''] = ISO.exec(text.trim()) ?? [];
  const seconds = time.length === 5 ? `${time}:00` : time;
  const milliseconds = Date.parse(`${date}T${seconds}${fraction.slice(0, 4)}Z`);
  return Number.isNaN(milliseconds) ? null : (milliseconds - EPOCH_1900) / DAY_MILLISECONDS;
}

function isoDate(day: number, date1904: boolean): string {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < FALSE_LEAP_DAY ? 31 : 30);
  return new Date(epoch + day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

function isoTime(seconds: number): string {
  const pair = (value: number): string => String(value).padStart(2, '0');
  return `${pair(Math.floor(seconds / 3600))}:${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`;
}
