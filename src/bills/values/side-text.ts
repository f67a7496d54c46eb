import type { Cell } from '../../formats/file/text-table';
import { nameText } from './cell-text';

/** The side of a ledger: a debit adds to what was spent, a credit takes away. */
export type Side = 'debit' | 'credit';

/** Any dash, which is a minus in a column of signs and stands for nothing in one of words. */
const DASH = /^[-\u2010-\u2014\u2212]$/;

const words = (text: string): string[] => text.split('|');

/** What ledgers, banks and providers write for a debit. */
const DEBITS = words(
  '+|plus|s|d|md|dr|db|dbit|debit|debits|debet|debe|dare|debito|debitos|soll|sollbuchung|af|winien|wn|borc|duguje|tartozik|breme|deebet|' +
    'дебет|дт|д|χρέωση|借|借方|차변|belastung|lastschrift|addebito|addebiti|cargo|charge|charges|usage|purchase|purchases|invoice|inv|' +
    'bill|expense|fee|fees|tax|subscription|sale|sales|debit note|debit memo|debitnote|rechnung|kauf|nutzung|gebuhr|facture|achat|' +
    'factura|fattura|faktura|fatura|factuur|lasku|ausgabe|debit entry|paid out|money out|withdrawal|支出|請求|消费|扣款|청구',
);

/** The same for a credit. */
const CREDITS = words(
  '-|minus|h|c|k|cr|crdt|credit|credits|kredit|haben|habenbuchung|haber|avere|credito|creditos|bij|ma|alacak|potražuje|követel|dobro|' +
    'kreedit|кредит|кт|к|πίστωση|贷|貸|貸方|贷方|대변|return|returns|returned|ruckgabe|retoure|retour|credit entry|money in|paid in|' +
    'cancellation|annulation|anulacion|cashback|gutschrift|rechnungskorrektur|korrekturrechnung|storno|stornierung|erstattung|' +
    'ruckerstattung|refund|refunds|refunded|reversal|rebate|chargeback|credit note|credit notes|crn|credit memo|creditnote|' +
    'credit invoice|vendor credit|supplier credit|bill credit|credit adjustment|abono|avoir|remboursement|reembolso|devolucion|' +
    'rimborso|nota di credito|nota de credito|creditnota|creditfactuur|kreditnota|kreditfaktura|kreditering|hyvityslasku|' +
    'faktura korygujaca|dobropis|terugbetaling|zwrot|iade|возврат|返金|退款|退费|환불',
);

/** What flows out of an account, and into it; in usage, tokens flow so as well. */
const FLOWS = new Map<string, Side>([
  ['out', 'debit'],
  ['in', 'credit'],
]);

const SIDES = new Map<string, Side>([
  ...FLOWS,
  ...DEBITS.map((word): [string, Side] => [keyOf(word), 'debit']),
  ...CREDITS.map((word): [string, Side] => [keyOf(word), 'credit']),
]);

/** Codes that say it of an invoice or a credit note, in a column of kinds alone: elsewhere KR and CN are Korea and China. */
const DOCUMENT_CODES = new Map<string, Side>([
  ...words('re|kr|rn|kn|rg|inv|invc|fa|fac|ft|nd|dn').map((word): [string, Side] => [word, 'debit']),
  ...words('kg|dg|gs|gu|cn|cm|crn|crm|nc|av').map((word): [string, Side] => [word, 'credit']),
]);
const DOCUMENT_COLUMN = /type|typ$|art$|kind|tipo|rodzaj|blart/i;

/**
 * The keys with which SAP posts to an account: 40 and 50 to one of the ledger, 31 and 21 to that of a supplier, whose invoice is what was
 * spent, 01 and 11 to that of a customer.
 */
const POSTING_KEYS = new Map<string, Side>([
  ...words('40|70|80|81|83|84|85|86|89|31|32|01|1|12').map((key): [string, Side] => [key, 'debit']),
  ...words('50|75|90|91|93|94|95|96|99|21|22|11|02|2').map((key): [string, Side] => [key, 'credit']),
]);
const POSTING_KEY_COLUMN = /^(?:posting ?key|pk|pstky|pky|bschl|bs|buchungsschl(?:ü|ue|u)ssel)$/i;

/** Whether a column is by its name and its cells one of posting keys, of which some add and others take away. */
export function arePostingKeys(column: string, cells: readonly Cell[]): boolean {
  const sides = cells.map(nameText).flatMap((key) => (key === '' ? [] : [POSTING_KEYS.get(key) ?? null]));
  return (
    POSTING_KEY_COLUMN.test(column.trim()) &&
    sides.includes('debit') &&
    sides.includes('credit') &&
    !sides.includes(null)
  );
}

/** Posts to the account of a supplier or a customer: the other side of a posting to the ledger. */
export function isOfPartner(key: Cell): boolean {
  return /^[0-3]?\d$/.test(nameText(key));
}

/**
 * Ledgers that write a side with a letter which elsewhere means the other, or nothing: what their columns are called, the debit first.
 * Italian, Czech and Slovak, Turkish, Slovenian, Hungarian, Croatian and Serbian, Greek.
 */
const PAIRS = words(
  'd/a|dare/avere|md/d|má dáti/dal|b/a|borç/alacak|b/d|breme/dobro|t/k|tartozik/követel|d/p|duguje/potražuje|χ/π',
);

const SIDES_OF_COLUMN = new Map<string, ReadonlyMap<string, Side>>(
  [...PAIRS.map((name): [string, string] => [name, name]), ['segno', 'd/a'] as [string, string]].map(
    ([column, pair]) => {
      const [debit = '', credit = ''] = pair.split('/').map(keyOf);
      const initials: [string, Side][] = [
        [debit.slice(0, 1), 'debit'],
        [credit.slice(0, 1), 'credit'],
      ];
      return [keyOf(column), new Map<string, Side>([...initials, [debit, 'debit'], [credit, 'credit']])];
    },
  ),
);

/** Longer than any word for a side. */
const LONGEST = 40;

/** A sign as the number by which an amount is to be multiplied. */
const NUMBER_SIGN = /^[-+\u2212]?1$/;

/** Whether a cell is a sign that says nothing outside a column of signs: a dash, or the number 1 with its sign. */
export function isSign(cell: Cell): boolean {
  const text = nameText(cell);
  return DASH.test(text) || text === '+' || NUMBER_SIGN.test(text);
}

/**
 * What a cell says of the side of its row: `S`, `Dr.`, `Charge` a debit; `H`, `Cr.`, `Refund` a credit.
 *
 * @param column what the column is called: under `Dare/Avere` an `A` is a credit, under `Document type` a `KG`, under `Posting key` a 21
 * @param areSigns whether the column holds signs, so that a dash is a minus
 * @returns `blank` for an empty cell, and for a dash among words; null for a word that is neither
 */
export function readSide(cell: Cell, column = '', areSigns = false): Side | 'blank' | null {
  const text = nameText(cell);
  if (areSigns && NUMBER_SIGN.test(text)) {
    return /^[-\u2212]/.test(text) ? 'credit' : 'debit';
  }
  if (text === '' || (DASH.test(text) && !areSigns)) {
    return 'blank';
  }
  if (text.length > LONGEST) {
    return null;
  }
  const key = keyOf(text);
  return sidesOf(column)?.get(key) ?? SIDES.get(key) ?? sideOfCode(text, column);
}

function sideOfCode(text: string, column: string): Side | null {
  const codes = DOCUMENT_COLUMN.test(column)
    ? DOCUMENT_CODES
    : POSTING_KEY_COLUMN.test(column.trim())
      ? POSTING_KEYS
      : null;
  return codes?.get(text.toLowerCase()) ?? null;
}

/** What letters mean in a column of this name, if something else than in others. */
function sidesOf(column: string): ReadonlyMap<string, Side> | undefined {
  return column.length > LONGEST ? undefined : SIDES_OF_COLUMN.get(keyOf(column).replace(/ ?\/ ?/, '/'));
}

/** Whether cells say In and Out, or one of them, and nothing else: of money, or of tokens. */
export function areFlows(cells: readonly Cell[]): boolean {
  const filled = cells.map((cell) => keyOf(nameText(cell).slice(0, LONGEST))).filter(Boolean);
  return filled.length > 0 && filled.every((word) => FLOWS.has(word));
}

/** Shorter words for a credit are words of other kinds, too. */
const TELLING = 5;

/** Within a longer word, too, these are for a credit: `Eingangsgutschrift`, `ACCPAYCREDIT`. */
const CREDIT_WITHIN =
  /gutschrift|storno|refund|reversal|chargeback|erstattung|creditnot|creditmemo|paycredit|kreditnot/;

/** Whether one of several words is for a credit, as in `Credit grant`, or a code of the column is; a credit card is none. */
export function saysCredit(cell: Cell, column = ''): boolean {
  const key = keyOf(nameText(cell).slice(0, LONGEST));
  const words = key.split(/[^\p{L}]+/u);
  return (
    readSide(cell, column) === 'credit' ||
    (!/\bcards?\b/.test(key) &&
      words.some((word) => word.length >= TELLING && (SIDES.get(word) === 'credit' || CREDIT_WITHIN.test(word))))
  );
}

/** Case, accents and points say nothing; a sign alone says all. */
function keyOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  return DASH.test(plain) ? '-' : plain.replace(/[-_\s]+/g, ' ').trim();
}
