import { groupThousands } from '../../domain/money/money';

/** What is said of a ledger in an engine: what is wrong, with the value, and what to do. */
export const ledgerMessages = {
  notHttps: (address: string) =>
    `"${address}" is no address of a ledger. Type one that begins with https://, such as https://clickhouse.example.com.`,
  secretInAddress: () =>
    'The address must hold no user, password or parameters. Type the user and the password in their own fields.',
  notAdmitted: (origin: string) =>
    `This add-in may not talk to ${origin}. An administrator builds it with --connect ${origin} and puts it in the place of this one.`,
  noTable: () => 'Type the name of a table or view, such as billing.focus.',
  unreachable: (origin: string) =>
    `${origin} did not answer, and the browser does not say why. Check that the address is right and the engine runs; that its certificate is one that this computer trusts (open ${origin} in a browser); and that its server admits requests from ${pageOrigin()} (CORS, see docs/ledger.md).`,
  brokenOff: () =>
    'The connection ended in the middle of the answer, as when the engine is restarted. None of it counts. Ask again.',
  gateway: (status: number) =>
    `The server before the engine could not reach it, or lost it (HTTP ${status}), as when the engine is restarted. None of the answer counts. Try again.`,
  notLetIn: (status: number) =>
    `The address refuses this user and password (HTTP ${status}). Type them again; if a proxy stands before the engine, sign in to it first.`,
  cut: () => 'The answer ended before it was complete. None of it counts. Ask again.',
  tooLarge: (megabytes: number) =>
    `The answer is larger than ${megabytes} MB and was not read to its end. Choose columns with fewer distinct values, or fewer months.`,
  html: () =>
    'The address answers with a web page, not as ClickHouse does. A proxy may want you to sign in first, or the address is another service’s.',
  noAnswer: (found: string) => `The address does not answer as ClickHouse does: "${found}". Check the address.`,
  otherShape: (detail: string) =>
    `The answer is not what was asked for: ${detail}. None of it counts. Check that the address is that of a ClickHouse.`,
  tooManySums: (sums: string, limit: number) =>
    `The statement makes ${groupThousands(sums)} sums; at most ${limit.toLocaleString('en')} can be read. Choose columns with fewer distinct values, or fewer months.`,
  overflow: (column: string, digits: number) =>
    `The sums of "${column}" may pass the ${digits} digits in which the engine adds. Make a view that has the column with fewer decimals, such as toDecimal128(${column}, 12).`,
  amountFixed: () => 'In a ledger the amount must be a column: choose one.',
  amountType: (column: string, type: string) =>
    `"${column}" is ${type}, which the engine cannot add up exactly. Choose a column of numbers, or make a view that has it as toDecimal128(${column}, 12).`,
  amountAsText: (column: string) =>
    `"${column}" is added up and cannot be a name, a month or a filter at once. Choose another column for one of them.`,
  monthsOfText: (column: string) =>
    `"${column}" holds texts, so the engine cannot tell months apart. Leave the months blank to read all, or make a view that has the column as a date.`,
  noMonth: (text: string) => `"${text}" is not a month. Type one such as 2024-11, or leave it blank.`,
  monthsTurned: (from: string, to: string) => `${from} lies after ${to}. Swap the months.`,
  columnsLeftOut: (columns: readonly string[]) =>
    `${columns.map((column) => `"${column}"`).join(', ')} ${columns.length === 1 ? 'is' : 'are'} of a type that is not read.`,
  floats: (columns: readonly string[]) =>
    `${columns.map((column) => `"${column}"`).join(' and ')} ${columns.length === 1 ? 'is a floating-point column' : 'are floating-point columns'}: sums may differ in the last digits from those of the bill, and from one reading to the next. A Decimal column is added up exactly.`,
  noColumns: (table: string) => `${table} has no column that can be read.`,
  columnsChanged: () =>
    'The columns of the table are not those of the last time. Look at how they are understood before you load.',
  headerText: () =>
    'The user or the password has a letter that a request cannot carry. Use one of plain letters, digits and signs.',
  refreshNotRead: (source: string) =>
    `What AIImports says of ${source} can no longer be read. Connect the ledger anew and choose its table.`,
  refreshColumn: (reason: string) =>
    `The table is not as it was when it was loaded: ${reason} Put the column back, or connect the ledger anew and choose other columns.`,
} as const;

/** What an engine's error means and what to do, by ClickHouse's number of it. */
export const ENGINE_ERRORS: Readonly<Record<number, string>> = {
  47: 'The table no longer has a column that is asked for. Connect anew and look at the columns.',
  60: 'There is no such table, or you may not read it. Check the name, with its database: billing.focus.',
  81: 'There is no such database, or you may not read it.',
  158: 'The statement reads more rows than you may. Ask for fewer months, or ask the administrator for a larger limit.',
  159: 'It took longer than the time limit. Ask for fewer months, or when the engine has less to do.',
  160: 'It would take longer than the time limit. Ask for fewer months, or when the engine has less to do.',
  164: 'This user may not do that. Ask the administrator for the right to read the table (docs/ledger.md has the grants).',
  192: 'The engine does not know the user, or the password is wrong. Type them again.',
  193: 'The password is wrong. Type it again.',
  194: 'The engine wants a password. Type it.',
  195: 'The engine does not let this user in from this computer.',
  201: 'The quota of this user is used up. Wait until it is renewed, or ask the administrator.',
  202: 'The engine has too much to do at the moment. Try again later.',
  209: 'A server of the cluster did not answer in time. Nothing counts unless all answer. Try again.',
  210: 'A server of the cluster cannot be reached. Nothing counts unless all answer. Try again.',
  241: 'The engine ran out of the memory that it may use. Ask for fewer months or columns with fewer distinct values.',
  279: 'No server of the cluster could be reached. Nothing counts unless all answer. Try again.',
  291: 'You may not read this database.',
  394: 'The statement was stopped on the engine, by you or by an administrator.',
  497: 'You lack the right to read the table. Ask the administrator for it (docs/ledger.md has the grants).',
  516: 'The user or the password is wrong. Type them again.',
};

function pageOrigin(): string {
  return typeof location === 'undefined' ? 'this page' : location.origin;
}
