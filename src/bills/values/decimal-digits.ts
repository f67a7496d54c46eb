const OTHER_DIGITS = /(?![0-9])\p{Nd}/u;
const EACH_OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;

/** A text with the digits of Arabic, Devanagari, Thai and every other script as those from 0 to 9. */
export function decimalDigits(text: string): string {
  return OTHER_DIGITS.test(text) ? text.replace(EACH_OTHER_DIGIT, digitOf) : text;
}

/** Decimal digits stand in tens in Unicode, each ten from its zero on. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
  }
  return String(code - zero);
}
