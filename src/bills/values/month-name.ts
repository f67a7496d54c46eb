/** January to December as bills name them in English, German and French; without points and accents. */
const NAMES: readonly string[] = [
  'jan january januar janvier janv jaenner',
  'feb february februar fevrier fev fevr febr',
  'mar march marz maerz mrz mars',
  'apr april avril avr',
  'may mai',
  'jun june juni juin',
  'jul july juli juillet juil',
  'aug august aout',
  'sep sept september septembre',
  'oct october okt oktober octobre',
  'nov november novembre',
  'dec december dez dezember decembre',
];

const NUMBERS = new Map(NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

/** 1 to 12, or null where the word names no month. */
export function monthNamed(word: string): number | null {
  const plain = word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  return NUMBERS.get(plain) ?? null;
}
