import { followTheme } from '../../../src/taskpane/host-theme';
import { mountPane } from '../../../src/taskpane/pane';
import '../../../src/taskpane/page.css';
import '../../../src/taskpane/tokens.css';
import { MemoryServices } from './memory-services';
import { busyWorkbook, largeWorkbook, loadedWorkbook, newWorkbook } from './workbooks';

declare global {
  /** The workbook behind the pane, for the test to drive. */
  var memory: MemoryServices;
}

const WORKBOOKS = {
  new: newWorkbook,
  loaded: loadedWorkbook,
  busy: busyWorkbook,
  large: () => largeWorkbook(2_000),
};

const query = new URLSearchParams(location.search);
globalThis.memory = new MemoryServices(WORKBOOKS[(query.get('workbook') ?? 'loaded') as keyof typeof WORKBOOKS]());
for (const method of query.getAll('hold')) globalThis.memory.hold(method as 'snapshot');
if (query.has('unreadable')) {
  globalThis.memory.fail('snapshot', 'The tables could not be read.', 'Excel did not answer.', 'Try again.');
}

followTheme();
const root = document.getElementById('pane');
if (!root) throw new Error('The page has no element for the pane.');
mountPane(root, globalThis.memory);
