import type { Cell } from '../../formats/file/text-table';
import { nameText } from './cell-text';

/** The side of a ledger: a debit adds to what was spent, a credit takes away. */
export type Side = 'debit' | 'credit';

const words = (text: string): string[] => text.split('|');

/** What ledgers, banks and providers write for a debit, as `keyOf` gives it. */
const DEBITS = words(
  '+|plus|s|d|dr|db|debit|debits|debet|debe|dare|debito|debitos|soll|sollbuchung|af|winien|wn|borc|дебет|дт|借|借方|차변|' +
    'belastung|lastschrift|addebito|addebiti|cargo|charge|charges|usage|purchase|purchases|invoice|bill|expense|fee|fees|tax|' +
    'subscription|sale|sales|debit note|debit memo|debitnote|rechnung|kauf|nutzung|gebuhr|facture|achat|factura|fattura|faktura|' +
    'ausgabe|debit entry|paid out|money out|withdrawal|支出|請求|消费|扣款|청구',
);

/** The same for a credit. */
const CREDITS = words(
  '-|minus|h|c|k|cr|credit|credits|kredit|haben|habenbuchung|haber|avere|credito|creditos|bij|ma|alacak|кредит|кт|贷|貸|貸方|贷方|대변|' +
    'return|returns|returned|ruckgabe|retoure|retour|credit entry|money in|paid in|cancellation|annulation|anulacion|cashback|gutschrift|storno|stornierung|erstattung|ruckerstattung|refund|refunds|refunded|reversal|rebate|chargeback|credit note|' +
    'credit memo|creditnote|credit adjustment|abono|avoir|remboursement|reembolso|devolucion|rimborso|nota di credito|' +
    'nota de credito|creditnota|kreditnota|kreditering|terugbetaling|zwrot|iade|возврат|返金|退款|退费|환불',
);

const SIDES = new Map<string, Side>([
  ...DEBITS.map((word): [string, Side] => [word, 'debit']),
  ...CREDITS.map((word): [string, Side] => [word, 'credit']),
]);

/** The two sides as Italian ledgers call them. */
const ITALIAN = /^(?:d(?:are)?\s?\/\s?a(?:vere)?|segno)$/i;

/** Longer than any word for a side. */
const LONGEST = 40;

/** Any dash, which is a minus in a column of signs and stands for nothing in one of words. */
const DASH = /^[-\u2010-\u2014\u2212]$/;

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
 * @param column what the column is called: under `Dare/Avere` an `A` is a credit
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
  if (/^a$/i.test(text) && ITALIAN.test(column)) {
    return 'credit';
  }
  return text.length > LONGEST ? null : (SIDES.get(keyOf(text)) ?? null);
}

/** Shorter words for a credit are words of other kinds, too. */
const TELLING = 5;

/** Within a longer word, too, these are for a credit: `Eingangsgutschrift`, `ACCPAYCREDIT`. */
const CREDIT_WITHIN =
  /gutschrift|storno|refund|reversal|chargeback|erstattung|creditnot|creditmemo|paycredit|kreditnot/;

/** Whether one of several words is for a credit, as in `Credit grant`; a credit card is none. */
export function saysCredit(cell: Cell): boolean {
  const key = keyOf(nameText(cell).slice(0, LONGEST));
  const words = key.split(/[^\p{L}]+/u);
  return (
    readSide(cell) === 'credit' ||
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
