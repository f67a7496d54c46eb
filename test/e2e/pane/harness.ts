import { TABLES } from '../../../src/domain/ledger/tables';
import { followTheme } from '../../../src/taskpane/host-theme';
import { mountPane } from '../../../src/taskpane/workspace/pane';
import '../../../src/taskpane/page.css';
import '../../../src/taskpane/tokens.css';
import type { Book } from '../../../src/domain/ledger/book';
import { bookOfFile, REFERENCE_WORKBOOK, type WorkbookFile } from '../../golden/workbook-file';
import { MemoryServices } from './memory-services';
import { busyWorkbook, largeWorkbook, loadedWorkbook, newWorkbook } from './workbooks';

declare global {
  /** The workbook behind the pane, for the test to drive. */
  var memory: MemoryServices;
  /** What the functions compute from in a workbook with one client, Contoso, or without our tables. */
  var otherBook: (options?: { withoutTables: boolean }) => Book;
  /** What the functions compute from where the tables hold these rows. */
  var bookWith: (file: WorkbookFile) => Book;
}

const WORKBOOKS = {
  new: newWorkbook,
  loaded: loadedWorkbook,
  busy: busyWorkbook,
  large: () => largeWorkbook(2_000),
};

globalThis.otherBook = (options) =>
  bookOfFile(
    options?.withoutTables
      ? {}
      : {
          ...REFERENCE_WORKBOOK,
          AIClients: [
            TABLES.AIClients.columns.map(({ name }) => name),
            ['Contoso', 'Microsoft', '', '2024-11', 12, 'EUR'],
          ],
        },
  );

globalThis.bookWith = bookOfFile;

const query = new URLSearchParams(location.search);
globalThis.memory = new MemoryServices(WORKBOOKS[(query.get('workbook') ?? 'loaded') as keyof typeof WORKBOOKS]());
if (query.get('workbook') === 'busy') {
  globalThis.memory.book = bookOfFile({
    ...REFERENCE_WORKBOOK,
    AIClients: [
      TABLES.AIClients.columns.map(({ name }) => name),
      ['ByteDance', 'Microsoft', 'Azure OpenAI Service', '2024-11', 20_000_000, 'EUR', 0.15, 'reported'],
      ['Contoso "Nordic" Aktiengesellschaft für Datenverarbeitung', 'OpenAI', '', '2024-12', 1_234_567_890.12, 'USD'],
    ],
  });
}
if (query.get('language') === 'de') {
  globalThis.memory.style = { listSeparator: ';', decimalSeparator: ',' };
}
for (const method of query.getAll('hold')) {
  globalThis.memory.hold(method as 'snapshot');
}
if (query.has('unreadable')) {
  globalThis.memory.fail('snapshot', 'The tables could not be read.', 'Excel did not answer.', 'Try again.');
}

followTheme();
const root = document.getElementById('pane');
if (!root) {
  throw new Error('The page has no element for the pane.');
}
mountPane(root, globalThis.memory);
