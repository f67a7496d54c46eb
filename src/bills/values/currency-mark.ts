import { parseCurrency, type Currency } from '../../domain/money/currency';

/** Signs and words that only one currency has, as ledgers write them. */
const ONE_CURRENCY =
  'EUR € Euro Euros 欧元 ユーロ|GBP £ £stg|INR ₹|KRW ₩ 원|RUB ₽ руб р рублей рубль|TRY ₺ TL|UAH ₴ грн|ILS ₪|' +
  'VND ₫ đ VNĐ|THB ฿ บาท|NGN ₦|PHP ₱|PLN zł zl|CZK Kč|HUF Ft|IDR Rp|MYR RM|BGN лв|ZAR R|PEN S/|KES KSh|GHS ₵ GH₵|' +
  'KZT ₸|AZN ₼|GEL ₾|AMD ֏|BDT ৳|CRC ₡|PYG ₲|LAK ₭|MNT ₮|CHF SFr sFr|' +
  'USD US$ USD$ $US US US-Dollar 美元 米ドル|AUD A$ AU$|CAD C$ CA$|HKD HK$ 港元|NZD NZ$|SGD S$|TWD NT$|BRL R$|MXN MX$|' +
  'BND B$|TOP T$|' +
  'CNY CN¥ RMB 元 人民币 人民幣|JPY JP¥ 円 日元 日本円';

/** Signs and words that several currencies share. */
const SHARED =
  '$ USD AUD CAD HKD NZD SGD TWD BRL MXN ARS CLP COP UYU NAD FJD JMD BBD TTD BSD BZD XCD LRD GYD SRD BMD KYD BND SBD DOP NIO CUP CVE|' +
  'dollar USD AUD CAD HKD NZD SGD TWD NAD FJD JMD BBD TTD BSD BZD XCD LRD GYD SRD BMD KYD BND SBD|' +
  'dollars USD AUD CAD HKD NZD SGD TWD NAD FJD JMD BBD TTD BSD BZD XCD LRD GYD SRD BMD KYD BND SBD|' +
  '¥ JPY CNY|kr SEK NOK DKK ISK|Fr CHF XOF XAF XPF DJF GNF KMF RWF BIF CDF|Rs INR PKR LKR NPR MUR SCR|₨ INR PKR LKR NPR MUR SCR|' +
  'lei RON MDL|leu RON MDL';

/** Names of two words, as a column of currencies may have them. */
const NAMES = new Map([
  ['us dollar', 'USD'],
  ['us dollars', 'USD'],
]);

const BY_MARK = new Map<string, readonly Currency[]>();
for (const line of ONE_CURRENCY.split('|')) {
  const [code = '', ...marks] = line.split(' ');
  for (const mark of marks) {
    BY_MARK.set(keyOf(mark), [code as Currency]);
  }
}
for (const line of SHARED.split('|')) {
  const [mark = '', ...codes] = line.split(' ');
  BY_MARK.set(keyOf(mark), codes as unknown as readonly Currency[]);
}
for (const [name, code] of NAMES) {
  BY_MARK.set(name, [code as Currency]);
}

/**
 * The currencies that a sign, a word or an ISO 4217 code can stand for: one for `€`, `Kč` and `USD`, several for `$` and `kr`.
 * A point behind it (`Rs.`, `kr.`) says nothing.
 *
 * @returns none if it stands for no currency that we know
 */
export function currenciesOf(mark: string): readonly Currency[] {
  const key = keyOf(mark.normalize('NFKC').trim());
  const code = parseCurrency(key);
  return code === null ? (BY_MARK.get(key) ?? []) : [code];
}

function keyOf(mark: string): string {
  const lower = mark.toLowerCase();
  return lower.endsWith('.') ? lower.slice(0, -1) : lower;
}
