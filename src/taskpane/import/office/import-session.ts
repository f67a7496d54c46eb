import type { Mapping } from '../../../bills/mapping/mapping';
import { rememberedMapping } from '../../../bills/mapping/mapping-text';
import { ALL_MONTHS, type MonthSpan } from '../../../bills/ledger/month-span';
import type { ImportClient } from '../../../bills/reading/import-client';
import type { Found, FoundTable, Given } from '../../../bills/reading/import-protocol';
import type { TextReading } from '../../../formats/file/text-table';
import type { BillSummary } from '../../../bills/sums/bill-summary';
import { forEach, type Steps } from '../../../domain/ledger/steps';
import { inTurns } from '../../../workbook/host/turns';
import { readCurrentTables } from '../../../workbook/load/table-load';
import { readAliases } from '../../../workbook/plans/alias-plan';
import { clientNames } from '../../../workbook/plans/billed-rows';
import { type LoggedImport, loggedImports } from '../../../workbook/plans/import-log';
import type {
  ImportDecision,
  ImportPreview,
  ImportSession,
  ImportTable,
  OpenedImport,
  OpenLedger,
  Reached,
} from '../../contract/import-services';
import { orFailure } from '../../office/failure';
import { checkInvoices } from './check-invoices';
import { earlierByMerges } from './earlier-by-merges';
import { importReport } from './import-report';
import { loadBill, type Previewed } from './load-bill';
import { loadRates, ratesChange } from './load-rates';

/** A file or table, and how a reader for it is started. */
export interface Opening {
  readonly given: Given;
  readonly fileName: string;
  readonly bytes: number;
  startReader(given: Given): ImportClient;
  /** How a ledger in an engine is asked; `given` is then its first rows. */
  readonly ledger?: LedgerOpening;
}

/** A ledger in an engine, for a session. */
export interface LedgerOpening {
  readonly shown: OpenLedger;
  readonly notices: readonly string[];
  /** The mapping of the import that is refreshed; null for none. */
  mappingFor(table: FoundTable): Mapping | null;
  sum(asked: LedgerQuestion): Promise<Omit<Previewed, 'preview'>>;
}

export interface LedgerQuestion {
  readonly reader: ImportClient;
  readonly table: FoundTable;
  readonly mapping: Mapping;
  readonly months: MonthSpan;
  readonly progress: (at: Reached) => void;
  readonly cancel: AbortSignal;
}

/** Opens a file in a reader of its own. The session ends it when it is closed. */
export async function openSession(
  opening: Opening,
  progress: (at: Reached) => void,
  cancel?: AbortSignal,
): Promise<ImportSession> {
  const reader = opening.startReader(opening.given);
  try {
    progress({ bytesDone: 0, bytesTotal: opening.bytes, rows: 0 });
    const found = await reader.open(cancel);
    return session(opening, reader, found, await describe(opening, found));
  } catch (failure) {
    reader.close();
    throw failure;
  }
}

// eslint-disable-next-line max-lines-per-function -- steps over the bill that is open
function session(opening: Opening, reader: ImportClient, found: Found, opened: OpenedImport): ImportSession {
  let latest: Previewed | null = null;
  let loaded: ImportDecision | null = null;
  const tableAt = (at: number): FoundTable => {
    const table = found.kind === 'bill' ? found.tables[at] : undefined;
    if (table === undefined) {
      throw new Error(`The file has no table ${at}`);
    }
    return table;
  };

  return {
    opened,
    reread: (reading: TextReading) =>
      orFailure('The file could not be read that way.', async () => {
        if (opening.given.kind === 'table') {
          throw new Error('A table of the workbook has no encoding');
        }
        const again = await openSession({ ...opening, given: { ...opening.given, reading } }, () => undefined);
        reader.close();
        return again;
      }),
    preview: (at, mapping, progress, cancel, months = ALL_MONTHS) =>
      orFailure(
        'The rows could not be summed.',
        async () => {
          const table = tableAt(at);
          const question: LedgerQuestion = { reader, table, mapping, months, progress, cancel };
          const summed =
            opening.ledger === undefined ? await summedFile(question, at) : await opening.ledger.sum(question);
          const preview = await previewOf(summed, question);
          latest = { ...summed, preview };
          return preview;
        },
        cancel,
      ),
    load: (decision, progress, cancel) =>
      orFailure(
        'The bill was not loaded; the workbook is as it was.',
        async () => {
          if (latest === null) {
            throw new Error('Nothing has been previewed');
          }
          const report = await loadBill(latest, opening.fileName, decision, progress, cancel);
          loaded = decision;
          return report;
        },
        cancel,
      ),
    loadRates: (progress, cancel) =>
      orFailure(
        'The rates were not loaded; the workbook is as it was.',
        async () => {
          if (found.kind !== 'rates') {
            throw new Error('The file holds no rates');
          }
          return loadRates(found.rates, progress, cancel);
        },
        cancel,
      ),
    report: (as, decision) => importReport(opening, found, latest, { as, opened, decision: decision ?? loaded }),
    close: () => reader.close(),
  };
}

async function summedFile(
  { reader, table, mapping, progress, cancel }: LedgerQuestion,
  at: number,
): Promise<Omit<Previewed, 'preview'>> {
  const [summary, sha256] = await Promise.all([
    reader.call('summarise', { table: at, mapping }, { reached: progress, cancel }),
    reader.call('hash', null, { cancel }),
  ]);
  return { summary, table, mapping, sha256, asked: null };
}

async function describe({ fileName, bytes, ledger }: Opening, found: Found): Promise<OpenedImport> {
  if (found.kind === 'rates') {
    return { kind: 'rates', fileName, ...(await ratesChange(found.rates)), incomplete: found.incomplete };
  }
  if (found.kind === 'invoices') {
    const clients = (await readCurrentTables(['AIClients'])).get('AIClients') ?? null;
    const { unreadable, unreadableLines } = found;
    return {
      kind: 'invoices',
      fileName,
      checked: await inTurns(checkInvoices(found, clients)),
      unreadable,
      unreadableLines,
    };
  }
  const logged = loggedImports((await readCurrentTables(['AIImports'])).get('AIImports') ?? null);
  return {
    kind: 'bill',
    fileName,
    fileKind: found.fileKind,
    bytes,
    reading: found.reading,
    notices: [...(ledger?.notices ?? []), ...found.notices],
    tables: found.tables.map((table): ImportTable => ({
      ...table,
      remembered: ledger?.mappingFor(table) ?? lastMapping(table, logged),
    })),
    ...(ledger && { ledger: ledger.shown }),
  };
}

/** The mapping of the last import with this header. */
function lastMapping(table: FoundTable, logged: readonly LoggedImport[]): Mapping | null {
  const text = logged.filter(({ header }) => header === table.headerKey).at(-1)?.mapping ?? '';
  return text === '' ? null : rememberedMapping(text, table.recognition.mapping, table.columns);
}

/** Each client once: the sums of one come one after the other. */
function* clientsIn(groups: BillSummary['groups']): Steps<string[]> {
  const clients: string[] = [];
  yield* forEach(groups, ({ client }) => {
    if (client !== clients.at(-1)) {
      clients.push(client);
    }
  });
  return clients;
}

async function previewOf(
  { summary, sha256, asked }: Omit<Previewed, 'preview'>,
  { reader, cancel }: LedgerQuestion,
): Promise<ImportPreview> {
  const tables = await readCurrentTables(['AIClients', 'AIAliases', 'AIImports']);
  const clients = tables.get('AIClients') ?? null;
  const merges = await reader.call(
    'merges',
    {
      names: await inTurns(clientsIn(summary.groups)),
      known: await inTurns(clientNames(clients)),
      aliases: readAliases(tables.get('AIAliases') ?? null),
    },
    { cancel },
  );
  const log = tables.get('AIImports') ?? null;
  const earlier = await earlierByMerges({ clients, log }, summary.groups, merges, sha256, asked?.refreshed);
  return { summary, merges, earlier };
}
