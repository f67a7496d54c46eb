/** Which way tokens go, as price lists have it: reading and writing a cache cost otherwise than input does. */
export type TokenDirection = 'input' | 'output' | 'cache read' | 'cache write';

/** The first that fits: `cache_creation_input_tokens` and `cached input` are named after input too. */
const WORDS: readonly (readonly [TokenDirection, RegExp])[] = [
  ['cache write', /\bcach\w* (?:\w+ )*?(?:writ\w*|creat\w*)|\b(?:writ\w*|creat\w*) (?:\w+ )*?cach\w*/],
  ['cache read', /(?<!\b(?:un|non|not) ?)\bcach(?:e|ed|ing)\b/],
  ['output', /\b(?:output|completion|generated)\b/],
  ['input', /\b(?:input|prompt)\b/],
];

/**
 * Which way the tokens go that a text is about; null if it says nothing of it.
 *
 * @example tokenDirection('Cache Read Input Tokens')         // 'cache read'
 * @example tokenDirection('gpt-4o-2024-08-06, input')        // 'input'
 * @example tokenDirection('cache_creation_input_tokens')     // 'cache write'
 */
export function tokenDirection(text: string): TokenDirection | null {
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ');
  return WORDS.find(([, word]) => word.test(words))?.[0] ?? null;
}
