/** In what the amounts of a column are counted, each with the power of ten that one of it is. */
export const AMOUNT_UNITS = {
  millionths: -6,
  hundredths: -2,
  ones: 0,
  thousands: 3,
  'ten-thousands': 4,
  lakhs: 5,
  millions: 6,
  crores: 7,
  'hundred-millions': 8,
  billions: 9,
} as const;

export type AmountUnit = keyof typeof AMOUNT_UNITS;

const CURRENCY = '(?:eur|usd|gbp|chf|jpy|cny|inr|sek|nok|dkk|pln|czk|huf|cad|aud|rub|brl|[€$£¥])';
const RUPEES = '(?:₹|rs\\.?|inr|pkr|bdt|npr)';
const within = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'u');

/** What names of columns say, in small letters: the first that fits. */
const WORDS: readonly (readonly [unit: AmountUnit, words: RegExp])[] = [
  ['billions', /十億|十亿|십억/u],
  ['hundred-millions', /[億亿억](?=[円元원)）]|$)/u],
  ['millions', /百万|百萬|백만/u],
  ['ten-thousands', /万元|万円|萬元|만원/u],
  ['thousands', /千円|千元|천원/u],
  ['lakhs', within(`lakhs?|lacs?|लाख|${RUPEES} ?(?:in )?l`)],
  ['crores', within(`crores?|करोड़|${RUPEES} ?(?:in )?cr`)],
  [
    'billions',
    within(
      `bn|billions?|mrd|mlrd|mld|milliards?|milliarden|miljard|miljarder|miliardi|mil millones|mil milhoes|млрд|${CURRENCY} ?b(?=[)\\]]|$)`,
    ),
  ],
  [
    'millions',
    within(
      `mio|mln|mill|millions?|millionen|millones|milhoes|milioni|miljoen|miljoner|млн|m ?${CURRENCY}|${CURRENCY} ?(?:mm?|mn)|(?:mm?|mn)(?=[)\\]])`,
    ),
  ],
  [
    'thousands',
    within(
      `thousands?|thsd|tsd|tausend|milliers|miles|milhares|migliaia|duizend|tusen|tys|tis|тыс|[kt] ?${CURRENCY}|${CURRENCY} ?k|k(?=[)\\]]|$)|(?<!\\d)['’]?000s?(?!\\d)|${CURRENCY}['’]?000s?`,
    ),
  ],
  ['millionths', within('micros')],
  [
    'hundredths',
    within(
      '(?<!per )cents?|pence|rappen|centimes?|centavos?|centesimi|grosze|öre|øre|копейки|minor units?|(?:ct|¢)(?=[)\\]]|$)',
    ),
  ],
];

/** Longer names say more than what they count in. */
const LONGEST = 100;

/** Whether a name says `(Cr)` or `in Cr`, which is crore, or credit: `Amount (Cr)`. */
export function mayBeInCrores(column: string): boolean {
  return unitInName(column) === null && /(?:\(|\[|in )cr\.?(?:\)|\]|$)/i.test(column.slice(0, LONGEST));
}

/**
 * What the name of a column says that its amounts are counted in: `Betrag (TEUR)` thousands, `Spend ($M)` millions, `amount_cents`
 * hundredths. Null if it says nothing of that.
 */
export function unitInName(column: string): AmountUnit | null {
  const name = column
    .slice(0, LONGEST)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .toLowerCase();
  return WORDS.find(([, words]) => words.test(name))?.[0] ?? null;
}

/** `(TEUR)`, and `in thousands of euros` or `単位：千円` up to the end of what is said. */
const IN_BRACKETS = /[([（]([^()[\]（）]{1,30})[)\]）]/gu;
const IN_WORDS =
  /(?:(?<!\p{L})(?:in|en|em|w|в|units?)(?!\p{L})|单位|單位|単位|단위)[\s:：]{0,3}([^.;,()\s:：][^.;,()]{0,29})/giu;
/** What else is counted in millions, and where something is. */
const OTHER_THINGS = /token|request|user|unit|seat|call|oaks|character|zeichen/i;
/** Longer lines tell a story. */
const LONGEST_LINE = 200;

/** What a line beside a table says that all its amounts are counted in: `All amounts in thousands of EUR`, `Angaben in TEUR`; or null. */
export function unitInLine(line: string): AmountUnit | null {
  if (line.length > LONGEST_LINE) {
    return null;
  }
  for (const pattern of [IN_BRACKETS, IN_WORDS]) {
    for (const [, said = ''] of line.matchAll(pattern)) {
      const unit = OTHER_THINGS.test(said) ? null : unitInName(said);
      if (unit !== null) {
        return unit;
      }
    }
  }
  return null;
}
