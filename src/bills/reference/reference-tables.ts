import { referenceClients } from './clients';
import { referenceRates } from './rates';
import { referenceReturns } from './returns';
import { parseMonth, serialOf } from '../../domain/calendar/month';
import type { ReferenceTable } from '../../domain/ledger/rows-to-load';

/** The reference data as rows of the three tables, in the order of their columns. */
export function referenceTables(): ReferenceTable[] {
  return [
    {
      name: 'AIClients',
      rows: referenceClients.map((row) => [
        row.client,
        row.vendor,
        row.service,
        dateOf(row.month),
        numberOf(row.spend),
        row.currency,
        numberOf(row.share),
        row.basis,
        row.source,
        row.note,
      ]),
    },
    {
      name: 'AIReturns',
      rows: referenceReturns.map((row) => [
        row.study,
        row.year,
        row.segment,
        numberOf(row.returnPer1),
        row.source,
        row.note,
      ]),
    },
    {
      name: 'AIRates',
      rows: referenceRates.map((row) => [dateOf(row.month), row.currency, numberOf(row.unitsPerEur), row.source]),
    },
  ];
}

/** The first of a month as a cell holds it. */
function dateOf(text: string): number {
  const month = parseMonth(text);
  if (month === null) {
    throw new Error(`The reference data has "${text}" for a month`);
  }
  return serialOf(month);
}

function numberOf(decimalText: string | null): number | null {
  return decimalText === null ? null : Number(decimalText);
}
