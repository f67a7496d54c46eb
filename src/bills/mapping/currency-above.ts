import { currenciesOf } from '../values/currency-mark';
import { readCurrency } from '../values/currency-text';
import { columnKey } from './column-names';
import { NAMES } from './known-names';
import type { SaidCurrency } from './mapping';

/** Longer lines tell a story. */
const LONGEST_LINE = 200;
/** `in EUR` or `in thousands of US dollars`, up to the end of what is said. */
const IN_WORDS = /(?<!\p{L})(?:in|en|em|w|в)\s([^.;,:()]{1,60})/giu;
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
    const inWords = [...text.matchAll(IN_WORDS)].map(([, words = '']) => [lastOf(words), text]);
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

/** What ends the words: a name of two words, or the last. A word in small letters that is a code only in capitals is none. */
function lastOf(words: string): string {
  const [last = '', before = ''] = words.trim().split(/\s+/).reverse();
  const both = `${before} ${last}`;
  if (currenciesOf(both).length > 0) {
    return both;
  }
  return /^[a-z]{3}$/.test(last) ? '' : last;
}
