/**
 * Every message about what a bill or a table of rates says, in one place. Each says what is wrong, with the value, and what to
 * do next if that is not plain from the first. They are apart from the functions' messages (`domain/messages.ts`) because
 * every workbook waits for the functions' script, and only an import needs these.
 */
export const billMessages = {
  // Exchange rates
  noEcbHeader: (found: string) =>
    `Line 1 starts with "${found}", not with Date. Use the bank's file eurofxref-hist.csv.`,
  notEcbDate: (line: number, value: string) => `Line ${line}: "${value}" is not a date such as 2024-11-18.`,
  ecbDateTwice: (line: number, date: string) => `Line ${line}: ${date} is there twice.`,
  notEcbRate: (line: number, currency: string, value: string) => `Line ${line}: ${currency} is "${value}", not a rate.`,
  ecbCurrencyTwice: (currency: string) => `Line 1: ${currency} is there twice.`,
  noEcbRates: () => "The file has no rates. Use the bank's file eurofxref-hist.csv.",
  zipWithoutRates: () =>
    'The zip holds no file eurofxref-hist.csv. Use the zip as the European Central Bank offers it.',
  // Bills
  invoiceDetail: () =>
    'This is the data set InvoiceDetail of FOCUS, not a bill: it states the charges of the Cost and Usage data once more, by invoice, and would double them. Load the Cost and Usage data.',
  datevWithoutYear: () =>
    'This is a DATEV export without the first line (EXTF), in which the year of its dates stands. Export it again with that line.',
  openRole: (role: string) =>
    `No column stands for the ${role} yet. Choose one, or type a text that holds for every row.`,
  noColumn: (column: string) => `The table has no column "${column}". Choose another one.`,
  severalTags: (column: string, tags: readonly string[]) =>
    `The rows are grouped by the tags ${tags.map((tag) => `"${tag}"`).join(', ')}: each cost is there once for each of them, and would count as often. Keep the rows of one by a filter of the column "${column}" (as text: '${column}'~"${tags[0] ?? ''}"), or group the query by one tag.`,
  nothingTellsAi: () =>
    'Nothing in this table tells AI services from others. Choose a column for the service, or keep all rows.',
  tooManyGroups: (limit: number) =>
    `The bill has more than ${limit.toLocaleString('en')} different clients, vendors, services and months together. ` +
    'Choose columns with fewer different texts, or load fewer months.',
  noAmount: (value: string) => `"${value}" is not an amount.`,
  beyondAmount: (value: string) => `"${value}" is larger than any amount that a cell can hold.`,
  blankSide: () => 'The column that says debit or credit is blank here.',
  noSide: (value: string) =>
    `"${value}" says neither debit nor credit, as the column does elsewhere. If the column says something else, choose none for it.`,
  noName: (value: string) =>
    `"${value}" is ${kindOfNoName(value)}, not a name. Correct it in the file, or load without the row.`,
  unreadQuantities: (rows: number, line: number, column: string) =>
    `Line ${line}${rows === 1 ? '' : ` and ${(rows - 1).toLocaleString('en')} more`}: no quantity can be read in the column "${column}". The amount counts, without a quantity.`,
  askQuantities: () =>
    'The quantities have a point or a comma before three digits, and nothing in the file shows whether it sets thousands apart or decimals.',
  otherTable: (line: number) =>
    `Another table begins in line ${line}, with other columns. Put each table into a file or a sheet of its own.`,
  blankAmount: () => 'The amount is blank.',
  notWithPoint: (value: string) =>
    `"${value}" is not an amount with a decimal point, which the other amounts have. Choose decimal comma if the others are the ones read wrongly.`,
  notWithComma: (value: string) =>
    `"${value}" is not an amount with a decimal comma, which the other amounts have. Choose decimal point if the others are the ones read wrongly.`,
  otherCurrency: (value: string, currency: string) =>
    `"${value}" names another currency than ${currency}, the one of its row.`,
  shownInOther: (value: string, mark: string, currency: string) =>
    `${value} is shown with ${mark} in the workbook, another currency than ${currency}, the one of its row.`,
  shownAsMore: (value: string, words: string) =>
    `${value} is shown with "${words}" in the workbook, and the cell holds ${value} alone. Write into the file what is meant.`,
  hiddenColumns: (columns: readonly string[]) =>
    `The workbook hides ${columns.length === 1 ? 'the column' : 'the columns'} ${columns.map((column) => `"${column}"`).join(', ')}, which the import uses or could take for amounts: look at ${columns.length === 1 ? 'it' : 'them'} before you trust the figures.`,
  noWordOf: (value: string, currency: string) =>
    `"${value}" may be a number in a word or something else in ${currency}. Write the amount out in the file.`,
  numberWords: (rows: number, example: string, amount: string) =>
    `${rows === 1 ? 'An amount says' : `${rows.toLocaleString('en')} amounts say`} in a word what ${rows === 1 ? 'it is' : 'they are'} counted in, and ${rows === 1 ? 'counts' : 'count'} so: "${example}" is ${amount}.`,
  blankCurrency: () => 'The currency is blank. If it is the same for all rows, type it.',
  noCurrency: (value: string) =>
    `"${value}" is ${kindOfNoName(value)}, not a currency. Correct it in the file, or load without the row.`,
  unclearCurrency: (value: string) =>
    `"${value}" is the sign of several currencies. Type the one that is meant, such as USD.`,
  askNumbers: () =>
    'The amounts have a point or a comma before three digits, and nothing in the file shows whether it sets thousands apart or decimals.',
  askDates: () => 'The file does not show in which order its dates are written. The months depend on it.',
  askNames: (croatian: string, polish: string) =>
    `The dates have names of months that Croatian has for another month than Polish and Czech: one of them is ${croatian} in Croatian and ${polish} in Polish or Czech, and no other name tells which.`,
  askFiscal: (example: string) =>
    `The dates are periods of fiscal years, such as ${example}, and the file does not say with which month these begin.`,
  askMonths: (months: readonly string[], last: string) =>
    `${months.join(', ')} ${months.length === 1 ? 'lies' : 'lie'} more than a year after ${last}, the latest of the file's other months.`,
  askPast: (months: readonly string[], first: string | undefined) =>
    `${months.join(', ')} ${months.length === 1 ? 'lies' : 'lie'} ${first === undefined ? 'before 2000' : `long before ${first}, the first of the file's other months`}: so some programs write a date that is not known.`,
  askFuture: (months: readonly string[]) =>
    `${months.join(', ')} ${months.length === 1 ? 'lies' : 'lie'} in the future, as this computer's clock has it.`,
  lostZero: (date: string) =>
    `"${date}" counts as January. If a spreadsheet took "${date}0" for a number, the zero is lost and it is October: write ${date.slice(0, 4)}-10 in the file.`,
  exchangedDates: (known: string, unknown: string) =>
    `A spreadsheet may have exchanged day and month where both could be a month: all dates like ${known} have a day up to 12, and all like ${unknown} a later one. If it did, the months of the former are wrong: export the file again, and do not open it before.`,
  askSides: ({
    positiveCredits,
    negativeCredits,
    negativeDebits,
  }: {
    readonly positiveCredits: number;
    readonly negativeCredits: number;
    readonly negativeDebits: number;
  }) =>
    `Of the credits ${positiveCredits} ${positiveCredits === 1 ? 'is' : 'are'} positive and ${negativeCredits} negative, of the debits ${negativeDebits} negative: ` +
    'the file does not show whether credits are to be taken away or have their sign already.',
  askShownCredits: (rows: number) =>
    `${rows === 1 ? 'An amount is' : `${rows.toLocaleString('en')} amounts are`} positive, and the workbook shows ${rows === 1 ? 'it' : 'them'} as if ${rows === 1 ? 'it was' : 'they were'} taken away: in brackets, with a minus or with CR.`,
  askNegatives: (negative: number, positive: number) =>
    `${negative.toLocaleString('en')} ${negative === 1 ? 'amount is' : 'amounts are'} negative, ${positive.toLocaleString('en')} positive. A statement of a bank or a card writes so what was paid, and a bill what was credited; nothing in the file says which of them it is.`,
  askUnit: (columns: readonly string[], unit: string) =>
    `${named(columns)} ${columns.length === 1 ? 'says' : 'say'} that the amounts are in ${unit}.`,
  askUnitBeside: (text: string, unit: string) =>
    `"${text}" stands beside the table: whether the amounts are in ${unit}, nothing else in the file tells.`,
  askCroresInName: (column: string) =>
    `"${column}" may say that the amounts are in crores (10,000,000), or that they are credits.`,
  askCr: (rows: number) =>
    `"Cr" stands behind ${rows === 1 ? 'an amount' : `${rows.toLocaleString('en')} amounts`}, and nothing in the file shows whether it is credit or crore, which is 10,000,000.`,
  askCells: ([amount, next]: readonly [string, string], columns: readonly [string, string]) =>
    `"${amount}" stands in "${columns[0]}" and "${next}" in ${columns[1] === '' ? 'the column without a name' : `"${columns[1]}"`}: a comma may have divided ${amount},${next} into two cells, for the file sets its cells apart by commas. All that stands behind it in such a row is moved by one column then: the file had better be saved with quotes or semicolons.`,
  askBlanks: (rows: number) =>
    `${rows === 1 ? 'A row has' : `${rows.toLocaleString('en')} rows have`} no client, below a row that has one, as merged cells leave it.`,
  askNetting: (columns: readonly string[], sums: readonly string[]) =>
    `${named(columns)} beside the amounts ${columns.length === 1 ? 'holds' : 'hold'} negative credits, ${sums.join(' and ')} together, and the file does not show whether the amounts are net of them.`,
  askComplete: (month: string, day: number) =>
    `There are rows day by day, and they end with ${month}-${String(day).padStart(2, '0')}, before the month does. A month that is marked as not complete counts, and is no base for changes and forecasts.`,
  askEstimated: (months: readonly string[]) =>
    `The bill says that amounts of ${months.join(' and ')} are estimated: others will come in their place. A month that is marked as not complete counts, and is no base for changes and forecasts.`,
  askVendor: (issuer: string, developer: string) =>
    `${issuer} issues the invoice for a model that ${developer} developed, and the file does not say which of them is the vendor.`,
  askTotals: (rows: number, areSure: boolean) =>
    `${rows === 1 ? 'A row states' : `${rows} rows state`} the sum of others${areSure ? '' : ', or may be a row like the others'}.`,
  perhapsCut: (line: number, column: string) =>
    `The file ends in line ${line} behind "${column}", without a line end. If it was cut off there, digits of this amount are missing: compare it with where the file comes from.`,
  perhapsCutParts: (files: readonly string[], column: string) =>
    `No file ends its last line, and each ends behind "${column}". If one was cut off there, digits of its last amount are missing: compare the last row of ${files.join(', ')} with where they come from.`,
  repeatedRows: (
    { firstLine, lastLine, ofLine, rows }: { firstLine: number; lastLine: number; ofLine: number; rows: number },
    sums: string,
  ) =>
    `Lines ${firstLine} to ${lastLine} repeat the ${rows} rows from line ${ofLine} on, one for one: ${sums}. They count. If they were pasted twice, take them out of the file.`,
  repeatedSingly: (rows: number, lines: readonly (readonly [line: number, ofLine: number])[], sums: string) =>
    `${rows === 1 ? 'A row repeats' : `${rows.toLocaleString('en')} rows repeat`} another cell for cell, with all that should tell it from others, such as the number of an invoice (${lines.map(([line, ofLine]) => `line ${line} that of ${ofLine}`).join(', ')}${rows > lines.length ? ' and more' : ''}): ${sums}. ${rows === 1 ? 'It counts' : 'They count'}. If ${rows === 1 ? 'it is' : 'they are'} there twice by mistake, take ${rows === 1 ? 'it' : 'them'} out of the file.`,
  longRows: (rows: number, sums: readonly string[], line: number, [start, end]: readonly [string, string]) =>
    `${rows === 1 ? 'A row is' : `${rows.toLocaleString('en')} rows are`} for more than a month, ${sums.join(' and ')}${rows === 1 ? '' : ' together'} (line ${line}: from ${start} to ${end}), and ${rows === 1 ? 'counts' : 'count'} wholly in the month in which ${rows === 1 ? 'it begins' : 'they begin'}. If each month is to have its part, divide the amounts in the file.`,
  sideNotUsed: (column: string) =>
    `The column "${column}" says debit or credit, and is not used: all amounts count with the sign that they are written with.`,
  refundsCounted: (column: string, word: string) =>
    `The column "${column}" has "${word}" beside a positive amount, which counts as spend. If it is to be taken away, choose the column as the one that says debit or credit, or correct the sign.`,
  levels: {
    number: (column: string) =>
      `The column "${column}" says how deep a row stands below others: if the amount of one holds those below it, they count twice. Keep the rows of one level by a filter.`,
    spaces: (column: string) =>
      `Spaces or lines before the texts of the column "${column}" say that these rows stand below others: if the amount of one holds those below it, they count twice. Take one or the other out of the file.`,
    name: (column: string) =>
      `The column "${column}" names the row that another stands below: if the amount of one holds those below it, they count twice. Take one or the other out of the file.`,
  },
  otherDates: (column: string, other: string) =>
    `The months are those of "${column}"; "${other}" has another month in some rows. Choose that column if its months are to count.`,
  taxed: (column: string, isWithTax: boolean, other: string) =>
    `The amounts are those of "${column}", ${isWithTax ? 'with' : 'without'} tax; "${other}" has them ${isWithTax ? 'without' : 'with'} it. Choose that column if these are to count.`,
  keptOff: (column: string, value: string) =>
    `The column "${column}" has amounts such as ${value} beside those that count, and they are not taken away. If they are to be, choose the column among the amounts taken away.`,
  noSpendCounted: (column: string, words: readonly string[]) =>
    `The column "${column}" has ${words.map((word) => `"${word}"`).join(', ')}: these rows count like any others. If they are no spend, take them out of the file, or keep the others by a filter.`,
  blankClient: () => 'The client is blank. Add a column that names it where this one does not.',
  blankVendor: () => 'The vendor is blank. Add a column that names it where this one does not.',
  blankMonth: () => 'The date is blank.',
  noMonth: (value: string) => `"${value}" is not a date.`,
  otherPeriod: {
    week: (value: string) =>
      `"${value}" is a week, and a week can lie in two months. Export the bill by day or by month.`,
    quarter: (value: string) =>
      `"${value}" is a quarter, not a month. Export the bill by month; or keep one quarter in the file, and type the month in which it is to count.`,
    half: (value: string) => `"${value}" is half a year, not a month. Export the bill by month.`,
    year: (value: string) => `"${value}" is a year, not a month. Export the bill by month.`,
    'no-year': (value: string) =>
      `"${value}" does not say in which year it is, with four digits. Write the year in the file: 2024-11.`,
    stretch: (value: string) => `"${value}" does not lie in one month. Export the bill by month.`,
  },
  notInNotation: {
    'month-first': (value: string) =>
      `"${value}" is not a date with the month first, as the other dates are read. Choose another order if the others are the ones read wrongly.`,
    'day-first': (value: string) =>
      `"${value}" is not a date with the day first, as the other dates are read. Choose another order if the others are the ones read wrongly.`,
    'year-first': (value: string) =>
      `"${value}" is not a date with the year first, as the other dates are read. Choose another order if the others are the ones read wrongly.`,
    serial: (value: string) =>
      `"${value}" is not a day as Excel counts them, as the other dates are read. Choose another order if the others are the ones read wrongly.`,
  },
  mappingPiece: (piece: string) =>
    `"${piece}" is not part of a mapping. Write Column=client, Tags[team]=client, "a text"=client, Column~"text", or an option such as numbers:comma.`,
  mappingRole: (piece: string, role: string, roles: readonly string[]) =>
    `"${piece}" names no role: "${role}" is none of ${roles.join(', ')}.`,
  mappingTwice: (piece: string, role: string) =>
    `"${piece}" gives the ${role} a second source. Several columns can stand for one role; a text or a tag stands alone.`,
  mappingOnlyColumn: (piece: string, role: string) =>
    `"${piece}" is no column, and only a column can stand for the ${role}. Write Column=${role}, or =${role} for none.`,
  mappingColumn: (column: string, near: string | null) =>
    `The table has no column "${column}"${near === null ? '' : `; perhaps "${near}" is meant`}. A text that holds for every row stands in double quotes.`,
  mappingOption: (piece: string, values: readonly string[]) =>
    `"${piece}" has none of the values ${values.join(', ')}.`,
  mappingQuote: (piece: string, quote: string) =>
    `"${piece}" has a ${quote === "'" ? 'single' : 'double'} quote that is never closed.`,

  sideBySide: ({ says, columns, first, last, totals, noSpend }: SideBySideSays) =>
    `${columns.toLocaleString('en')} columns of amounts stand side by side, from "${first}" to "${last}": they are read one below the other, with these names as ${says}. ` +
    (totals.length === 0
      ? ''
      : `${named(totals)} ${totals.length === 1 ? 'adds' : 'add'} them up, and ${totals.length === 1 ? 'is' : 'are'} not read. `) +
    (noSpend.length === 0
      ? ''
      : `${named(noSpend)} ${noSpend.length === 1 ? 'says that it is no spend, and is' : 'say that they are no spend, and are'} not read. `) +
    'If that is wrong, choose the table as it stands.',
  totalsBeside: ({
    column,
    rows,
    line,
    says,
    addsUpTo,
  }: {
    readonly column: string;
    readonly rows: number;
    readonly line: number;
    readonly says: string;
    readonly addsUpTo: string;
  }) =>
    `"${column}" is not what the amounts beside it add up to in ${rows === 1 ? `line ${line}` : `${rows.toLocaleString('en')} rows, the first of them line ${line}`}: ` +
    `it says ${says}, they add up to ${addsUpTo}. The amounts count, the total does not: look for one that is missing or wrong.`,
  oneBelowTheOther: (sheet: string) =>
    sheet === '' ? 'Amounts one below the other' : `${sheet}, amounts one below the other`,
  asItStands: (sheet: string) => (sheet === '' ? 'As it stands' : sheet),

  sheetsWithoutAmounts: (names: readonly string[]) =>
    `No column of amounts is recognised in ${names.map((name) => `"${name}"`).join(', ')}, so the sheet behind ${names.length === 1 ? 'it' : 'them'} is read. Choose another if that is not the bill.`,
  otherTables: (names: readonly string[]) =>
    `The file has amounts elsewhere, too, which are not read now: ${names
      .slice(0, 5)
      .map((name) => `"${name}"`)
      .join(
        ', ',
      )}${names.length > 5 ? ' and more' : ''}. Choose ${names.length === 1 ? 'it' : 'each'} if ${names.length === 1 ? 'it is' : 'they are'} part of the bill.`,

  // The import
  noTable: () => 'The file has no such table any more. Open it again.',
  readerEnded: (reason: string) =>
    `The reader ended while it was at this file (${reason === '' ? 'perhaps for want of memory' : reason}). Split the file, or save it as CSV, then try again.`,
} as const;

/** What is told of a table whose amounts stand side by side. */
interface SideBySideSays {
  readonly says: string;
  readonly columns: number;
  readonly first: string;
  readonly last: string;
  readonly totals: readonly string[];
  readonly noSpend: readonly string[];
}

function named(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(' and ');
}

function kindOfNoName(value: string): string {
  if (value.startsWith('#')) {
    return 'an error value';
  }
  return /[*?]/.test(value) ? 'a sign that stands for every name' : 'a sign for nothing';
}
