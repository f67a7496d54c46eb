/** Longer names say more than what they count. */
const LONGEST = 100;

const within = (words: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])`, 'iu');

/** A price of one, or a rate of exchange. */
const RATE = within(
  'rates?|unit ?prices?|unit ?costs?|stückpreis|einzelpreis|prix unitaire|precio unitario|prezzo unitario|tariff?|kurs|wechselkurs|umrechnungskurs|taux|cours|' +
    'tasa|tipo de cambio|tasso|cambio|koers|fx|exchange|汇率|匯率|為替|환율|单价|單價|単価|단가',
);
/** `Price/1K`, `Cost per user`; what is paid for each month is the amount of one. */
const OF_ONE =
  /\/ ?(?:\d|[kmb]\b|token|hour|hr|h\b|user|seat|unit)|(?<!\p{L})(?:per|pro|par|por)\s+(?!month|monat|mois|mes)/iu;
/** What is counted, measured or parted; `Cost of tokens` is an amount nevertheless. */
const COUNT = within(
  'hours?|hrs?|stunden|std|heures?|horas|ore|uren|timmar|minutes?|mins?|minuten|seconds?|secs?|sekunden|days?|tage|jours|duration|dauer|latency|ms|' +
    'percent|percentage|pct|prozent|pourcentage|porcentaje|share|anteil|quota|ratio|allocation key|schlüssel|factor|faktor|multiplier|weight|' +
    'quantity|qty|menge|anzahl|count|number|units?|tokens?|requests?|calls|seats?|users?|gb|gib|mb|tb|dbus?|version|temperature|score',
);
const SIGN = /[%‰]/;
const AMOUNT = within(
  'amounts?|costs?|spend|spent|charges?|totals?|price|betr[aä]ge?|kosten|summe|preis|montant|co[uû]ts?|prix|importe|costes?|costo|importo|bedrag|bel[oø][bp]|belopp|kwota|' +
    'сумма|стоимость|金额|金額|費用|费用|금액',
);
/** What is told of a tax or a discount; `Cost excl. VAT` is an amount. */
const TAX_OR_DISCOUNT =
  /^(?:(?:sales|input) )?(?:tax(?:es)?|vat|mwst|ust|mehrwertsteuer|umsatzsteuer|steuer|tva|iva|btw|moms|gst|discounts?|rabatte?|remises?)(?!\p{L})/iu;

/** Whether a column is called something that numbers are which are no amounts, so that by itself it cannot be what the bill is about. */
export function isNoAmountName(column: string): boolean {
  const name = column
    .slice(0, LONGEST)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s]+/g, ' ');
  return (
    RATE.test(name) ||
    OF_ONE.test(name) ||
    TAX_OR_DISCOUNT.test(name) ||
    ((COUNT.test(name) || SIGN.test(name)) && !AMOUNT.test(name))
  );
}
