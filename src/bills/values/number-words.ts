import { currenciesOf } from './currency-mark';

/**
 * Words behind or before a number that say what it is counted in, by the power of ten. What one country calls otherwise than another is not
 * among them: `MM` (millions, or thousands of thousands), `T`, `mil`, trillions.
 */
const WORDS: readonly (readonly [power: number, words: string])[] = [
  [-2, '¢ ct cent cents'],
  [
    3,
    'k thousand thousands thsd tsd tausend mila duizend tusen tusind tuhat tys tisíc тыс тысяча тысячи тысяч тис bin ribu rb nghìn 千 천 हज़ार ألف',
  ],
  [4, '万 萬 만'],
  [5, 'lakh lakhs lac lacs l लाख'],
  [
    6,
    'm mio mln mn mill million millions millionen millones milhões milioni miljoen miljoner miljoonaa milionów milion млн миллион миллионов ' +
      'мільйон milyon juta jt triệu 百万 百萬 백만 مليون',
  ],
  [7, 'crore crores करोड़ 千万 千萬 천만'],
  [8, '億 亿 억'],
  [
    9,
    'b bn billion billions mrd mld mlrd mia milliard milliards milliarden miljard miljarder miliardi miliardów млрд миллиард миллиардов milyar ' +
      'miliar tỷ 十億 十亿 십억 مليار',
  ],
];

const POWERS: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([power, words]) => words.split(' ').map((word) => [word.normalize('NFKC'), power] as const)),
);

/** Longer than any of them with a currency. */
const LONGEST = 16;

/** The power of ten that a word stands for; undefined if it stands for none. */
export function powerOf(word: string): number | undefined {
  return POWERS.get(keyOf(word));
}

/** The word as it is known here: `Mio.` is `mio`. */
export function keyOf(word: string): string {
  const lower = word.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}

/** Only those who count in Tausend and tusen write a T before these. */
const WITH_T = /^(?:€|EUR|CHF|kr|SEK|NOK|DKK)$/i;

/** A word that is written together with a currency, and that currency: `k€`, `TEUR`, `MSEK`, `$bn`, `万円`. Null for any other. */
export function withCurrency(text: string): { readonly word: string; readonly mark: string } | null {
  if (text.length > LONGEST || currenciesOf(text).length > 0) {
    return null;
  }
  const letters = [...text];
  for (let at = 1; at < letters.length; at++) {
    const [first, last] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    if (currenciesOf(last).length > 0) {
      const isThousand = /^t$/i.test(first) && WITH_T.test(last);
      // A small m before a euro may be a thousandth of it.
      const isMilli = first === 'm' && /^(?:€|EUR)$/.test(last);
      if (!isMilli && (isThousand || isWordBefore(first))) {
        return { word: isThousand ? 'tsd' : first, mark: last };
      }
    }
    if (currenciesOf(first).length > 0 && /\p{Sc}$/u.test(first) && powerOf(last) !== undefined) {
      return { word: last, mark: first };
    }
  }
  return null;
}

/** What is no short word with a meaning of its own before a currency: `B$` and `L$` are dollars of a country. */
function isWordBefore(word: string): boolean {
  return !/^[bl]$/i.test(word) && powerOf(word) !== undefined;
}

/** Who counts in lakhs and crores. */
const OF_INDIA: ReadonlySet<string> = new Set(['INR', 'PKR', 'BDT', 'NPR', 'LKR']);

/** Currencies whose own sign a word of one letter may be. */
const OWN_SIGNS: Readonly<Record<string, ReadonlySet<string>>> = {
  k: new Set(['PGK', 'ZMW', 'MWK', 'MMK', 'LAK']),
  m: new Set(['AZN', 'TMT', 'LSL']),
  b: new Set(['THB', 'PAB', 'BOB']),
};

/** Whether a word can be a number beside amounts of a currency: `2 L` are lakhs of rupees, and no dollars. */
export function isWordOf(word: string, currency: string): boolean {
  return word === 'l' ? OF_INDIA.has(currency) : OWN_SIGNS[word]?.has(currency) !== true;
}

/** Whether amounts in a currency may be counted in crores. */
export function mayBeCrores(currency: string): boolean {
  return OF_INDIA.has(currency);
}

const LAKHS_AND_CRORES = /^(?:l|lakhs?|lacs?|crores?|लाख|करोड़)$/u;

/** Whether a word shows that a file counts in lakhs and crores. */
export function isIndian(word: string): boolean {
  return LAKHS_AND_CRORES.test(word);
}
