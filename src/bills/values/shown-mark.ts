import type { Shown } from '../../formats/file/text-table';
import { currenciesOf } from './currency-mark';
import { isIndian, keyOf, powerOf, withCurrency } from './number-words';

/** What a workbook shows beside a number, as far as it says something of an amount. */
export interface ShownMark {
  /** The currency as it is shown, such as `€` or `USD`; '' for none. */
  readonly mark: string;
  /** The words, if they say that the number is another than it is shown as: `1.5 Mio` in a cell that holds 1.5, `50%` of what?; else ''. */
  readonly counts: string;
  /** It is shown with Cr, which may be crore. */
  readonly mayBeCrores: boolean;
  /** It is shown as a credit, though it is not negative: in brackets, with a minus or with CR. */
  readonly isCredit: boolean;
}

/** One for each format of a workbook, of which there are few. */
const known = new WeakMap<Shown, ShownMark>();

/** What the words around a number say: `Mio €` a currency, and what it is counted in. */
export function shownMark(shown: Shown): ShownMark {
  let mark = known.get(shown);
  if (mark === undefined) {
    known.set(shown, (mark = readShown(shown)));
  }
  return mark;
}

function readShown({ words, thousands, isNegative }: Shown): ShownMark {
  const parts = words.split(' ').flatMap((word) => {
    const together = withCurrency(word);
    return together === null ? [word] : [together.word, together.mark];
  });
  const isCurrency = (word: string): boolean => currenciesOf(word).length > 0;
  const whole = isCurrency(words) ? words : (parts.find(isCurrency) ?? '');
  const counting = parts.filter((word) => !isCurrency(word)).map(keyOf);
  const power = counting.reduce((sum, word) => sum + (powerOf(word) ?? 0), 0);
  // No format can shift a number by five or seven digits, so that one of lakhs and crores is shifted in whichever way it can.
  const isShifted = counting.some(isIndian) ? thousands > 0 : power === 3 * thousands;
  return {
    mark: words === '' ? '' : whole,
    counts: parts.includes('%') || (power > 0 && !isShifted) ? words : '',
    mayBeCrores: counting.includes('cr') && thousands === 0,
    isCredit: isNegative === true || counting.includes('cr'),
  };
}
