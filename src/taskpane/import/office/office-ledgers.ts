import { ImportClient } from '../../../bills/reading/import-client';
import { startImportWorker } from '../../../bills/reading/start-worker';
import { answerRows } from '../../../bills/ledger/engine-answer';
import { ledgerMessages } from '../../../bills/ledger/ledger-messages';
import { readRecord } from '../../../bills/ledger/ledger-record';
import { identifier, tableIdentifier } from '../../../bills/ledger/sql-text';
import { settingsStatement, TABLES_STATEMENT } from '../../../bills/ledger/statement';
import { FileProblem } from '../../../formats/file/file-problem';
import { readCurrentTables } from '../../../workbook/load/table-load';
import { loggedImports, type LoggedImport } from '../../../workbook/plans/import-log';
import { nameKey } from '../../../domain/ledger/name-key';
import type { LedgerConnection, LedgerServices } from '../../contract/ledger-services';
import { orFailure } from '../../office/failure';
import { admittedOrigins } from './admitted-origins';
import { ClickHouse, SETTINGS_ASKED } from './clickhouse';
import { openSession } from './import-session';
import { openLedger } from './ledger-opening';

/** Names are short; so are these answers. */
const SMALL_BYTES = 4 * 1024 * 1024;

/** In memory for as long as the pane lives, and nowhere else. */
let last: LedgerConnection | null = null;

/** Ledgers in an engine on their way into the workbook. */
export function officeLedgers(): LedgerServices {
  return {
    admitted: admittedOrigins(),
    last: () => last,
    tables: (connection, cancel) =>
      orFailure(
        'The ledger was not connected.',
        async () => {
          const engine = await connected(connection, cancel);
          const rows = answerRows(await engine.ask(TABLES_STATEMENT, { cancel, limitBytes: SMALL_BYTES }), 2);
          last = connection;
          return rows.map(([database = '', table = '']) => plainName(database, table));
        },
        cancel,
      ),
    refresh: (source) =>
      orFailure('The ledger cannot be asked again.', async () => {
        const { statement } = await logged(source);
        const { address, table, months } = readRecord(statement, source);
        return { source, address, table: plainName(table.database, table.table), months };
      }),
    open: (connection, table, refresh, progress, cancel) =>
      orFailure(
        `${table} could not be read.`,
        async () => {
          const engine = await connected(connection, cancel);
          last = connection;
          const before = refresh === null ? null : { ...refresh, ...(await logged(refresh.source)) };
          const opening = await openLedger(engine, table, before, cancel);
          const startReader = (given: ConstructorParameters<typeof ImportClient>[0]): ImportClient =>
            new ImportClient(given, startImportWorker);
          return openSession({ ...opening, startReader }, progress, cancel);
        },
        cancel,
      ),
  };
}

async function connected(connection: LedgerConnection, cancel: AbortSignal): Promise<ClickHouse> {
  const engine = new ClickHouse(connection);
  const asked = await engine.ask(settingsStatement(SETTINGS_ASKED), { cancel, limitBytes: SMALL_BYTES });
  const settings = answerRows(asked, 2);
  engine.limit(new Map(settings.map(([name = '', value = '']) => [name, value])));
  return engine;
}

/** @throws FileProblem if AIImports does not tell of it */
async function logged(source: string): Promise<LoggedImport> {
  const log = loggedImports((await readCurrentTables(['AIImports'])).get('AIImports') ?? null);
  const found = log.find(({ file }) => nameKey(file) === nameKey(source));
  if (found === undefined) {
    throw new FileProblem(ledgerMessages.refreshNotRead(source));
  }
  return found;
}

/** `billing.focus`, and in backquotes only what needs them. */
function plainName(database: string, table: string): string {
  const isPlain = (name: string): boolean => /^\w+$/.test(name);
  if (isPlain(database) && isPlain(table)) {
    return `${database}.${table}`;
  }
  return database === '' ? (isPlain(table) ? table : identifier(table)) : tableIdentifier({ database, table });
}
