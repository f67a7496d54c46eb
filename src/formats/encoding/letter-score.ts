/** Signs that belong to words, or stand beside them. */
const MARKS = '’‘“”„–—…®™';
/** Signs that stand alone, or beside digits. */
const LONE = '€£¥§°½¼¾«»·•©№²³ºª¿¡';
const VOWELS = new Set('aeiouyäöüéèêëàâáóòôíîïúùûåæøãõœąęěůýőűăıαεηιουωάέήίόύώϊϋаеёиоуыэюяіїє');

/** What speaks for a letter between two others (or undefined): 1, or less if it hardly ever stands so. */
export type LetterTest = (letter: string, before: string | undefined, after: string | undefined) => number;

/**
 * How much a word looks like one of a language that is written with these letters: 1 if all of its letters beyond ASCII are
 * among them, in one script and in a case that words have, vowels and consonants taking turns.
 */
export function letterScore(word: string, letters: ReadonlySet<string>, test?: LetterTest): number {
  const characters = [...word];
  let [sum, count] = [0, 0];
  for (const [at, character] of characters.entries()) {
    if (character <= '\x7f') {
      continue;
    }
    count += 1;
    const [before, after] = [characters[at - 1], characters[at + 1]];
    if (letters.has(character)) {
      sum += fit(character, before, after) * (test?.(character.toLowerCase(), before, after) ?? 1);
    } else if (MARKS.includes(character)) {
      sum += 0.9;
    } else if (LONE.includes(character)) {
      sum += before === undefined && after === undefined ? 0.9 : 0.1;
    }
  }
  return count === 0 ? 0 : (sum / count) * caseScore(characters) * scriptScore(characters);
}

/** A vowel beside consonants, or a consonant beside vowels, is likelier than another of its kind. */
function fit(character: string, before: string | undefined, after: string | undefined): number {
  const isOne = isVowel(character);
  const beside = [before, after].filter(isLetter);
  const alike = beside.filter((other) => isVowel(other) === isOne).length;
  return beside.length === 0 ? 0.8 : 1 - (0.3 * alike) / beside.length;
}

export function isVowel(character: string | undefined): boolean {
  return VOWELS.has((character ?? '').toLowerCase());
}

/** Words are small, capital, or begin with a capital; names such as McDonald have one more within. */
function caseScore(characters: readonly string[]): number {
  // A sharp s has no capital, and stands among those as it is.
  const letters = characters.filter((character) => isLetter(character) && character !== 'ß');
  const capitals = letters.map((letter) => letter !== letter.toLowerCase());
  if (capitals.every((isCapital) => isCapital)) {
    return 1;
  }
  const within = capitals.slice(1).filter((isCapital) => isCapital).length;
  const isLatin = letters.some((letter) => letter <= '\x7f');
  return within === 0 ? 1 : within === 1 && isLatin ? 0.7 : 0.2;
}

/** Letters of Cyrillic or Greek do not stand beside Latin ones, and accented Latin ones seldom beside each other. */
function scriptScore(characters: readonly string[]): number {
  const letters = characters.filter(isLetter);
  const others = letters.filter((letter) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter)).length;
  if (others > 0) {
    return others === letters.length ? vowelScore(letters) : 0.05;
  }
  const accented = letters.filter((letter) => letter > '\x7f').length;
  return letters.length < 3 || accented * 2 <= letters.length ? 1 : accented === letters.length ? 0.45 : 0.6;
}

/** A word of three letters has a vowel, and a consonant. */
function vowelScore(letters: readonly string[]): number {
  if (letters.length < 3 || letters.every((letter) => letter !== letter.toLowerCase())) {
    return 1;
  }
  const vowels = letters.filter((letter) => VOWELS.has(letter.toLowerCase())).length;
  return vowels === 0 || vowels === letters.length ? 0.6 : 1;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /\p{L}/u.test(character);
}
