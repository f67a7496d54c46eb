import { Runs, survivingStep, type Engine } from '../../../src/local/grid/runs';
import type { CellRef } from '../../../src/local/values/cell-ref';

/** What a run is to calculate, as words: names of edits, addresses of cells, or "all". */
type Work = readonly string[];

const A1: CellRef = { sheetId: 'a', row: 0, column: 0 };

let tasks: (() => void)[];
let edits: string[];
let log: string[];
let startFails: boolean;
let runs: Runs<Work>;

const engine: Engine<Work> = {
  hasEdits: () => edits.length > 0,
  takeEdits: () => edits.splice(0),
  join: (one, other) => [...one, ...other],
  withCells: (work, cells) => [
    ...work,
    ...(cells === 'all' ? ['all'] : cells.map(({ sheetId, row, column }) => `${sheetId}/${row}/${column}`)),
  ],
  start: (work) => {
    if (startFails) {
      throw new Error('no start');
    }
    log.push(`starts ${work.join(' ')}`);
  },
};

beforeEach(() => {
  [tasks, edits, log, startFails] = [[], [], [], false];
  const listener = { runStarted: () => void log.push('begins'), runEnded: (end: string) => void log.push(end) };
  runs = new Runs(engine, listener, (task) => void tasks.push(task));
});

function edit(name: string): void {
  edits.push(name);
  runs.plan();
}

/** Ends the current task: what was put off until then is done. */
function endTask(): void {
  tasks.splice(0).forEach((task) => task());
}

function seen(): string[] {
  return log.splice(0);
}

test('a run begins only after the task that edited has ended, with all its edits', () => {
  edit('one');
  edit('two');
  expect([seen(), runs.isIdle]).toEqual([[], false]);
  endTask();
  expect(seen()).toEqual(['begins', 'starts one two']);
});

test('without an edit there is no run', () => {
  runs.plan();
  endTask();
  expect([seen(), runs.isIdle]).toEqual([[], true]);
});

test('results of calls are taken up at once, together with what was edited before and only once', () => {
  edit('one');
  runs.start([A1]);
  endTask();
  expect(seen()).toEqual(['begins', 'starts one a/0/0']);
});

test('never two runs at once, also while the last results of one are being stored', () => {
  edit('one');
  endTask();
  edit('two');
  endTask();
  expect(() => runs.start([A1])).toThrow('A run is going');
  runs.ended('finished');
  edit('three');
  expect(() => runs.start([A1])).toThrow('A run is going');
  expect(seen()).toEqual(['begins', 'starts one']);
});

test('what is edited during a run comes with the next one', () => {
  edit('one');
  endTask();
  edit('two');
  runs.ended('finished');
  edit('three');
  endTask();
  expect([seen(), runs.isIdle]).toEqual([['begins', 'starts one', 'finished'], false]);
  endTask();
  expect(seen()).toEqual(['begins', 'starts two three']);
});

test('what a stopped run was to calculate comes with the next one, what a finished one calculated does not', () => {
  edit('one');
  endTask();
  runs.ended('stopped');
  endTask();
  edit('two');
  endTask();
  runs.ended('finished');
  endTask();
  edit('three');
  endTask();
  expect(seen()).toEqual([
    'begins',
    'starts one',
    'stopped',
    'begins',
    'starts one two',
    'finished',
    'begins',
    'starts three',
  ]);
});

test('an end that is announced twice is one end', () => {
  edit('one');
  endTask();
  runs.ended('stopped');
  runs.ended('finished');
  endTask();
  runs.ended('finished');
  endTask();
  expect(seen()).toEqual(['begins', 'starts one', 'stopped']);
});

test('results that were dropped are made by a run of everything, once', () => {
  edit('one');
  endTask();
  runs.noteLackingResults();
  runs.ended('finished');
  endTask();
  endTask();
  expect(seen()).toEqual(['begins', 'starts one', 'finished', 'begins', 'starts all']);
  runs.ended('finished');
  endTask();
  expect([seen(), runs.isIdle]).toEqual([['finished'], true]);
});

test('who waits goes on when no run is going and none is about to begin', async () => {
  let isQuiet = false;
  edit('one');
  const waiting = runs.idle().then(() => (isQuiet = true));
  endTask();
  edit('two');
  runs.ended('finished');
  endTask();
  await Promise.resolve();
  expect(isQuiet).toBe(false);
  endTask();
  runs.ended('finished');
  endTask();
  await waiting;
  expect(isQuiet).toBe(true);
});

describe('an exception of the engine', () => {
  beforeEach(() => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('when it starts ends the run; what was to be calculated comes with the next one', () => {
    startFails = true;
    edit('one');
    endTask();
    expect(runs.isIdle).toBe(false);
    endTask();
    expect([seen(), runs.isIdle]).toEqual([['begins', 'stopped'], true]);
    expect(console.error).toHaveBeenCalledTimes(1);
    startFails = false;
    edit('two');
    endTask();
    expect(seen()).toEqual(['begins', 'starts one two']);
  });

  test('in a step is told and does not keep the engine from announcing the end', async () => {
    const failing = survivingStep(() => Promise.reject(new Error('no step')));
    await expect(failing()).resolves.toBeUndefined();
    expect(console.error).toHaveBeenCalledTimes(1);
    await expect(survivingStep(() => Promise.resolve(true))()).resolves.toBe(true);
  });
});
