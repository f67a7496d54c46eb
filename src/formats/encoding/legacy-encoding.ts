import { eastAsianScore } from './east-asian-score';
import { isVowel, letterScore, type LetterTest } from './letter-score';

/** An encoding that may be found, and how sure a text in it has to look: some are hardly met with any more. */
interface Candidate {
  readonly name: string;
  readonly weight: number;
  /** How much a word looks like one of those that are written in it: 0 to 1. */
  score(word: string): number;
}

function latin(letters: string, test?: LetterTest): (word: string) => number {
  const known = new Set(letters);
  return (word) => letterScore(word, known, test);
}

/** In KOI8-R capitals are where others have small letters: a name in capitals comes out as one that begins small, as names do not. */
function withCapital(score: (word: string) => number): (word: string) => number {
  return (word) => score(word) * (/^\P{L}*\p{Ll}/u.test(word) ? 0.8 : 1);
}

/** Letters of the west that hardly stand where those of the same bytes in the east of Europe do. */
const western: LetterTest = (letter, before, after) => {
  switch (letter) {
    case 'ñ':
      return isVowel(after) ? 1 : 0.2;
    case 'õ':
      return after === 'e' ? 1 : 0.4;
    case 'û':
      return 0.7;
    case 'ù':
    case 'ò':
      return after === undefined ? 0.8 : 0.3;
    case 'è':
    case 'ê':
    case 'æ':
      return before === undefined ? 0.4 : 0.95;
    case 'ø':
      return isVowel(after) || isVowel(before) ? 0.5 : 1;
    default:
      return 1;
  }
};

const central: LetterTest = (letter, _, after) => {
  switch (letter) {
    case 'ń':
      return isVowel(after) ? 0.4 : 1;
    case 'ţ':
    case 'đ':
      return 0.5;
    default:
      return 1;
  }
};

/** The undotted i follows vowels of its own kind. */
const turkish: LetterTest = (letter, before) => (letter === 'ı' && 'eiou'.includes(before ?? ' ') ? 0.3 : 1);

const WESTERN = 'äöüÄÖÜßéèêëàâáçñóòôíîïúùûåÅæÆøØãõœŒÉÈÀÇÑÁÓÍÚÂÊÔ';
const CENTRAL = 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜäÄßôľĺŕăâîşţĂÂÎŞŢđĐ';
const TURKISH = 'çğıöşüÇĞİÖŞÜâî';
const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіїєґІЇЄҐ';
const GREEK = 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏϊϋΐΰ';

/** The first of two that look the same. */
const CANDIDATES: readonly Candidate[] = [
  { name: 'windows-1252', weight: 1, score: latin(WESTERN, western) },
  { name: 'gb18030', weight: 1, score: eastAsianScore('gb18030') },
  { name: 'shift_jis', weight: 1, score: eastAsianScore('shift_jis') },
  { name: 'euc-kr', weight: 1, score: eastAsianScore('euc-kr') },
  { name: 'big5', weight: 1, score: eastAsianScore('big5') },
  { name: 'euc-jp', weight: 0.95, score: eastAsianScore('euc-jp') },
  { name: 'windows-1251', weight: 1, score: latin(CYRILLIC) },
  { name: 'windows-1254', weight: 0.99, score: latin(TURKISH, turkish) },
  { name: 'windows-1250', weight: 0.98, score: latin(CENTRAL, central) },
  { name: 'windows-1253', weight: 0.95, score: latin(GREEK) },
  { name: 'koi8-r', weight: 0.97, score: withCapital(latin(CYRILLIC)) },
];

/** A word that looks less like one is none. */
const IMPOSSIBLE = 0.11;

/** Words that are looked at. */
const MOST_WORDS = 2_000;
/** Letters beyond ASCII, with the letters and signs that stand beside them without a space or delimiter. */
// eslint-disable-next-line no-control-regex -- ASCII begins with them
const WORD = /(?<![A-Za-z\u0080-\uffff])[A-Za-z\u0080-\uffff]*[^\x00-\x7f][A-Za-z\u0080-\uffff]*/g;
/** What no text has: control characters that stand for bytes without a meaning, private characters, lost ones. */
const NO_TEXT = /[\u0080-\u009f\ue000-\uf8ff\ufffd]/;

/**
 * The encoding of bytes that are no UTF-8. Valid comes first: an encoding in which one byte has no meaning is out. Of the others
 * it is the one in which the words with letters beyond ASCII look most like words: a header and a few names must do,
 * which is too little for the statistics of general detectors.
 *
 * @param whole whether the bytes reach to the end of the text, so that no character is cut
 */
export function legacyEncoding(bytes: Uint8Array, whole: boolean): string {
  let found = { name: 'windows-1252', score: 0 };
  for (const { name, weight, score } of CANDIDATES) {
    const words = wordsIn(name, bytes, whole);
    if (words === null) {
      continue;
    }
    const mean = weight * meanOf(words, score);
    if (mean > found.score + 1e-9) {
      found = { name, score: mean };
    }
  }
  return found.name;
}

/** The different words with letters beyond ASCII; null if the bytes are no text in the encoding. */
function wordsIn(encoding: string, bytes: Uint8Array, whole: boolean): Set<string> | null {
  let text: string;
  try {
    // In one go Node 20 takes Windows-1252 for Latin-1, and as a stream it does not.
    const decoder = new TextDecoder(encoding, { fatal: true });
    text = decoder.decode(bytes, { stream: true }) + (whole ? decoder.decode() : '');
  } catch {
    return null;
  }
  if (NO_TEXT.test(text)) {
    return null;
  }
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    words.add(word.slice(0, 60));
    if (words.size >= MOST_WORDS) {
      break;
    }
  }
  return words;
}

/** By characters beyond ASCII: a long word tells more than a short one. A word that cannot be one speaks against the others too. */
function meanOf(words: ReadonlySet<string>, score: (word: string) => number): number {
  let [sum, weight, impossible] = [0, 0, 0];
  for (const word of words) {
    const own = Array.from(word).filter((character) => character > '\x7f').length;
    const like = score(word);
    sum += own * like;
    impossible += like < IMPOSSIBLE ? own : 0;
    weight += own;
  }
  return weight === 0 ? 0 : (sum / weight) * (1 - impossible / weight);
}
