import { parseMonth, type Month } from '../../domain/calendar/month';
import { billMessages } from '../messages';
import { choices, columnsOrBlank, fixed, OWN_COMPANY, recognised, type BillFormat } from './bill-format';

/** What stands in the first line of an export, by position: what it is, when the fiscal year begins, and the currency. */
const MARK = 0;
const YEAR_BEGINS = 12;
const CURRENCY = 21;

/** A batch of bookings as DATEV exports it. Its dates are days and months; the first line says of which year. */
export const datev: BillFormat = {
  name: 'DATEV bookings',
  recognise(table) {
    if (!table.has('umsatzohnesollhabenkz', 'sollhabenkennzeichen', 'belegdatum')) {
      return null;
    }
    const [first = []] = table.above;
    const yearBegins = /^(?:EXTF|DTVF)$/.test(first[MARK] ?? '') ? monthOfDay(first[YEAR_BEGINS] ?? '') : null;
    return recognised({
      format: 'DATEV bookings',
      client: fixed(OWN_COMPANY),
      vendor: columnsOrBlank(table.all('gegenkontoohnebuschlussel', 'gegenkonto')),
      service: columnsOrBlank(table.all('buchungstext')),
      currency: {
        kind: 'columns',
        columns: table.all('wkzumsatz'),
        otherwise: first[CURRENCY] === undefined || first[CURRENCY] === '' ? 'EUR' : first[CURRENCY],
      },
      amounts: choices(table, [['umsatzohnesollhabenkz', 'The amount of the booking; its side says whether it adds.']]),
      months: choices(table, [['belegdatum', 'The day of the document, in the year that the first line names.']]),
      side: table.find('sollhabenkennzeichen'),
      ...(yearBegins === null ? { refusal: billMessages.datevWithoutYear() } : { yearBegins }),
    });
  },
};

/** The month of a day such as 20240101. */
function monthOfDay(text: string): Month | null {
  return /^\d{8}$/.test(text) ? parseMonth(`${text.slice(0, 4)}-${text.slice(4, 6)}`) : null;
}
