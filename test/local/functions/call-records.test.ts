import { CallRecords, type Invocation } from '../../../src/local/functions/call-records';
import type { CellRef } from '../../../src/local/values/cell-ref';
import type { FunctionDefinition } from '../../../src/local/functions/definitions';

const echo: FunctionDefinition = {
  id: 'ECHO',
  name: 'ECHO',
  description: '',
  helpUrl: null,
  returnsMatrix: false,
  parameters: [],
  isCancelable: true,
  isStreaming: false,
  isVolatile: false,
  wantsAddress: false,
  takesErrors: true,
};

/** A grid whose cells call ECHO with parameters that the test sets, and an add-in that answers when told. */
class Sheet {
  readonly waves: (readonly Invocation[])[] = [];
  readonly canceled: number[] = [];
  readonly deletedSheets = new Set<string>();
  /** How the next run that is asked for ends. */
  nextEnd: 'finished' | 'stopped' = 'finished';
  readonly values = new Map<string, unknown>();
  private readonly parameters = new Map<string, unknown[]>();
  private readonly cells = new Map<string, CellRef>();
  private tasks: (() => void)[] = [];
  private marked: readonly CellRef[] = [];
  readonly records = new CallRecords(
    { invoke: (wave) => this.waves.push(wave), cancel: (id) => this.canceled.push(id) },
    {
      start: (cells) => {
        this.marked = cells;
        this.run(
          cells.map(({ row }) => row),
          this.nextEnd,
        );
        this.nextEnd = 'finished';
      },
      exists: ({ sheetId }) => !this.deletedSheets.has(sheetId),
      defer: (task) => this.tasks.push(task),
    },
  );

  /** What a row's cell asks for on its next evaluation. */
  ask(row: number, ...parameters: unknown[]): CellRef {
    const cell = { sheetId: 's', row, column: 0 };
    this.cells.set(String(row), cell);
    this.parameters.set(String(row), parameters);
    return cell;
  }

  evaluate(row: number): void {
    const cell = this.cells.get(String(row));
    if (cell) {
      for (const parameter of this.parameters.get(String(row)) ?? []) {
        this.values.set(`${row}`, this.records.request(cell, echo, [parameter]));
      }
    }
  }

  run(rows: readonly number[], end: 'finished' | 'stopped' = 'finished'): void {
    this.records.runStarted();
    rows.forEach((row) => this.evaluate(row));
    this.records.runEnded(end);
  }

  /** Lets deferred tasks happen. */
  tick(): void {
    this.tasks.splice(0).forEach((task) => task());
  }

  answer(call: Invocation | undefined): void {
    this.records.resolve(call?.invocationId ?? -1, { succeeded: true, value: call?.parameters[0] });
  }

  get calls(): Invocation[] {
    return this.waves.flat();
  }

  get lastMarked(): number[] {
    return this.marked.map(({ row }) => row);
  }
}

test('all that one run asks for goes out in one wave, and comes back into the cells', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.ask(2, 'b');
  sheet.run([1, 2]);
  sheet.tick();
  expect(sheet.waves.map((wave) => wave.map(({ parameters }) => parameters[0]))).toEqual([['a', 'b']]);
  expect(sheet.values.get('1')).toBeNull();
  sheet.calls.forEach((call) => sheet.answer(call));
  sheet.tick();
  expect(sheet.lastMarked).toEqual([1, 2]);
  expect([sheet.values.get('1'), sheet.values.get('2')]).toEqual([{ value: 'a' }, { value: 'b' }]);
  expect(sheet.records.isSettled).toBe(true);
});

test('a cell that is evaluated again with the same arguments does not call again', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.tick();
  sheet.run([1, 1]);
  sheet.answer(sheet.calls[0]);
  sheet.tick();
  sheet.run([1]);
  sheet.tick();
  expect(sheet.calls).toHaveLength(1);
});

test('equal calls in one formula share one call; different ones do not', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a', 'a', 'b');
  sheet.run([1]);
  sheet.tick();
  expect(sheet.calls.map(({ parameters }) => parameters[0])).toEqual(['a', 'b']);
});

test('changed arguments cancel the old call, and its late result is ignored', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'old');
  sheet.run([1]);
  sheet.tick();
  sheet.ask(1, 'new');
  sheet.run([1]);
  sheet.tick();
  expect(sheet.canceled).toEqual([sheet.calls[0]?.invocationId]);
  sheet.answer(sheet.calls[0]);
  expect(sheet.records.isSettled).toBe(false);
  sheet.answer(sheet.calls[1]);
  sheet.tick();
  expect(sheet.values.get('1')).toEqual({ value: 'new' });
});

test('sweeping the old call of a cell keeps the mark that its new result has set', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'old');
  sheet.run([1]);
  sheet.tick();
  sheet.ask(1, 'new');
  sheet.records.runStarted();
  sheet.evaluate(1);
  sheet.tick();
  sheet.answer(sheet.calls[1]);
  sheet.records.runEnded('finished');
  sheet.tick();
  expect(sheet.lastMarked).toEqual([1]);
  expect(sheet.values.get('1')).toEqual({ value: 'new' });
});

test('a result that arrives while a run is going is taken up after it', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.tick();
  sheet.records.runStarted();
  sheet.answer(sheet.calls[0]);
  sheet.tick();
  expect(sheet.lastMarked).toEqual([]);
  sheet.records.runEnded('finished');
  sheet.tick();
  expect(sheet.values.get('1')).toEqual({ value: 'a' });
  expect(sheet.records.isSettled).toBe(true);
});

test('a run that was stopped counts for nothing: its results are marked again, its old calls kept', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.tick();
  sheet.answer(sheet.calls[0]);
  sheet.run([1], 'stopped');
  expect(sheet.records.isSettled).toBe(false);
  sheet.tick();
  expect(sheet.lastMarked).toEqual([1]);
  expect(sheet.records.isSettled).toBe(true);
});

test('recalculation calls again, only for the cells that were named', () => {
  const sheet = new Sheet();
  const first = sheet.ask(1, 'a');
  sheet.ask(2, 'b');
  sheet.run([1, 2]);
  sheet.tick();
  sheet.calls.forEach((call) => sheet.answer(call));
  sheet.tick();
  sheet.records.recalculate([first]);
  sheet.tick();
  sheet.tick();
  expect(sheet.lastMarked).toEqual([1]);
  expect(sheet.calls.map(({ parameters }) => parameters[0])).toEqual(['a', 'b', 'a']);
});

test('an edited cell loses its result; a call still in the queue never goes out', () => {
  const sheet = new Sheet();
  const cell = sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.records.forget([cell]);
  sheet.tick();
  expect(sheet.calls).toEqual([]);
  expect(sheet.canceled).toEqual([]);
  expect(sheet.records.isSettled).toBe(true);
});

test('when the add-in fails to start, every waiting cell gets the reason', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.tick();
  sheet.records.failPending('It did not start.');
  sheet.tick();
  expect(sheet.values.get('1')).toEqual({ value: { error: '#N/A', message: 'It did not start.' } });
});

test('a result for a sheet that is gone by then is let go: no run would ever take it up', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.tick();
  sheet.deletedSheets.add('s');
  sheet.answer(sheet.calls[0]);
  sheet.tick();
  expect(sheet.lastMarked).toEqual([]);
  expect(sheet.records.isSettled).toBe(true);
});

test('a cell that is to be calculated anew on a sheet that is gone by then is let go', () => {
  const sheet = new Sheet();
  const cell = sheet.ask(1, 'a');
  sheet.records.recalculate([cell]);
  sheet.deletedSheets.add('s');
  sheet.tick();
  expect(sheet.lastMarked).toEqual([]);
  expect(sheet.records.isSettled).toBe(true);
});

test('a call from a sheet that is gone before it is sent takes no other call down with it', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.records.request({ sheetId: 'gone', row: 0, column: 0 }, echo, ['b']);
  sheet.deletedSheets.add('gone');
  sheet.tick();
  expect(sheet.calls.map(({ parameters }) => parameters)).toEqual([['a']]);
  sheet.answer(sheet.calls[0]);
  sheet.tick();
  expect(sheet.values.get('1')).toBeDefined();
  expect(sheet.records.isSettled).toBe(true);
});

test('a result for a place where no formula is any more is let go when the run for it asked for nothing', () => {
  const sheet = new Sheet();
  sheet.ask(2, 'kept');
  sheet.run([2]);
  sheet.records.request({ sheetId: 's', row: 9, column: 0 }, echo, ['moved away']);
  sheet.tick();
  sheet.calls.forEach((call) => sheet.answer(call));
  sheet.tick();
  expect(sheet.lastMarked.sort()).toEqual([2, 9]);
  expect(sheet.values.get('2')).toEqual({ value: 'kept' });
  expect(sheet.records.isSettled).toBe(true);
});

test('a result stays where the run that was started for it was stopped', () => {
  const sheet = new Sheet();
  sheet.ask(1, 'a');
  sheet.run([1]);
  sheet.tick();
  sheet.nextEnd = 'stopped';
  sheet.answer(sheet.calls[0]);
  sheet.tick();
  expect(sheet.records.isSettled).toBe(false);
  sheet.tick();
  expect(sheet.values.get('1')).toEqual({ value: 'a' });
  expect(sheet.records.isSettled).toBe(true);
});
