/** What stands in a name beside these says whose amount or currency it is: `Original amount`, `Amount in doc. curr.`, `Merchant currency`. */
const AMOUNT_WORDS =
  'amount amt cost costs spend total value price charge net gross sum betrag kosten summe wert montant cout importe monto coste valor importo bedrag belop beløb belopp kwota';
const CURRENCY_WORDS =
  'currency curr ccy cur code iso currencycode wahrung waehrung hauswahrung devise monnaie moneda moeda valuta divisa waluta mena';
const OTHERS = 'in of the de en im der signed';
const AMOUNTS: ReadonlySet<string> = new Set(AMOUNT_WORDS.split(' '));
const SAY_NOTHING: ReadonlySet<string> = new Set(`${AMOUNT_WORDS} ${CURRENCY_WORDS} ${OTHERS}`.split(' '));

/** Who else's currency than that of the books an amount is in, if its name says so. */
const FOREIGN = /^(?:foreign|orig|transaction|txn|document|doc|fc|fcy|merchant|fremd|beleg|source)/;

/** A word may be cut short: `doc.` and `Document`. */
const SHORTEST = 3;
const LONGEST = 100;

function wordsOf(name: string): string[] {
  return name
    .slice(0, LONGEST)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

function tellingWords(name: string): string[] {
  return wordsOf(name).filter((word) => !SAY_NOTHING.has(word));
}

/**
 * Whether a column of currencies goes with another amount than this one, by what the names have in common: `Original currency` goes with `Original
 * amount`, and not with the `Amount` beside it. Beside `Amount (foreign currency)` it is not known with which a plain `Currency` goes.
 *
 * @param numbers the names of all columns of numbers
 * @param currencies the names of all columns of currencies
 */
export function isOfAnother(
  currency: string,
  amount: string,
  { numbers, currencies }: { readonly numbers: readonly string[]; readonly currencies: readonly string[] },
): boolean {
  const amounts = numbers.filter((name) => name !== amount && wordsOf(name).some((word) => AMOUNTS.has(word)));
  const own = tellingWords(amount);
  const says = tellingWords(currency);
  if (says.length > 0) {
    return !haveCommon(says, own) && amounts.some((name) => haveCommon(says, tellingWords(name)));
  }
  const hasOwn = (name: string): boolean =>
    currencies.some((other) => other !== currency && haveCommon(tellingWords(other), tellingWords(name)));
  const areForeign = (name: string): boolean => tellingWords(name).some((word) => FOREIGN.test(word));
  return own.length === 0 && amounts.some((name) => areForeign(name) && !hasOwn(name));
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.some((other) => isCutShort(one, other) || isCutShort(other, one)));
}

function isCutShort(short: string, long: string): boolean {
  return short.length >= SHORTEST && long.startsWith(short);
}
