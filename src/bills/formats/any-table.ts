import type { Cell } from '../../formats/file/text-table';
import { nameText } from '../values/cell-text';
import type { Columns } from '../mapping/column-names';
import { NAMES } from '../mapping/known-names';
import { isNoAmountName } from '../mapping/number-names';
import { areLedgerAccounts, LEDGER_COLUMNS } from '../mapping/ledger-account';
import type { Recognition, RoleSource } from '../mapping/mapping';
import { cellsOf, columns, columnsOrFixed, recognised, type SampleRows } from './bill-format';
import {
  columnTests,
  guesses,
  guessesIn,
  isAmount,
  isCode,
  isCurrency,
  isDate,
  isMoney,
  isPlainlyCode,
  isYesOrNo,
} from './guesses/column-tests';
import { holdsSigns, keptOff, negativeCredits, noSpendIn, refunds, sideColumn } from './guesses/sides';
import { monthsIn, otherDates } from './guesses/dates';
import { levelsIn } from './guesses/levels';
import { amountsByName, debitAndCredit, isRunning, taxedIn, unitAbove, withoutUnitPrices } from './guesses/amounts';
import { currenciesIn } from './guesses/currencies';

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
    ...currenciesIn(table, sample, { amounts, credits, currencies }),
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

/** The column without a name, if its cells are names: at the edge of a table it is mostly the client, above which nothing was written. */
function namelessNames(table: Columns, sample: SampleRows, isTaken: (column: string) => boolean): string[] {
  const [first = '', ...others] = cellsOf(table, sample, '');
  const cells = [first, ...others.filter((cell) => nameText(cell) !== '')];
  const areNames = nameText(first) !== '' && cells.every((cell) => !isAmount(cell) && !isDate(cell) && !isCode(cell));
  return areNames && !isTaken('') ? [''] : [];
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

function namesOf(source: RoleSource): readonly string[] {
  return source.kind === 'columns' ? source.columns : [];
}

function mayBeTags(cell: Cell): boolean {
  return /^\s*[{["]/.test(String(cell));
}
