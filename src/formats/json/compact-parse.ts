import { LosslessNumber } from 'lossless-json';
import type { JsonValue } from './json-value';

/** So many different texts and numbers are held once each, wherever they stand. */
const SHARED = 50_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const COMMA = 0x2c;
const COLON = 0x3a;

/** A number as JSON writes it, at the place where it is looked for. */
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** The text is not what this parser takes. */
class Unsure extends Error {}

/**
 * Reads a JSON text the way `lossless-json` does, into half the memory: a text without escapes is a view of the file, and what
 * comes again and again is held once. (That library adds a text up letter by letter, and each step stays in memory.)
 *
 * @param text of which the depth has been checked
 * @returns undefined if the text is no JSON, or has what only the library treats with care: a name twice in an object, `__proto__`
 */
export function compactParse(text: string): JsonValue | undefined {
  try {
    return new CompactParser(text).whole();
  } catch (thrown) {
    if (thrown instanceof Unsure) {
      return undefined;
    }
    throw thrown;
  }
}

class CompactParser {
  private at = 0;
  private readonly texts = new Map<string, string>();
  private readonly numbers = new Map<string, LosslessNumber>();

  constructor(private readonly text: string) {}

  whole(): JsonValue {
    const value = this.value();
    if (this.at < this.text.length) {
      throw new Unsure();
    }
    return value;
  }

  /** The value here, and on to what follows it and the spaces behind it. */
  private value(): JsonValue {
    this.skipSpaces();
    const code = this.text.charCodeAt(this.at);
    const value =
      code === QUOTE
        ? shared(this.texts, this.string(), (text) => text)
        : code === 0x7b
          ? this.object()
          : code === 0x5b
            ? this.array()
            : code === MINUS || (code >= 0x30 && code <= 0x39)
              ? this.number()
              : this.keyword();
    this.skipSpaces();
    return value;
  }

  private object(): JsonValue {
    const object: Record<string, JsonValue> = {};
    this.at += 1;
    this.skipSpaces();
    if (this.take('}')) {
      return object;
    }
    do {
      this.skipSpaces();
      const name = this.string();
      this.skipSpaces();
      this.expect(COLON);
      if (name === '__proto__' || Object.prototype.hasOwnProperty.call(object, name)) {
        throw new Unsure();
      }
      object[name] = this.value();
    } while (this.takeCode(COMMA));
    if (!this.take('}')) {
      throw new Unsure();
    }
    return object;
  }

  private array(): JsonValue {
    const array: JsonValue[] = [];
    this.at += 1;
    this.skipSpaces();
    if (this.take(']')) {
      return array;
    }
    do {
      array.push(this.value());
    } while (this.takeCode(COMMA));
    if (!this.take(']')) {
      throw new Unsure();
    }
    return array;
  }

  private string(): string {
    const { text } = this;
    this.expect(QUOTE);
    const start = this.at;
    let isPlain = true;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === QUOTE) {
        break;
      }
      // NaN, past the end, is not at least 0x20 either.
      if (!(code >= 0x20)) {
        throw new Unsure();
      }
      isPlain &&= code !== BACKSLASH;
      this.at += code === BACKSLASH ? 2 : 1;
    }
    const inside = text.slice(start, this.at);
    this.at += 1;
    return isPlain ? inside : unescaped(inside);
  }

  private number(): LosslessNumber {
    NUMBER.lastIndex = this.at;
    const [digits] = NUMBER.exec(this.text) ?? [];
    if (digits === undefined) {
      throw new Unsure();
    }
    this.at += digits.length;
    return shared(this.numbers, digits, (own) => new LosslessNumber(own));
  }

  private keyword(): boolean | null {
    if (this.take('true')) {
      return true;
    }
    if (this.take('false')) {
      return false;
    }
    if (this.take('null')) {
      return null;
    }
    throw new Unsure();
  }

  private skipSpaces(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) {
        return;
      }
      this.at += 1;
    }
  }

  private take(word: string): boolean {
    const isHere = this.text.startsWith(word, this.at);
    this.at += isHere ? word.length : 0;
    return isHere;
  }

  private takeCode(code: number): boolean {
    const isHere = this.text.charCodeAt(this.at) === code;
    this.at += isHere ? 1 : 0;
    return isHere;
  }

  private expect(code: number): void {
    if (!this.takeCode(code)) {
      throw new Unsure();
    }
  }
}

function unescaped(inside: string): string {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    throw new Unsure();
  }
}

function shared<Value>(known: Map<string, Value>, text: string, make: (text: string) => Value): Value {
  const before = known.get(text);
  if (before !== undefined) {
    return before;
  }
  const value = make(text);
  if (known.size < SHARED) {
    known.set(text, value);
  }
  return value;
}
