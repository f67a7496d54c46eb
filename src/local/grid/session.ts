/**
 * The running grid: Univer, its services and the one workbook that is open.
 */
import { ICommandService, type ICommandInfo, type IExecutionOptions, type Injector, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { Conventions } from '../values/conventions';
import type { FWorkbook } from '@univerjs/preset-sheets-core';
export { toArea, toUniverRange, type UniverRange } from './univer-range';

/** What all parts of the grid share. */
export interface GridSession {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly injector: Injector;
  readonly workbook: FWorkbook;
  readonly unitId: string;
  /** How numbers, dates and formulas are shown and typed; the workbook holds them in English. */
  readonly conventions: Conventions;
}

/** A command or mutation that Univer has executed. */
export interface ExecutedCommand {
  readonly id: string;
  readonly params: unknown;
  readonly options: Readonly<Record<string, unknown>>;
}

/** An id for what is added: none that another window gives at the same time, without knowing of this one. */
export function newId(): string {
  return crypto.randomUUID();
}

/** Executes a command at once; throws if Univer refuses it. */
export function execute(session: GridSession, id: string, params: object, options?: IExecutionOptions): void {
  const done: unknown = session.injector.get(ICommandService).syncExecuteCommand(id, params, options);
  if (done === false) {
    throw new Error(`The grid refused ${id}.`);
  }
}

/**
 * Executes a command whose handler is declared as asynchronous but awaits nothing: all is done when this returns. If the
 * command refuses, that is known only later, and told to the console.
 */
export function executeAsyncHandler(session: GridSession, id: string, params: object): void {
  const refused = (reason: unknown): void => console.error(`The grid refused ${id}.`, reason);
  session.injector
    .get(ICommandService)
    .executeCommand(id, params)
    .then((done: unknown) => done === false && refused(null), refused);
}

/** Calls back after each command and mutation. */
export function onExecuted(session: GridSession, listener: (command: ExecutedCommand) => void): void {
  session.injector
    .get(ICommandService)
    .onCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
      listener({ id: command.id, params: command.params, options: (options ?? {}) as Record<string, unknown> });
    });
}

/** Calls back before each command and mutation. */
export function onExecuting(session: GridSession, listener: (command: ExecutedCommand) => void): void {
  session.injector
    .get(ICommandService)
    .beforeCommandExecuted((command: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
      listener({ id: command.id, params: command.params, options: (options ?? {}) as Record<string, unknown> });
    });
}

/** Where Univer keeps spilled values. */
export function formulaData(session: GridSession): FormulaDataModel {
  return session.injector.get(FormulaDataModel);
}
