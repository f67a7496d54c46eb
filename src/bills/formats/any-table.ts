import { parseCurrency } from '../../domain/money/currency';
import type { Cell } from '../../formats/file/text-table';
import { readAmount } from '../values/amount-text';
import { readMonth } from '../values/bill-date';
import { nameText } from '../values/cell-text';
import { currencyInName, type Columns } from '../mapping/column-names';
import { readCurrency } from '../values/currency-text';
import type { Recognition, RoleSource } from '../mapping/mapping';
import { cellsOf, columns, columnsOrFixed, fixed, recognised, type SampleRows } from './bill-format';

const words = (text: string) => text.split(' ');

/** Names by which people call the columns, in English, German and French; the likeliest first. */
const NAMES = {
  client: words(
    'client clientname customer customername kunde kundenname kundin mandant auftraggeber account accountname company companyname firma ' +
      'unternehmen entreprise societe',
  ),
  vendor: words(
    'vendor vendorname supplier suppliername provider providername anbieter lieferant hersteller kreditor fournisseur seller merchant',
  ),
  service: words(
    'service servicename dienst leistung product productname produkt produit article artikel model modell meter sku description ' +
      'beschreibung bezeichnung item',
  ),
  month: words(
    'month monat mois billingmonth invoicemonth period periode date datum rechnungsdatum invoicedate billingdate usagedate ' +
      'buchungsdatum belegdatum day tag jour',
  ),
  amount: words(
    'amount betrag montant cost costs kosten cout spend ausgaben depense depenses netamount nettobetrag netto montantht total totalcost ' +
      'totalamount summe gesamt gesamtbetrag price preis prix charge value wert',
  ),
  currency: words('currency currencycode waehrung wahrung devise monnaie billingcurrency isocode'),
  tags: words('tags tag labels label'),
} as const;

/** Any other table: guesses by the names of its columns and by what the cells look like. What stays open is for the user to choose. */
export function anyTable(table: Columns, sample: SampleRows): Recognition {
  const cells = (column: string) => cellsOf(table, sample, column).filter((cell) => nameText(cell) !== '');
  const mostAre = (test: (cell: Cell) => boolean) => (column: string) =>
    cells(column).filter(test).length * 2 >= cells(column).length;
  const allAre = (test: (cell: Cell) => boolean) => (column: string) =>
    cells(column).length > 0 && cells(column).every(test);
  const months = guesses(table, NAMES.month, mostAre(isDate), allAre(isDate));
  const amounts = guesses(
    table,
    NAMES.amount,
    mostAre(isAmount),
    (column) => !months.includes(column) && allAre(isMoney)(column),
  );
  const currencies = guesses(table, NAMES.currency, mostAre(isCurrency), allAre(isCode));
  const isTaken = (column: string) => amounts.includes(column) || months.includes(column);
  const named = (names: readonly string[]) =>
    columns(
      table
        .all(...names)
        .filter((column) => !isTaken(column))
        .slice(0, 1),
    );
  const service = named(NAMES.service);
  const vendor = named(NAMES.vendor);
  return recognised({
    format: 'Table',
    client: named(NAMES.client),
    vendor,
    service: columnsOrFixed(namesOf(service), ''),
    currency: columns(currencies.slice(0, 1)),
    amounts: amounts.map((column) => withCurrency(column, currencies, cells(column))),
    months: months.map((column) => ({ column, explanation: 'A date of the row.' })),
    tagColumns: table
      .all(...NAMES.tags)
      .filter((column) => cells(column).some((cell) => /^\s*[{["]/.test(String(cell)))),
    aiColumns: [...namesOf(service), ...namesOf(vendor)],
  });
}

/** The columns so named whose cells do not speak against it; where there are none, the only column whose cells speak for it. */
function guesses(
  table: Columns,
  names: readonly string[],
  allowed: (column: string) => boolean,
  convincing: (column: string) => boolean,
): string[] {
  const found = table.all(...names).filter(allowed);
  if (found.length > 0) {
    return found;
  }
  const likely = [...new Set(table.header)].filter(convincing);
  return likely.length === 1 ? likely : [];
}

/** An amount whose currency is in no column of its own may have it in its name (`Cost (USD)`) or in its cells (`€ 12,50`). */
function withCurrency(column: string, currencies: readonly string[], cells: readonly Cell[]) {
  const explanation = 'An amount of the row.';
  if (currencies.length > 0) {
    return { column, explanation };
  }
  const inName = currencyInName(column);
  if (inName !== null) {
    return { column, explanation, currency: fixed(inName) };
  }
  const inCells = cells.length > 0 && cells.every((cell) => readCurrency(cell).kind === 'money');
  return inCells ? { column, explanation, currency: columns([column]) } : { column, explanation };
}

function namesOf(source: RoleSource): readonly string[] {
  return source.kind === 'columns' ? source.columns : [];
}

function isDate(cell: Cell): boolean {
  const reading = readMonth(cell, false);
  return reading === 'blank' || reading.monthFirst !== null || reading.dayFirst !== null;
}

function isAmount(cell: Cell): boolean {
  return readAmount(cell) !== null;
}

/** An amount, and neither a count nor a number that names something. */
function isMoney(cell: Cell): boolean {
  const reading = readAmount(cell);
  if (reading === null || reading === 'blank') {
    return false;
  }
  return reading.mark !== '' || (reading.point ?? reading.comma ?? 0) !== 0 || reading.point !== reading.comma;
}

function isCurrency(cell: Cell): boolean {
  return readAmount(cell) === null;
}

function isCode(cell: Cell): boolean {
  return parseCurrency(nameText(cell)) !== null;
}
