import { currenciesOf } from '../values/currency-mark';
import { readCurrency } from '../values/currency-text';
import { unitInName } from './amount-unit';
import { columnKey } from './column-names';
import { NAMES } from './known-names';
import type { SaidCurrency } from './mapping';

/** Longer lines tell a story. */
const LONGEST_LINE = 200;
/** `in EUR` or `in thousands of US dollars`, up to the end of what is said. */
const IN_WORDS = /(?<!\p{L})(?:in|en|em|w|в)\s([^.;,:()]{1,60})/giu;
/** What else than the amounts of the table is said to be in a currency. */
const OTHER_THINGS =
  /(?<!\p{L})(?:exchange|rates?|fx|convert\w*|budgets?|tax(?:es)?|vat|\p{L}*kurse?|umgerechnet\w*|taux|converti\w*|tasso|tassi|cambio|tipos?)(?!\p{L})/iu;
const LABELLED = /^([^:：=]{1,40})[:：=]([^:：=]{1,40})$/u;

/**
 * The currency that the lines above a table say its amounts are in: `All amounts in USD`, `Währung: EUR`, or a cell `Currency` and one with
 * the code beside it. Null if they name none, or several.
 */
export function currencyAbove(lines: readonly (readonly string[])[]): SaidCurrency | null {
  const said = lines.flatMap(currenciesSaid);
  const [first = null] = said;
  return said.every(({ currency }) => currency === first?.currency) ? first : null;
}

function currenciesSaid(cells: readonly string[]): SaidCurrency[] {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && cell.length <= LONGEST_LINE);
  return filled.flatMap((text, at) => {
    const next = filled[at + 1] ?? '';
    const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
    const named = isLabel(label) ? [[value, text]] : isLabel(text) ? [[next, `${text}: ${next}`]] : [];
    const inWords = [...text.matchAll(IN_WORDS)].flatMap(({ 1: words = '', index }) =>
      OTHER_THINGS.test(text.slice(0, index)) ? [] : [[currencyOfAll(words), text]],
    );
    return [...named, ...inWords].flatMap(([name = '', whole = '']) => {
      const { kind, text: currency } = readCurrency(name);
      return kind === 'money' ? [{ currency, text: whole }] : [];
    });
  });
}

function isLabel(text: string): boolean {
  const names: readonly string[] = NAMES.currency;
  return names.includes(columnKey(text));
}

/** The currency that ends the words, if nothing but a unit stands before it: a name of two words, or the last. A small word is no code. */
function currencyOfAll(words: string): string {
  const all = words.trim().split(/\s+/);
  const isOfTwo = currenciesOf(all.slice(-2).join(' ')).length > 0;
  const at = Math.max(0, all.length - (isOfTwo ? 2 : 1));
  const name = all.slice(at).join(' ');
  const isOfAll = at === 0 || unitInName(all.slice(0, at).join(' ')) !== null;
  return isOfAll && !/^[a-z]{3}$/.test(name) ? name : '';
}
