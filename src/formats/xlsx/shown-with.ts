import type { Shown } from '../file/text-table';

export const NOTHING_SHOWN: Shown = { words: '', thousands: 0 };

/** Signs that currencies of several countries share: the country of the format tells which is meant. */
const SHARED_SIGNS = /^(?:\$|kr\.?|¥|Rs\.?|₨|Fr\.?|lei)$/i;

/** Those countries, as a format names them in newer files (`en-US`) and in all others (`409`). */
const CURRENCY_OF_COUNTRY: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'US 409 540A USD|CA 1009 C0C CAD|AU C09 AUD|NZ 1409 NZD|SG 4809 1004 SGD|HK C04 3C09 HKD|TW 404 TWD|MX 80A MXN|AR 2C0A ARS|CL 340A CLP|' +
    'CO 240A COP|SE 41D SEK|NO 414 814 NOK|DK 406 DKK|IS 40F ISK|JP 411 JPY|CN 804 CNY|IN 4009 439 INR|PK 420 PKR|CH 100C 807 810 CHF|' +
    'RO 418 RON|MD 818 MDL'
  )
    .split('|')
    .flatMap((line) => {
      const names = line.split(' ');
      return names.slice(0, -1).map((name) => [name, names[names.length - 1] ?? ''] as const);
    }),
);

/** One step of a format: text in quotes, what is escaped, skipped or repeated, what stands in brackets, or a sign for itself. */
const STEP = /"([^"]*)"?|\\(.?)|[_*].?|\[([^\]]*)\]?|[^]/g;

/** What a format such as `_-* #,##0.00 [$€-407]` shows beside a positive number: its first section says so. */
export function shownWith(format: string): Shown {
  let words = '';
  let digits = '';
  let seen = '';
  for (const [step, quoted, escaped, bracketed] of format.matchAll(STEP)) {
    if (step === ';') {
      break;
    }
    if (bracketed !== undefined) {
      words += currencyIn(bracketed);
      seen += currencyIn(bracketed);
    } else if (quoted !== undefined || escaped !== undefined) {
      words += quoted ?? escaped ?? '';
      seen += quoted ?? escaped ?? '';
    } else if (/^[0#?.,]$/.test(step)) {
      digits += step;
      words += ' ';
      seen += DIGITS;
    } else {
      seen += step.length > 1 ? '' : step;
      words += step === '%' ? ' % ' : /^[\p{Sc}\s]$/u.test(step) ? step : ' ';
    }
  }
  const plain = words
    .replace(/[^\p{L}\p{M}\p{Sc}.%]+/gu, ' ')
    .split(' ')
    .filter((word) => /[\p{L}\p{Sc}%]/u.test(word));
  const isNegative = isShownNegative(seen);
  return plain.length === 0 && !digits.includes(',') && !isNegative
    ? NOTHING_SHOWN
    : { words: plain.join(' '), thousands: scaledBy(digits), ...(isNegative ? { isNegative } : {}) };
}

/** Stands for each of the digits in what is seen; no format can show this character itself. */
const DIGITS = '\0';

/** Whether digits stand in brackets, or beside a minus with no more than a currency between them. */
function isShownNegative(seen: string): boolean {
  const first = seen.indexOf(DIGITS);
  const before = seen.slice(0, Math.max(0, first)).trim();
  const behind = seen.slice(seen.lastIndexOf(DIGITS) + 1).trim();
  return (
    first >= 0 &&
    ((/\([^()]*$/.test(before) && /^[^()]*\)/.test(behind)) ||
      /^(?:[-\u2212]\s*\p{Sc}?|\p{Sc}?\s*[-\u2212])$/u.test(before) ||
      /^(?:[-\u2212]\s*\p{Sc}?|\p{Sc}?\s*[-\u2212])$/u.test(behind))
  );
}

/** `$€-407`: a sign, and the country for which it is written; anything else in brackets is not shown. */
function currencyIn(bracketed: string): string {
  if (!bracketed.startsWith('$')) {
    return '';
  }
  const dash = bracketed.indexOf('-', 1);
  const sign = dash < 0 ? bracketed.slice(1) : bracketed.slice(1, dash);
  const country =
    dash < 0
      ? ''
      : (bracketed
          .slice(dash + 1)
          .split(/[-,]/)
          .at(-1) ?? '');
  const known = SHARED_SIGNS.test(sign.trim())
    ? CURRENCY_OF_COUNTRY[country.toUpperCase().replace(/^0+/, '')]
    : undefined;
  return ` ${known ?? sign} `;
}

/** Commas behind the last digit, before the point or at the end, each make the number shown a thousand times smaller. */
function scaledBy(digits: string): number {
  let commas = 0;
  for (const part of digits.split('.')) {
    for (let at = part.length - 1; part[at] === ','; at--) {
      commas++;
    }
  }
  return commas;
}
