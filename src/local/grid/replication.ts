/**
 * What this window's grid changes, for others and for the journal; what others changed, for this grid.
 *
 * Univer changes a workbook by commands, each of which makes mutations. Mutations are what is carried: executed elsewhere in the
 * same order on the same workbook, they come to the same. Results of calculation are not carried; every window has its own.
 */
import {
  CanceledError,
  CommandType,
  ICommandService,
  IUndoRedoService,
  type ICommandInfo,
  type IExecutionOptions,
} from '@univerjs/core';
import { commandShift, SET_TABLE, type Mutation } from './carried-steps';
import { execute, onExecuted, type ExecutedCommand, type GridSession } from './session';

export type { Mutation } from './carried-steps';

/** The rules by which this window writes. */
export interface WriteRules {
  /** Whether the workbook may be changed now. */
  mayWrite(): boolean;
  /** Keeps a command until it may. */
  later(command: () => void): void;
  /** Whether a change of these parameters, which was made, is to be noted. */
  takes(params: object): boolean;
  /** Takes note of a change that was made. */
  note(mutation: Mutation): void;
}

const CARRIED = /^(?:sheet\.mutation\.|formula\.mutation\.(?:set|remove)-defined-name$)/;
/** What each window finds out by itself when it draws or calculates. */
const NOT_CARRIED = /auto-height$|mark-dirty|\.empty$/;
const LOCAL_OPTIONS = ['onlyLocal', 'syncOnly', 'fromFormula', 'applyFormulaCalculationResult', 'fromCollab'] as const;
const CHANGING = /^(?:sheet\.command\.|formula\.command\.|univer\.command\.(?:undo|redo)$)/;
const LOOKING_AROUND =
  /^sheet\.command\.(?:scroll-|set-scroll|move-selection|expand-selection|select-|copy$|set-zoom|change-zoom|set-worksheet-activate|set-(?:once|infinite)-format|view-)/;
/** After these a remembered undo step would write where something else is now. */
const MOVING =
  /\.(?:(?:insert|remove)-(?:rows?|col|sheet)|move-(?:range|rows|columns)|reorder-range|(?:add|delete)-table|set-worksheet-order)$/;

/** Connects one grid with the others. */
export class Replication {
  private applying = false;
  /** The command that is shifting rows, columns or cells, and all that follows from it. */
  private shifting: { readonly command: object; readonly partOf: NonNullable<Mutation['partOf']> } | null = null;
  private shiftCount = 0;
  /** Of a table that is being placed elsewhere: where it was. */
  private tableBefore: Mutation['before'];

  constructor(
    private readonly session: GridSession,
    private readonly rules: WriteRules,
  ) {
    session.injector.get(ICommandService).beforeCommandExecuted((command, options) => this.holdBack(command, options));
    onExecuted(session, (command) => this.observe(command));
  }

  /** Whether what is happening comes from another window. */
  get isApplying(): boolean {
    return this.applying;
  }

  /** Makes changes of another window. */
  apply(mutations: readonly Mutation[]): void {
    this.applying = true;
    try {
      mutations.forEach(({ id, params }) => execute(this.session, id, params, { fromCollab: true }));
    } finally {
      this.applying = false;
    }
    if (mutations.some(({ id }) => MOVING.test(id))) {
      this.session.injector.get(IUndoRedoService).clearUndoRedo(this.session.unitId);
    }
  }

  private holdBack(command: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    const { id, type, params } = command;
    const isChange = type === CommandType.COMMAND && CHANGING.test(id) && !LOOKING_AROUND.test(id);
    if (!isChange || this.applying || this.rules.mayWrite()) {
      this.begin(command);
      return;
    }
    // Univer leaves a cancelled command on its stack, and would take it for the cause of later mutations.
    const stack = this.executing;
    stack.splice(stack.indexOf(command), 1);
    const service = this.session.injector.get(ICommandService);
    this.rules.later(() => void service.executeCommand(id, params, options));
    throw new CanceledError();
  }

  /** What Univer is executing, from the outermost command to the innermost. */
  private get executing(): unknown[] {
    const service = this.session.injector.get(ICommandService);
    return (service as unknown as { _commandExecutionStack: unknown[] })._commandExecutionStack;
  }

  private begin(command: Readonly<ICommandInfo>): void {
    const { id, type, params } = command;
    if (type === CommandType.COMMAND) {
      const shift = commandShift(id, params, () => this.session.workbook.getActiveSheet().getSheetId());
      // Those that shift cells are still on the stack for a moment after all is done, but execute no further command.
      this.shifting = shift && { command, partOf: { ...shift, number: ++this.shiftCount } };
    } else if (id === SET_TABLE) {
      const { tableId } = params as { tableId: string };
      this.tableBefore = this.session.workbook.getTableList().find((table) => table.id === tableId)?.range;
    }
  }

  private observe({ id, params, options }: ExecutedCommand): void {
    const isCarried = CARRIED.test(id) && !NOT_CARRIED.test(id) && !LOCAL_OPTIONS.some((option) => options[option]);
    if (isCarried && !this.applying && this.rules.takes(params as object)) {
      const isPart = this.shifting !== null && this.executing.includes(this.shifting.command);
      this.rules.note({
        id,
        params: this.portable(params),
        ...(isPart && this.shifting ? { partOf: this.shifting.partOf } : {}),
        ...(id === SET_TABLE && this.tableBefore ? { before: { ...this.tableBefore } } : {}),
      });
    }
  }

  /** A copy in which styles stand themselves: their ids are each window's own. */
  private portable(params: unknown): object {
    const styles = this.session.workbook.getWorkbook().getStyles();
    const text = JSON.stringify(params, (key, value: unknown) =>
      key === 's' && typeof value === 'string' ? styles.get(value) : value,
    );
    return JSON.parse(text) as object;
  }
}
