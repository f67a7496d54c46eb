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
} as const;

export type AmountUnit = keyof typeof AMOUNT_UNITS;

const CURRENCY = '(?:eur|usd|gbp|chf|jpy|cny|inr|sek|nok|dkk|pln|czk|huf|cad|aud|rub|brl|[€$£¥])';
const RUPEES = '(?:₹|rs\\.?|inr|pkr|bdt|npr)';
const within = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'u');

/** What names of columns say, in small letters: the first that fits. */
const WORDS: readonly (readonly [unit: AmountUnit, words: RegExp])[] = [
  ['millions', /百万|百萬|백만/u],
  ['ten-thousands', /万元|万円|萬元|만원/u],
  ['thousands', /千円|千元|천원/u],
  ['lakhs', within(`lakhs?|lacs?|लाख|${RUPEES} ?(?:in )?l`)],
  ['crores', within(`crores?|करोड़|${RUPEES} ?(?:in )?cr`)],
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
    within('(?<!per )cents?|pence|rappen|centimes?|centavos?|centesimi|grosze|öre|øre|копейки|minor units?'),
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
