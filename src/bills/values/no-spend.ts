import type { Cell } from '../../formats/file/text-table';
import { nameText } from './cell-text';

/** What rows are called that are no spend: what was paid of a bill, what does not hold, what is only planned. */
const NO_SPEND = new Set(
  (
    'kz|dz|zp|pmt|pymt|payment|payments|payment received|bill payment|payout|payouts|transfer|top up|topup|recharge|auto recharge|credit purchase|zahlung|' +
    'zahlungseingang|uberweisung|paiement|reglement|virement|pago|pagamento|betaling|wplata|przelew|платеж|оплата|入金|付款|充值|결제|' +
    'void|voided|cancelled|canceled|storniert|annulliert|annule|annulee|anulado|anulada|annullato|geannuleerd|anulowana|отменен|отменено|' +
    '取消|已取消|キャンセル|failed|declined|rejected|abgelehnt|draft|entwurf|brouillon|borrador|bozza|concept|refunded|reversed|deleted|geloscht|' +
    'accrual|accruals|accrued|accrual reversal|provision|provisions|ruckstellung|ruckstellungen|abgrenzung|prepayment|prepayments|advance payment|' +
    'anzahlung|vorauszahlung|acompte|anticipo|expired|uncollectible|disputed|budget|budgeted|forecast|forecasted|plan|planned|prognose|projected|projection|estimate|estimated|quote|' +
    'proposal|angebot|devis|presupuesto|preventivo|予算|预算|예산'
  ).split('|'),
);

/** Longer than any of them. */
const LONGEST = 40;

/** Whether a kind or a state of a row says that it is no spend: `Payment`, `Void`, `Budget`. */
export function isNoSpend(cell: Cell): boolean {
  const text = nameText(cell);
  return text.length <= LONGEST && NO_SPEND.has(keyOf(text));
}

/** What statements of cards call what was paid of them, among the texts of purchases. */
const PAID =
  /^(?:(?:online|mobile|automatic|auto|bill) ?)?payments?\b[^a-z]{0,4}(?:received|thank|from)|\bpayment\b.{0,12}thank you|^autopay\b|^zahlung(?:seingang|\b.{0,10}dank)|^paiement re[cç]u|^pago recibido|^pagamento ricevuto|^betaling ontvangen/iu;

/** Whether the text of a row says that a bill was paid: `PAYMENT RECEIVED - THANK YOU`. */
export function isPaymentText(cell: Cell): boolean {
  return PAID.test(nameText(cell).slice(0, LONGEST));
}

function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-_\s]+/g, ' ')
    .trim();
}
