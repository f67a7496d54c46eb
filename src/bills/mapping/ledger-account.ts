import type { Cell } from '../../formats/file/text-table';
import { nameText } from '../values/cell-text';

/** `6300`, `4500 - Software`, `6300.10 Cloud`; the account of a cloud has twelve digits, and a customer's mostly more than six. */
const NUMBER = /^-?\d{3,6}(?:[.\-/]\d{1,4})?(?:[\s:\-–].*)?$/u;
const MOST = 60;

/** Names of columns that ledgers have beside an account, as `columnKey` gives them. */
export const LEDGER_COLUMNS =
  'split vchtype vchno voucher voucherno journal journalno transactiontype gegenkonto contraaccount offsetaccount glaccount accountcode postingdate documentno documenttype dagboek balance iban partneriban partnername bookingdate valuedate'.split(
    ' ',
  );

/** Whether these are accounts of a ledger by their numbers: `Account` then says what the money was spent on, not by whom. */
export function areLedgerAccounts(cells: readonly Cell[]): boolean {
  const texts = cells.map(nameText).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => text.length <= MOST && NUMBER.test(text));
}
