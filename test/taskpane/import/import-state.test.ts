import { PaneFailure } from '../../../src/taskpane/contract/failure';
import type { ImportSession } from '../../../src/taskpane/contract/import-services';
import {
  type ImportEvent,
  type ImportState,
  nextState,
  NOTHING_CHOSEN,
} from '../../../src/taskpane/import/import-state';
import { BILLS, RATES } from '../../e2e/pane/bills';

const bill = { opened: BILLS['focus.csv']!('focus.csv').bill } as ImportSession;
const rates = { opened: RATES } as ImportSession;
const failure = new PaneFailure('It cannot be read.', 'It is encrypted.', 'Save it without a password.');
const after = (...events: ImportEvent[]): ImportState => events.reduce(nextState, NOTHING_CHOSEN as ImportState);
const CHOSEN: ImportEvent = { kind: 'chosen', name: 'focus.csv' };
const OPENED: ImportEvent = { kind: 'opened', session: bill };

it('a bill goes from the choice over the reading and the draft to the outcome', () => {
  const reading = { at: { bytesDone: 1, bytesTotal: 2, rows: 3 }, elapsedMs: 4 };
  expect(after(CHOSEN, { kind: 'progress', reading })).toEqual({ kind: 'opening', name: 'focus.csv', reading });
  expect(after(CHOSEN, OPENED)).toMatchObject({ kind: 'bill', session: bill, rereading: false });
  expect(after(CHOSEN, OPENED, { kind: 'draft', change: { kind: 'problem-rows', agreed: 3 } })).toMatchObject({
    draft: { agreedProblemRows: 3 },
  });
  const report = { source: 'focus.csv', added: 1, removed: 0, kept: 0 };
  expect(after(CHOSEN, OPENED, { kind: 'loaded', report, client: 'Contoso' })).toEqual({
    kind: 'done',
    session: bill,
    report,
    client: 'Contoso',
  });
});

it('rates have no draft', () => {
  expect(after(CHOSEN, { kind: 'opened', session: rates })).toEqual({ kind: 'rates', session: rates, rates: RATES });
});

it('a file that cannot be read leads back to the choice with the reason, a cancelled one with a word on it', () => {
  const file = new File([''], 'focus.csv');
  expect(after(CHOSEN, { kind: 'failed', failure, files: [file] })).toEqual({
    kind: 'choosing',
    failure,
    note: '',
    refused: [file],
  });
  expect(after(CHOSEN, { kind: 'cancelled' })).toEqual({
    kind: 'choosing',
    failure: null,
    note: 'Reading focus.csv was cancelled. The workbook is as it was.',
    refused: null,
  });
});

it('a text that cannot be read anew leaves what was read before', () => {
  const draft: ImportEvent = { kind: 'draft', change: { kind: 'reading', part: { onlyAi: true } } };
  const state = after(CHOSEN, OPENED, draft, { kind: 'rereading' }, { kind: 'reread-failed', failure });
  expect(state).toMatchObject({ kind: 'bill', rereading: false, failure, draft: { mapping: { onlyAi: true } } });
  expect(after(CHOSEN, OPENED, draft, { kind: 'rereading' }, { kind: 'reread', session: bill })).toMatchObject({
    rereading: false,
    draft: { mapping: { onlyAi: false } },
  });
});

it.each<ImportEvent>([
  { kind: 'progress', reading: { at: { bytesDone: 1, bytesTotal: 2, rows: 3 }, elapsedMs: 4 } },
  OPENED,
  { kind: 'failed', failure, files: null },
  { kind: 'cancelled' },
  { kind: 'draft', change: { kind: 'problem-rows', agreed: null } },
  { kind: 'rereading' },
  { kind: 'reread', session: bill },
  { kind: 'reread-failed', failure },
  { kind: 'loaded', report: { source: '', added: 0, removed: 0, kept: 0 }, client: null },
])('where nothing is chosen any more, $kind comes too late', (event) => {
  expect(nextState(NOTHING_CHOSEN, event)).toBe(NOTHING_CHOSEN);
});
