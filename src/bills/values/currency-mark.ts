import { parseCurrency, type Currency } from '../../domain/money/currency';

/** Signs and words that only one currency has, as ledgers write them. */
const ONE_CURRENCY =
  'EUR € Euro Euros 欧元 ユーロ|GBP £ £stg|INR ₹|KRW ₩ 원|RUB ₽ руб р рублей рубль|TRY ₺ TL|UAH ₴ грн|ILS ₪ ש"ח שח|' +
  'VND ₫ đ VNĐ|THB ฿ บาท|NGN ₦|PHP ₱|PLN zł zl|CZK Kč|HUF Ft|IDR Rp|MYR RM|BGN лв|ZAR R|PEN S/|KES KSh|GHS ₵ GH₵|' +
  'KZT ₸ тг тенге|AED د.إ|SAR ر.س|KWD د.ك|QAR ر.ق|OMR ر.ع|BHD د.ب|EGP ج.م|MAD د.م|JOD د.أ|RSD дин|MKD ден|' +
  'AZN ₼|GEL ₾|AMD ֏|BDT ৳|CRC ₡|PYG ₲|LAK ₭|MNT ₮|CHF SFr sFr|' +
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

/** Names of several words, as a column of currencies may have them. */
const NAMES =
  'USD us dollar,us dollars,united states dollar,u.s. dollar,us-dollar,dollar américain,dólar estadounidense,dollaro statunitense|' +
  'GBP pound sterling,pounds sterling,british pound,british pounds,british pound sterling,uk pound,britisches pfund,pfund sterling,livre sterling,sterling|' +
  'CHF swiss franc,swiss francs,schweizer franken,franc suisse|JPY yen,japanese yen,japanischer yen|' +
  'CNY yuan,renminbi,chinese yuan,yuan renminbi|INR indian rupee,indian rupees|CAD canadian dollar,canadian dollars|' +
  'AUD australian dollar,australian dollars|NZD new zealand dollar|SGD singapore dollar|HKD hong kong dollar|' +
  'SEK swedish krona,schwedische krone|NOK norwegian krone,norwegische krone|DKK danish krone,dänische krone|PLN zloty,polish zloty,złoty|' +
  'CZK czech koruna,tschechische krone|HUF forint,hungarian forint|RON romanian leu|TRY turkish lira|ZAR south african rand|' +
  'BRL brazilian real|MXN mexican peso|KRW korean won,south korean won|ILS israeli shekel|AED uae dirham';

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
for (const line of NAMES.split('|')) {
  const code = line.slice(0, 3) as Currency;
  for (const name of line.slice(4).split(',')) {
    BY_MARK.set(keyOf(name), [code]);
  }
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
