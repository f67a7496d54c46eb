import { parseCurrency } from '../../domain/money/currency';
import type { Cell } from '../../formats/file/text-table';
import { readAmount } from './amount-text';
import { nameText } from './cell-text';

/** What a cell says of the currency. */
export interface CurrencyReading {
  /** `unclear`: a sign of more than one currency, such as `$`; `unit`: no currency at all, such as tokens. */
  readonly kind: 'money' | 'blank' | 'unclear' | 'unit';
  /** The ISO 4217 code of money; else as the file has it. */
  readonly text: string;
}

/** Signs that only one currency has, and the names of some as ledgers write them. */
const SIGNS = new Map(
  (
    '€ EUR,£ GBP,₹ INR,₩ KRW,₽ RUB,₺ TRY,₴ UAH,₪ ILS,₫ VND,฿ THB,₦ NGN,₱ PHP,zł PLN,Kč CZK,US$ USD,USD$ USD,' +
    '$US USD,A$ AUD,AU$ AUD,C$ CAD,CA$ CAD,HK$ HKD,NZ$ NZD,S$ SGD,NT$ TWD,R$ BRL,MX$ MXN,CN¥ CNY,RMB CNY,元 CNY,JP¥ JPY,円 JPY,' +
    'Euro EUR,Euros EUR,US-Dollar USD,US dollar USD,US dollars USD,人民币 CNY,人民幣 CNY,美元 USD,欧元 EUR,日元 JPY,港元 HKD,日本円 JPY,米ドル USD,ユーロ EUR'
  )
    .split(',')
    .map((pair): [sign: string, code: string] => [pair.slice(0, -4).toLowerCase(), pair.slice(-3)]),
);

/** Signs and names that several currencies share. */
const SHARED_SIGNS = new Set(['$', '¥', 'kr', 'kr.', 'fr', 'fr.', 'dollar', 'dollars']);

/** The currency that a text names by its code or its sign; of an amount such as `€ 12,50` the currency around the number. */
export function readCurrency(cell: Cell): CurrencyReading {
  const text = nameText(cell);
  const amount = readAmount(text);
  const name = amount === null || amount === 'blank' ? text : amount.mark;
  if (name === '') {
    return { kind: 'blank', text: '' };
  }
  const sign = name.normalize('NFKC');
  const code = parseCurrency(SIGNS.get(sign.toLowerCase()) ?? sign);
  if (code !== null) {
    return { kind: 'money', text: code };
  }
  return { kind: SHARED_SIGNS.has(sign.toLowerCase()) ? 'unclear' : 'unit', text: name };
}
