import { parseCurrency } from '../../domain/money/currency';
import type { Cell } from '../../formats/file/text-table';
import { readAmount } from '../values/amount-text';
import { readCredits } from '../values/credit-list';
import { DATE_NOTATIONS, readMonth } from '../values/bill-date';
import { nameText } from '../values/cell-text';
import { otherPeriod } from '../values/other-period';
import { unitInLine, unitInName } from '../mapping/amount-unit';
import { currencyAbove } from '../mapping/currency-above';
import { columnKey, currencyInName, type Columns } from '../mapping/column-names';
import { NAMES } from '../mapping/known-names';
import { isNoAmountName } from '../mapping/number-names';
import { areSeveral, numberIn, unitPrices, type ColumnCells } from '../mapping/unit-prices';
import { arePostingKeys, isOfPartner, isSign, readSide, saysCredit } from '../values/side-text';
import { isNoSpend, isPaymentText } from '../values/no-spend';
import { isFiscalName, isYearAlone, yearAndMonth } from '../values/year-and-month';
import { isYes } from '../values/yes';
import { readCurrency } from '../values/currency-text';
import { isOfAnother } from '../mapping/currency-pairs';
import { areLedgerAccounts, LEDGER_COLUMNS } from '../mapping/ledger-account';
import type { ColumnChoice, Recognition, RoleSource } from '../mapping/mapping';
import { cellsOf, columns, columnsOrFixed, fixed, noSpendColumn, recognised, type SampleRows } from './bill-format';

/** The `format` of a table that is of no known kind. */
export const ANY_TABLE = 'Table';

/** A row may say in a column of its own that it is a total; so many are looked at. */
const LABEL_COLUMNS = 3;

/** Any other table: guesses by the names of its columns and by what the cells look like. What stays open is for the user to choose. */
export function anyTable(table: Columns, sample: SampleRows): Recognition {
  const { cells, mostAre, allAre } = columnTests(table, sample);
  const { months, together, unixTimeColumns } = monthsIn(table, sample);
  const named = amountsByName(table, mostAre(isAmount));
  const { debits, credits } = debitAndCredit(table, named, mostAre(isAmount));
  const isNoAmount = (column: string) =>
    months.includes(column) || together?.includes(column) === true || isRunning(column) || isNoAmountName(column);
  const amounts = debits ?? withoutUnitPrices(table, sample, guessesIn(table, named, allAre(isMoney, isNoAmount)));
  const currencies = guesses(table, NAMES.currency, mostAre(isCurrency), allAre(isPlainlyCode));
  const signColumns = table.header.filter((column) => holdsSigns(table, sample, column));
  const side = sideColumn(table, sample, amounts, signColumns);
  const isTaken = (column: string) =>
    amounts.includes(column) ||
    months.includes(column) ||
    together?.includes(column) === true ||
    credits.includes(column) ||
    column === side;
  const nameColumn = (names: readonly string[]) => {
    const free = table.all(...names).filter((column) => !isTaken(column));
    return columns(free.slice(0, 1));
  };
  const service = nameColumn(NAMES.service);
  const vendor = nameColumn(NAMES.vendor);
  return recognised({
    format: ANY_TABLE,
    isGuessed: true,
    client: clientColumn(namesOf(nameColumn(clientNames(table, sample))), namelessNames(table, sample, isTaken)),
    vendor,
    service: columnsOrFixed(namesOf(service), ''),
    ...currencySaid(table, currencies),
    amounts: withCurrencies(table, sample, { amounts, credits, currencies }),
    monthTogether: together,
    unixTimeColumns,
    months: months.map((column) => ({ column, explanation: 'A date of the row.' })),
    tagColumns: table.all(...NAMES.tags).filter((column) => cells(column).some(mayBeTags)),
    aiColumns: [...namesOf(service), ...namesOf(vendor)],
    labelColumns: table.all(...NAMES.kind, ...NAMES.service).slice(0, LABEL_COLUMNS),
    credits,
    offeredCredits: credits.length > 0 ? [] : negativeCredits(table, sample, amounts),
    side,
    signColumns,
    usage: usageIn(
      table,
      nameColumn,
      (column) => !isTaken(column) && mostAre(isAmount)(column) && cells(column).length > 0,
    ),
    noSpendColumn: noSpendIn(table, sample),
    estimatedColumn: table.all(...NAMES.estimated).find(allAre(isYesOrNo)) ?? null,
    ...told(table, sample, amounts, credits),
    otherDates: together === null ? otherDates(table, sample, months) : undefined,
    identityColumns: table.all(...NAMES.identity).filter((column) => !isTaken(column)),
    ...(side === null && credits.length === 0 ? refunds(table, sample, amounts) : {}),
  });
}

/** What is true of whole columns, by their cells in the sample that are not blank. */
function columnTests(table: Columns, sample: SampleRows) {
  const cells = (column: string) => cellsOf(table, sample, column).filter((cell) => nameText(cell) !== '');
  const mostAre = (test: (cell: Cell) => boolean) => (column: string) =>
    cells(column).filter(test).length * 2 >= cells(column).length;
  const allAre = (test: (cell: Cell) => boolean, unless?: (column: string) => boolean) => (column: string) =>
    unless?.(column) !== true && cells(column).length > 0 && cells(column).every(test);
  return { cells, mostAre, allAre };
}

/** The columns of dates, the likeliest first; where none is, those that count seconds, or have other periods. Or two that are the month together. */
function monthsIn(table: Columns, sample: SampleRows) {
  const { mostAre, allAre } = columnTests(table, sample);
  const dates = datesIn(table, mostAre(isDate), allAre(isPlainlyDate, isOfAnotherTime));
  const together = yearWithMonth(table, sample, dates);
  if (dates.length > 0 || together !== null) {
    return { months: dates, together, unixTimeColumns: [] };
  }
  const unixTimeColumns = table.header.filter(allAre(isUnixTime, isNoNameOfTime));
  const others = table.all(...NAMES.month).filter(allAre(isOtherPeriod));
  return { months: unixTimeColumns.length > 0 ? unixTimeColumns : others, together, unixTimeColumns };
}

const ACCOUNTS: readonly string[] = ['account', 'accountname'];

/** Of an account it is not known whose it is: in a ledger it is what the money was spent on, and nobody. */
function clientNames(table: Columns, sample: SampleRows): readonly string[] {
  const account = table.find(...ACCOUNTS);
  const isLedger =
    (table.find(...NAMES.debit) !== null && table.find(...NAMES.credit) !== null) ||
    table.find(...LEDGER_COLUMNS) !== null ||
    areLedgerAccounts(cellsOf(table, sample, account));
  return isLedger ? NAMES.client.filter((name) => !ACCOUNTS.includes(name)) : NAMES.client;
}

/** The column that is called a client, else one without a name that holds names. */
function clientColumn(called: readonly string[], nameless: readonly string[]): RoleSource {
  return columns(called.length > 0 ? called : nameless);
}

/** Debit and Credit side by side, where no column is called an amount. */
function debitAndCredit(
  table: Columns,
  named: readonly string[],
  areAmounts: (column: string) => boolean,
): { readonly debits: string[] | null; readonly credits: string[] } {
  const debit = table.find(...NAMES.debit);
  const credit = table.find(...NAMES.credit);
  const isPair = debit !== null && credit !== null && named.length === 0 && areAmounts(debit) && areAmounts(credit);
  return isPair ? { debits: [debit], credits: [credit] } : { debits: null, credits: [] };
}

/** A quantity needs a column of numbers; one of tokens says its unit itself. */
function usageIn(
  table: Columns,
  nameColumn: (names: readonly string[]) => RoleSource,
  isNumbers: (column: string) => boolean,
) {
  const tokens = table.all(...NAMES.tokens).filter(isNumbers);
  const counts = table.all(...NAMES.quantity).filter(isNumbers);
  const unit = namesOf(nameColumn(NAMES.unit));
  return {
    team: nameColumn(NAMES.team),
    model: nameColumn(NAMES.model),
    quantity: columns([...tokens, ...counts].slice(0, 1)),
    unit: columnsOrFixed(tokens.length > 0 ? [] : unit, tokens.length > 0 ? 'tokens' : ''),
  };
}

/** Names of dates on which something was written or sent, mostly after the month that it is of. */
function isOfInvoice(column: string): boolean {
  return /invoice|rechnung|billing ?date|booking|buchung|beleg|posting|document|doc date|issue|factur|fattur|fakt/i.test(
    column,
  );
}

/** The date on which something was written gives the months, and another date has others in some rows. */
function otherDates(
  table: Columns,
  sample: SampleRows,
  [column, ...others]: readonly string[],
): Recognition['otherDates'] {
  if (column === undefined || !isOfInvoice(column)) {
    return undefined;
  }
  const months = (name: string) => cellsOf(table, sample, name).map((cell) => readMonth(cell));
  const own = months(column);
  const other = others.find((name) => months(name).some((month, row) => areApart(own[row] ?? 'blank', month)));
  return other === undefined ? undefined : { column, other };
}

/** Whether two dates are of different months in whatever notation both can be read. */
function areApart(a: ReturnType<typeof readMonth>, b: ReturnType<typeof readMonth>): boolean {
  const both = DATE_NOTATIONS.flatMap((notation) => {
    const [one, other] = [a, b].map((date) => (date === 'blank' ? null : date.months[notation]));
    return one === null || other === null ? [] : [one === other];
  });
  return both.length > 0 && !both.includes(true);
}

/**
 * A column of years and one of months that are a month together, if no column of dates says it: an invoice is mostly written after the month
 * that it is of.
 */
function yearWithMonth(table: Columns, sample: SampleRows, dates: readonly string[]): readonly string[] | null {
  if (dates[0] !== undefined && !isOfInvoice(dates[0])) {
    return null;
  }
  const areYears = (column: string): boolean => {
    const cells = cellsOf(table, sample, column).filter((cell) => nameText(cell) !== '');
    return cells.length > 0 && cells.every(isYearAlone);
  };
  const year = table.all(...NAMES.year).find(areYears);
  if (year === undefined) {
    return null;
  }
  const years = cellsOf(table, sample, year);
  const month = table.all(...NAMES.part).find((column) => {
    const isFiscal = isFiscalName(year) || isFiscalName(column);
    const months = cellsOf(table, sample, column);
    const joined = months.map((cell, row) => yearAndMonth(years[row] ?? '', cell, isFiscal));
    const told = joined.filter((text) => text !== null && isDate(text)).length;
    return column !== year && told > 0 && told * 2 >= months.filter((cell) => nameText(cell) !== '').length;
  });
  return month === undefined ? null : [year, month];
}

/** The column without a name, if its cells are names: at the edge of a table it is mostly the client, above which nothing was written. */
function namelessNames(table: Columns, sample: SampleRows, isTaken: (column: string) => boolean): string[] {
  const [first = '', ...others] = cellsOf(table, sample, '');
  const cells = [first, ...others.filter((cell) => nameText(cell) !== '')];
  const areNames = nameText(first) !== '' && cells.every((cell) => !isAmount(cell) && !isDate(cell) && !isCode(cell));
  return areNames && !isTaken('') ? [''] : [];
}

/**
 * Columns of credits or discounts beside the amounts that are never positive: those that count what was used are. What the amounts are
 * without already is none.
 */
function negativeCredits(table: Columns, sample: SampleRows, amounts: readonly string[]): string[] {
  const isTakenOff = (column: string) =>
    [...pricesWithout(table, sample, [column]).values()].includes(amounts[0] ?? '');
  return table.all(...NAMES.credit, ...NAMES.discount).filter((column) => {
    if (isTakenOff(column)) {
      return false;
    }
    const credits = cellsOf(table, sample, column).map(readCredits);
    const readings = credits.flatMap((found) => found ?? []);
    const areRead = credits.every((found) => found !== null) && readings.length > 0;
    return areRead && !amounts.includes(column) && readings.every(({ unscaled }) => unscaled <= 0);
  });
}

/**
 * Columns of credits, discounts or refunds of which some are positive: whether they are taken away from the amounts, or were already, the
 * file does not say. One that has more than the amount in its row counts something else.
 */
function keptOff(table: Columns, sample: SampleRows, [amount]: readonly string[]): Recognition['keptOff'] | null {
  const amounts = cellsOf(table, sample, amount ?? null).map(numberIn);
  const isBeside = (column: string): boolean => {
    const cells = cellsOf(table, sample, column);
    const isWithin = (cell: Cell, row: number): boolean => {
      const off = numberIn(cell) ?? 0;
      return isAmount(cell) && off >= 0 && off <= (amounts[row] ?? 0);
    };
    const isNetted = () => [...pricesWithout(table, sample, [column]).values()].includes(amount ?? '');
    return cells.every(isWithin) && cells.some((cell) => (numberIn(cell) ?? 0) > 0) && !isNetted();
  };
  const column = table
    .all(...NAMES.credit, ...NAMES.discount, ...NAMES.takenOff)
    .find((one) => one !== amount && isBeside(one));
  const value = cellsOf(table, sample, column ?? null).find((cell) => (numberIn(cell) ?? 0) > 0);
  return amount === undefined || column === undefined || value === undefined
    ? null
    : { column, amount, value: nameText(value) };
}

/**
 * Names of dates on which a bill is to be paid, or was, something is renewed, or the file was made: they say nothing of when the service was
 * used.
 */
function isOfAnotherTime(column: string): boolean {
  return /\bdue\b|paid|payment|f(?:ä|ae)llig|bezahlt|zahlung|[ée]ch[ée]ance|vencimiento|vencimento|scadenza|vervaldatum|expir|valid|renew|contract|vertrag|export|print|download|generated|modified|updated|changed|ge(?:ä|ae)ndert/i.test(
    column,
  );
}

function datesIn(
  table: Columns,
  allowed: (column: string) => boolean,
  convincing: (column: string) => boolean,
): string[] {
  const called = table.all(...NAMES.month);
  return guesses(table, NAMES.month, allowed, convincing).filter(
    (column) => called.includes(column) || !isOfEnd(column),
  );
}

/** The years 2004 to 2042, in seconds or milliseconds since 1970. */
function isUnixTime(cell: Cell): boolean {
  const text = nameText(cell);
  const seconds = Number(text) / (text.length === 13 ? 1000 : 1);
  return /^(?:\d{10}(?:\.\d{1,6})?|\d{13})$/.test(text) && seconds > 1.1e9 && seconds < 2.3e9;
}

/** Digits alone may be anything, unless their column is called a time, and not that of an end or of a payment. */
function isNoNameOfTime(column: string): boolean {
  return (
    !/date|time|created|datum|epoch|(?:^|[\s_])(?:at|on|start)$/i.test(column) ||
    isOfAnotherTime(column) ||
    isOfEnd(column)
  );
}

/** Names of days on which a period ends, which may be the first of the next. Beside its beginning it is not known whether one month holds both. */
function isOfEnd(column: string): boolean {
  return /(?:^|[\s_])(?:end|ende|until|bis|to|fin)(?:$|[\s_])|(?<=[a-z])End/.test(
    column.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()),
  );
}

/** Names of amounts that hold those of the rows above as well, so that they do not add up. */
function isRunning(column: string): boolean {
  return /cumul|kumul|acumul|running|balance|to date|\b(?:ytd|mtd|saldo|solde)\b|累计|累計/i.test(column);
}

/** A kind of row that is called a refund, or the like, or a column that says yes to it, and has a positive amount. */
function refunds(table: Columns, sample: SampleRows, [amount]: readonly string[]): Pick<Recognition, 'refundColumn'> {
  const amounts = cellsOf(table, sample, amount ?? null).map(readAmount);
  const kinds = table.all(...NAMES.kind).map((column) => ({
    column,
    says: (cell: Cell) => saysCredit(cell, column),
  }));
  const flags = table.all(...NAMES.isCredit).filter((column) => cellsOf(table, sample, column).every(isFlag));
  for (const { column, says } of [...kinds, ...flags.map((column) => ({ column, says: isYes }))]) {
    const cell = cellsOf(table, sample, column).find((each, at) => {
      const reading = amounts[at] ?? null;
      return says(each) && reading !== null && reading !== 'blank' && reading.unscaled > 0;
    });
    if (cell !== undefined) {
      return { refundColumn: { column, word: nameText(cell) } };
    }
  }
  return {};
}

/** A column whose kinds or states are no spend, one of texts that say what was paid, or of postings to the accounts of suppliers beside those to the ledger. */
function noSpendIn(table: Columns, sample: SampleRows): Recognition['noSpendColumn'] {
  const bothSides = table.header.filter((column) => {
    const cells = cellsOf(table, sample, column);
    return arePostingKeys(column, cells) && !isOfOneAccount(column, cells);
  });
  return (
    noSpendColumn(table, sample, bothSides, isOfPartner) ??
    noSpendColumn(table, sample, table.all(...NAMES.kind, ...NAMES.state), isNoSpend) ??
    noSpendColumn(table, sample, table.all(...NAMES.service), isPaymentText)
  );
}

function isFlag(cell: Cell): boolean {
  return nameText(cell) === '' || isYesOrNo(cell);
}

/** An amount with a tax and one without, of which the proposed amount is one. */
function taxedIn(table: Columns, sample: SampleRows, [amount]: readonly string[]): Recognition['taxed'] | null {
  const taxes = table.all(...NAMES.tax);
  const sums = taxes.length === 0 ? [] : [...pricesWithout(table, sample, taxes)];
  const [withTax, without] = sums.find((pair) => amount !== undefined && pair.includes(amount)) ?? [];
  return withTax === undefined || without === undefined ? null : { withTax, without };
}

/** What is only to be told, or asked, of the amounts as a whole. */
function told(table: Columns, sample: SampleRows, amounts: readonly string[], credits: readonly string[]) {
  return {
    unitAbove: unitAbove(table) ?? unitOfObjects(table, sample, amounts),
    taxed: taxedIn(table, sample, amounts),
    levels: levelsIn(table, sample),
    keptOff: credits.length > 0 ? null : keptOff(table, sample, amounts),
  };
}

/** The first of the columns of currencies; if there is none, what a line above the table says. */
function currencySaid({ above }: Columns, currencies: readonly string[]) {
  const said = currencies.length === 0 ? currencyAbove(above) : null;
  return { currency: said === null ? columns(currencies.slice(0, 1)) : fixed(said.currency), currencyAbove: said };
}

/** What says that some rows stand below others. */
function levelsIn(table: Columns, sample: SampleRows): Recognition['levels'] | null {
  const level = table.find(...NAMES.level);
  const levels = cellsOf(table, sample, level).map(nameText);
  if (level !== null && levels.every((cell) => /^\d?$/.test(cell)) && new Set(levels.filter(Boolean)).size > 1) {
    return { column: level, by: 'number' };
  }
  const parent = table.find(...NAMES.parent);
  if (parent !== null && areNamesOfRows(table, sample, parent)) {
    return { column: parent, by: 'name' };
  }
  const indented = table.header.find((column) => isIndented(cellsOf(table, sample, column)));
  return indented === undefined ? null : { column: indented, by: 'spaces' };
}

/** Some rows stand below none, and the others below rows whose names are in another column. */
function areNamesOfRows(table: Columns, sample: SampleRows, parent: string): boolean {
  const above = new Set(cellsOf(table, sample, parent).map(nameText));
  const named = [...above].filter(Boolean);
  return (
    above.has('') &&
    named.length > 0 &&
    table.header.some((column) => {
      const names = column === parent ? null : new Set(cellsOf(table, sample, column).map(nameText));
      return names !== null && named.every((name) => names.has(name));
    })
  );
}

/** What stands before a text that is set in: two spaces or a wide one, or a branch of a tree. */
const BEFORE_SET_IN = /^(?: {2}|\u00a0|\u3000|[\u2500-\u257f])/;

/**
 * Texts below one that begins further to the left; one that is there without its spaces, too, has them by chance, and a number may stand behind
 * some for its own sake.
 */
function isIndented(cells: readonly Cell[]): boolean {
  const texts = cells.map(String).filter((cell) => /\p{L}/u.test(cell) && !isAmount(cell));
  return (
    texts[0] !== undefined &&
    !BEFORE_SET_IN.test(texts[0]) &&
    texts.some((text) => BEFORE_SET_IN.test(text) && !texts.includes(text.trim()))
  );
}

/** What Stripe's answers call their records, in which amounts are whole numbers of cents. */
const STRIPE_OBJECT =
  /^(?:invoice|invoiceitem|line_item|charge|payment_intent|balance_transaction|credit_note|refund)$/;

function unitOfObjects(
  table: Columns,
  sample: SampleRows,
  [amount]: readonly string[],
): Recognition['unitAbove'] | null {
  const objects = cellsOf(table, sample, table.find('object')).map(nameText);
  const areWhole = cellsOf(table, sample, amount ?? null).every((cell) => /^-?\d*$/.test(nameText(cell)));
  const [first] = objects;
  return first !== undefined && areWhole && objects.every((object) => STRIPE_OBJECT.test(object))
    ? { unit: 'hundredths', text: `object: ${first}` }
    : null;
}

/** What the lines above the header say that the amounts are counted in. */
function unitAbove({ above }: Columns): Recognition['unitAbove'] | null {
  for (const text of above.flat()) {
    const unit = unitInLine(text);
    if (unit !== null) {
      return { unit, text };
    }
  }
  return null;
}

/** The columns so named whose cells do not speak against it; if there are none, the only column whose cells speak for it. */
function guesses(
  table: Columns,
  names: readonly string[],
  allowed: (column: string) => boolean,
  convincing: (column: string) => boolean,
): string[] {
  return guessesIn(table, table.all(...names).filter(allowed), convincing);
}

function guessesIn(table: Columns, found: string[], convincing: (column: string) => boolean): string[] {
  if (found.length > 0) {
    return found;
  }
  const likely = [...new Set(table.header)].filter(convincing);
  return likely.length === 1 ? likely : [];
}

/** Those that are called amounts; where none is, those whose name says beside it what they are counted in: `amount_cents`, `Cost USD`. */
function amountsByName(table: Columns, areAmounts: (column: string) => boolean): string[] {
  const found = table.all(...NAMES.amount).filter(areAmounts);
  const names: readonly string[] = NAMES.amount;
  return found.length > 0
    ? found
    : table.header.filter((column) => {
        const [first = '', ...others] = column.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).filter(Boolean);
        const isCounted = currencyInName(column) !== null || unitInName(column) !== null;
        return names.includes(columnKey(first)) && others.length === 1 && isCounted && areAmounts(column);
      });
}

/**
 * Of the amounts first what they come to with a quantity, a share or a discount, and none that is before it; nor what is called a price
 * beside quantities, nor a quantity itself.
 */
function withoutUnitPrices(table: Columns, sample: SampleRows, called: readonly string[]): string[] {
  const counted = called.length > 1 ? countedIn(table, sample) : null;
  const amounts = called.filter((column) => column !== counted);
  const quantities = [...table.all(...NAMES.quantity, ...NAMES.tokens), ...(counted === null ? [] : [counted])].filter(
    (column) => !amounts.includes(column) && areSeveral(cellsOf(table, sample, column)),
  );
  const prices = unitPrices(cellsOfEach(table, sample), {
    quantities,
    shares: table.all(...NAMES.share),
    discounts: table.all(...NAMES.credit, ...NAMES.discount),
  });
  const isPrice = (column: string) => quantities.length > 0 && table.all(...NAMES.price).includes(column);
  const totals = amounts.flatMap((column) => prices.get(column) ?? []);
  return [...new Set([...totals, ...amounts])].filter((column) => !prices.has(column) && !isPrice(column));
}

/** Of amounts of which what stands in other columns is taken off: each with the column of what is left. */
function pricesWithout(table: Columns, sample: SampleRows, discounts: readonly string[]) {
  return unitPrices(cellsOfEach(table, sample), { quantities: [], shares: [], discounts });
}

function cellsOfEach(table: Columns, sample: SampleRows): ColumnCells[] {
  return table.header.map((column) => ({ column, cells: cellsOf(table, sample, column) }));
}

/** The column before one of units that are no money: `Amount` before `Unit` with tokens. */
function countedIn(table: Columns, sample: SampleRows): string | null {
  const unit = table.find(...NAMES.unit);
  const cells = cellsOf(table, sample, unit).filter((cell) => nameText(cell) !== '');
  const areUnits = cells.length > 0 && cells.every((cell) => readCurrency(cell).kind === 'unit' && !isAmount(cell));
  return unit === null || !areUnits ? null : (table.header[table.header.indexOf(unit) - 1] ?? null);
}

/** Posting keys of the ledger alone, or of suppliers alone: of both, each posting has its two sides. */
function isOfOneAccount(column: string, cells: readonly Cell[]): boolean {
  const keys = cells.filter((cell) => nameText(cell) !== '');
  return arePostingKeys(column, keys) && new Set(keys.map(isOfPartner)).size === 1;
}

/**
 * The column that says of each row whether it is a debit or a credit: one so called, or a type of which most words are of one side or
 * the other and one is a credit; else any with words of both and no others.
 */
function sideColumn(
  table: Columns,
  sample: SampleRows,
  amounts: readonly string[],
  signColumns: readonly string[],
): string | null {
  const sides = (column: string) =>
    cellsOf(table, sample, column)
      .map((cell) => readSide(cell, column, signColumns.includes(column)))
      .filter((side) => side !== 'blank');
  const areAlike = (column: string) =>
    new Set(cellsOf(table, sample, column).map((cell) => /^[\p{L}.]/u.test(nameText(cell)))).size === 1;
  const known = (column: string) => sides(column).filter((side) => side !== null);
  const mostSay = (column: string) =>
    !amounts.includes(column) && known(column).length > 0 && known(column).length * 2 >= sides(column).length;
  return (
    table.all(...NAMES.side).find(mostSay) ??
    table.header.find((column) => isOfOneAccount(column, cellsOf(table, sample, column))) ??
    table.all(...NAMES.kind).find((column) => mostSay(column) && known(column).includes('credit')) ??
    table.header.find(
      (column) =>
        !arePostingKeys(column, cellsOf(table, sample, column)) &&
        new Set(sides(column)).size === 2 &&
        new Set(known(column)).size === 2 &&
        areAlike(column),
    ) ??
    null
  );
}

/**
 * Whether a column has signs and nothing else: a minus alone is one only if the column is called so, for a dash mostly stands for nothing,
 * and so are 1 and -1, for they may be quantities.
 */
function holdsSigns(table: Columns, sample: SampleRows, column: string): boolean {
  const cells = cellsOf(table, sample, column).map(nameText).filter(Boolean);
  const isCalledSo = table.all(...NAMES.side).includes(column);
  const areSigns = cells.length > 0 && cells.every((cell) => isSign(cell) && (isCalledSo || !/1$/.test(cell)));
  return areSigns && (cells.includes('+') || isCalledSo);
}

function withCurrencies(
  table: Columns,
  sample: SampleRows,
  { amounts, credits, currencies }: Readonly<Record<'amounts' | 'credits' | 'currencies', readonly string[]>>,
): ColumnChoice[] {
  const filled = (test: (cell: Cell) => boolean) =>
    table.header.filter((column) => {
      const cells = cellsOf(table, sample, column).filter((cell) => nameText(cell) !== '');
      return cells.length > 0 && cells.every(test);
    });
  const beside = { numbers: filled(isAmount), currencies: filled(isCode), credits };
  return amounts.map((column) => withCurrency(table, sample, column, currencies, beside));
}

/**
 * An amount whose currency is in no column of its own may have it in its name (`Cost (USD)`) or in its cells (`€ 12,50`). If its name
 * says another than the column of currencies or a line above the table does, which of the two holds is left open.
 *
 * @param currencies the columns of currencies, of which the first is proposed for the table
 * @param beside the columns that hold numbers or codes of currencies alone, and those of credits, which say their currency as the amounts do
 */
function withCurrency(
  table: Columns,
  sample: SampleRows,
  column: string,
  currencies: readonly string[],
  beside: Parameters<typeof isOfAnother>[2] & { readonly credits: readonly string[] },
): ColumnChoice {
  const [proposed = null] = currencies;
  const currency = currencies.find((one) => !isOfAnother(one, column, beside)) ?? null;
  const explanation = 'An amount of the row.';
  const inName = currencyInName(column);
  const codes = cellsOf(table, sample, currency).map(readCurrency);
  if (inName !== null) {
    const isOther =
      codes.some(({ kind, text }) => kind === 'money' && text !== inName) ||
      (currencyAbove(table.above)?.currency ?? inName) !== inName;
    return {
      column,
      explanation,
      ...(isOther ? { currency: columns([]) } : codes.length > 0 ? {} : { currency: fixed(inName) }),
    };
  }
  const marks = table.marks(column);
  const named = cellsOf(table, sample, column)
    .map((cell, row) => ({ cell, says: readCurrency(typeof cell === 'number' ? (marks[row] ?? '') : cell) }))
    .filter(({ cell }) => nameText(cell) !== '');
  const untold: ColumnChoice = { column, explanation, ...(currency === proposed ? {} : { currency: columns([]) }) };
  if (currency !== null) {
    return currency === proposed ? untold : { column, explanation, currency: columns([currency]) };
  }
  if (named.length === 0) {
    return untold;
  }
  if (named.every(({ says }) => says.kind === 'money')) {
    return { column, explanation, currency: columns([column, ...beside.credits]) };
  }
  // Cells of a workbook that were never formatted say nothing against those that were.
  const [only, another] = new Set(named.filter(({ says }) => says.kind !== 'blank').map(({ says }) => says.text));
  const told = named.filter(({ cell, says }) => says.kind === 'money' && typeof cell === 'number');
  return only !== undefined && another === undefined && told.length * 2 >= named.length
    ? { column, explanation, currency: fixed(only) }
    : untold;
}

function namesOf(source: RoleSource): readonly string[] {
  return source.kind === 'columns' ? source.columns : [];
}

function isDate(cell: Cell): boolean {
  const reading = readMonth(cell);
  return (
    reading === 'blank' || reading.fiscal !== null || Object.values(reading.months).some((month) => month !== null)
  );
}

/** A column of weeks, quarters or months without a year is proposed, so that its rows can say what is wrong with them. */
function isOtherPeriod(cell: Cell): boolean {
  return otherPeriod(String(cell)) !== null;
}

/** A date by its form; digits alone may be anything. */
function isPlainlyDate(cell: Cell): boolean {
  const reading = readMonth(cell);
  return isDate(cell) && (reading === 'blank' || reading.order !== 'digits');
}

function mayBeTags(cell: Cell): boolean {
  return /^\s*[{["]/.test(String(cell));
}

function isYesOrNo(cell: Cell): boolean {
  return isYes(cell) || /^(?:false|no|n|0|nein|non|нет|否|いいえ)$/i.test(nameText(cell));
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
  if (reading.word !== undefined && reading.word !== 'cr' && reading.word !== 'dr') {
    return reading.mark !== '';
  }
  return reading.mark !== '' || (reading.point ?? reading.comma ?? 0) !== 0 || reading.point !== reading.comma;
}

function isCurrency(cell: Cell): boolean {
  return readAmount(cell) === null;
}

function isCode(cell: Cell): boolean {
  return parseCurrency(nameText(cell)) !== null;
}

/** Codes that are words as well, such as Albania's. */
const WORDS = /^(?:all|top|try|pen|cup|mad|gel|cop|lak|bam|mop|sos)$/i;

/** A code, and no word that a column may hold which is about something else. */
function isPlainlyCode(cell: Cell): boolean {
  return isCode(cell) && !WORDS.test(nameText(cell));
}
