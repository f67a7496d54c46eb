import type { Cell } from '../../formats/file/text-table';
import { readAmount } from './amount-text';
import { nameText } from './cell-text';
import { currenciesOf } from './currency-mark';
import { nameKind } from './name-kind';

/** What a cell says of the currency. */
export interface CurrencyReading {
  /** `unclear`: a sign of more than one currency, such as `$`; `none`: an error value, or a word for nothing; `unit`: no currency at all, such as tokens. */
  readonly kind: 'money' | 'blank' | 'unclear' | 'none' | 'unit';
  /** The ISO 4217 code of money; else as the file has it. */
  readonly text: string;
}

/** The currency that a text names by its code or its sign; of an amount such as `€ 12,50` the currency around the number. */
export function readCurrency(cell: Cell): CurrencyReading {
  const text = nameText(cell);
  const amount = readAmount(text);
  const name = amount === null || amount === 'blank' ? text : amount.mark;
  if (name === '') {
    return { kind: 'blank', text: '' };
  }
  if (nameKind(name) === 'none') {
    return { kind: 'none', text: name };
  }
  const [only, ...others] = currenciesOf(name);
  if (only === undefined) {
    return { kind: 'unit', text: name };
  }
  return others.length === 0 ? { kind: 'money', text: only } : { kind: 'unclear', text: name };
}
