/**
 * The grid: the only part of this page that knows Univer.
 */
import { LifecycleStages, LocaleType, LogLevel, mergeLocales, Univer, type IWorkbookData } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  CellAlertManagerService,
  FunctionType,
  UniverSheetsCorePreset,
  type BaseFunction,
  type IFunctionInfo,
} from '@univerjs/preset-sheets-core';
import sheetsLocale from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from '@univerjs/preset-sheets-table';
import tableLocale from '@univerjs/preset-sheets-table/locales/en-US';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import { defaultTheme } from '@univerjs/themes';
import type { ExternalLink } from '../values/content';
import type { Conventions } from '../values/conventions';
import { SINGLE } from '../../formats/formula/single';
import type { FunctionDefinition } from '../functions/definitions';
import { cellArea, formatAddress, formatArea } from '../../formats/xlsx/address';
import { Calculation } from './calculation';
import { stepsOf } from './carried-steps';
import { CellCopies } from './cell-copies';
import { Cells } from './cells';
import { onChange, type ChangeSource, type GridChange } from './changes';
import { ChartData } from './chart-data';
import { ChartView } from './chart-view';
import { Charts, type SavedCharts } from './charts';
import { formulaBarText } from './editor-text';
import { EngineResults } from './engine-results';
import { Replication, type Mutation, type WriteRules } from './replication';
import { markFilteredColumns } from './filter-mark';
import { FilterPanel } from './filter-panel';
import { Formats } from './formats';
import { keepFormulaIndex } from './formula-index';
import { takeOnlyCurrentSuggestions } from './current-suggestions';
import { keepDraft, leaveKeyboardInFormulaBar } from './kept-draft';
import { unknownFunction } from './function-names';
import { evaluateAsExcelReads, ImplicitIntersection } from './formula-evaluation';
import { circleError, functionClass, type Evaluator, type ResultDetail } from './function-class';
import { showAsLanguageWrites } from './language-display';
import { editAsLanguageWrites } from './language-editing';
import { pasteAsLanguageWrites } from './language-paste';
import { Names } from './names';
import { showNumbersWholeOrNotAtAll } from './number-drawing';
import { Replay } from './replay';
import { ResultDetailBook, type SavedDetails } from './result-details';
import { PageSetups, type SavedPageSetups } from './page-setups';
import { keepHeightsOfManyRows } from './row-heights';
import { printedSheet, type PrintedSheet } from './printed-sheet';
import type { RunListener } from './runs';
import { Selection } from './selection';
import { execute, type GridSession } from './session';
import { INITIAL_COLUMNS, INITIAL_ROWS } from './univer-codes';
import { Sheets } from './sheets';
import { restoreSpilledData, takeSnapshot, takeSpilledData, type SpilledData } from './snapshot';
import { StructuralCommands } from './structural-commands';
import { TableGrowth } from './table-growth';
import { sheetOfMovedCells } from './stale-results';
import { followTableAreas } from './table-formulas';
import { makeTablesReadable } from './table-look';
import { Tables, type SavedExtras, type SavedStyles } from './tables';
import { refuseFaultyFormulas } from './typed-formula';
import { enterText } from './typing';
import { interceptUndoItems, UndoStep } from './undo';
import {
  calculateOnlyWhatHasNoResult,
  compareTextsAsTheyAre,
  completeParentheses,
  offerFunctionsBesideTables,
  keepFormulasOfRestyledCells,
  keepTypesOfRestyledCells,
  readConstantsAsWritten,
  recogniseTablesByAnyName,
  resetOpenBracketsOfLexer,
} from './upstream-fixes';

/** A workbook as it is saved. */
export interface SavedGrid {
  readonly workbook: Partial<IWorkbookData>;
  readonly spilled: SpilledData | null;
  readonly details: SavedDetails | null;
  readonly tableStyles: SavedStyles;
  readonly tableExtras?: SavedExtras;
  readonly charts?: SavedCharts;
  readonly pageSetups?: SavedPageSetups;
  /** Links to other workbooks, of a file that was opened. */
  readonly externalLinks?: readonly ExternalLink[];
  readonly veryHiddenSheets: readonly string[];
  readonly protectedSheets?: readonly string[];
  readonly activeSheetId: string | null;
}

/** What the grid is made of and whom it tells. */
export interface GridOptions {
  readonly containerId: string;
  readonly functions: readonly FunctionDefinition[];
  readonly saved: SavedGrid | null;
  readonly isDark: boolean;
  readonly conventions: Conventions;
  readonly evaluate: Evaluator;
  readonly runListener: RunListener;
  /** Told of the sheets whose formulas were calculated, after each run. */
  onCalculated(sheetIds: readonly string[]): void;
  /** Told why a formula cannot be entered, and null when the editor closes. */
  onFault(fault: string | null): void;
  readonly onChange: (change: GridChange, source: ChangeSource) => void;
  /** When the workbook may be changed, and who takes note of that. */
  readonly writeRules: WriteRules | null;
}

/** What belongs to the workbook beside the grid's own data. */
export interface GridNotes {
  readonly tableStyles: SavedStyles;
  readonly veryHiddenSheets: readonly string[];
  readonly protectedSheets: readonly string[];
}

/** The id of the one workbook of this page. */
const UNIT_ID = 'workbook';

function describe(definition: FunctionDefinition): IFunctionInfo {
  return {
    functionName: definition.name,
    functionType: FunctionType.User,
    description: definition.description,
    abstract: definition.description,
    functionParameter: definition.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.isOptional ? 0 : 1,
      repeat: parameter.isRepeating ? 1 : 0,
    })),
  };
}

function emptyWorkbook(): Partial<IWorkbookData> {
  const sheet = { id: 'sheet-1', name: 'Sheet1', rowCount: INITIAL_ROWS, columnCount: INITIAL_COLUMNS };
  return { sheetOrder: [sheet.id], sheets: { [sheet.id]: sheet } };
}

/** The running grid, by its parts. */
export class Grid {
  readonly calculation: Calculation;
  readonly cells: Cells;
  readonly sheets: Sheets;
  readonly tables: Tables;
  readonly names: Names;
  readonly charts: Charts;
  readonly chartView: ChartView;
  readonly pageSetups: PageSetups;
  /** What the cells of charts hold. */
  readonly chartData: ChartData;
  readonly formats: Formats;
  readonly copies: CellCopies;
  readonly selection: Selection;
  readonly filterPanel: FilterPanel;
  readonly details: ResultDetailBook;
  readonly engineResults: EngineResults;
  /** One undo step for all that a request of the add-in changes. */
  readonly undoStep: UndoStep;
  private readonly externalLinks: readonly ExternalLink[];
  private readonly growth: TableGrowth;
  private readonly replication: Replication | null;

  constructor(
    private readonly session: GridSession,
    options: GridOptions,
    resultDetails: WeakMap<object, ResultDetail>,
  ) {
    this.details = new ResultDetailBook(session, resultDetails, options.saved?.details ?? null);
    this.engineResults = new EngineResults(
      session,
      (cell, result, previous) => this.details.take(cell, result, previous),
      ({ row, column }) => circleError(formatArea(cellArea(row, column)), resultDetails),
    );
    this.calculation = new Calculation(session, {
      runStarted: () => options.runListener.runStarted(),
      runEnded: (end) => {
        // The run did not see these changes: what it noted of their cells since is about what was there before.
        this.calculation.unseenChanges.forEach((change) => this.forgetChanged(change));
        if (end === 'finished') {
          this.details.applyFormats();
        }
        options.runListener.runEnded(end);
        options.onCalculated(this.calculation.takeCalculatedSheets());
      },
    });
    this.cells = new Cells(session, this.engineResults);
    this.sheets = new Sheets(session, options.saved?.veryHiddenSheets ?? [], options.saved?.protectedSheets);
    this.tables = new Tables(
      session,
      this.cells,
      this.sheets,
      (name) => this.names.find(name) !== null,
      options.saved?.tableStyles ?? {},
      options.saved?.tableExtras,
    );
    this.externalLinks = options.saved?.externalLinks ?? [];
    this.names = new Names(session, (name) => this.tables.find(name) !== null);
    const structure = new StructuralCommands(session);
    this.pageSetups = new PageSetups(session, structure, options.saved?.pageSetups);
    this.charts = new Charts(session, structure, options.saved?.charts);
    this.chartView = new ChartView(session, this.charts, () => this.sheets.activeId());
    this.chartData = new ChartData(this.sheets, this.cells);
    this.formats = new Formats(session);
    this.copies = new CellCopies(session, this.cells, this.formats);
    this.selection = new Selection(session);
    this.filterPanel = new FilterPanel(session, this.tables, this.selection);
    this.undoStep = new UndoStep(session);
    this.growth = new TableGrowth(session, this.cells, this.tables);
    this.replication = options.writeRules && new Replication(session, options.writeRules);
    onChange(session, (change) => {
      const source = this.replication?.isApplying ? 'Remote' : 'Local';
      this.calculation.noteChange(change);
      this.forgetChanged(change);
      if (change.kind === 'moved') {
        this.details.move(change);
      }
      this.growth.observe(change, source);
      options.onChange(change, source);
    });
  }

  /** How the browser's language writes. */
  get conventions(): Conventions {
    return this.session.conventions;
  }

  /** The workbook as it is to be saved. */
  save(): SavedGrid {
    return {
      workbook: takeSnapshot(this.session),
      spilled: takeSpilledData(this.session),
      details: this.details.save(),
      ...this.notes(),
      tableExtras: this.tables.saveExtras(),
      charts: this.charts.save(),
      pageSetups: this.pageSetups.save(),
      ...(this.externalLinks.length === 0 ? {} : { externalLinks: this.externalLinks }),
      activeSheetId: this.sheets.activeId(),
    };
  }

  /** What others have to know beside mutations. */
  notes(): GridNotes {
    return {
      tableStyles: this.tables.saveStyles(),
      veryHiddenSheets: this.sheets.veryHiddenIds(),
      protectedSheets: this.sheets.protectedIds(),
    };
  }

  /** Takes over what another window knows. */
  takeNotes({ tableStyles, veryHiddenSheets, protectedSheets }: GridNotes): void {
    this.tables.takeStyles(tableStyles);
    this.sheets.takeVeryHidden(veryHiddenSheets);
    this.sheets.takeProtected(protectedSheets);
  }

  /** Makes changes of another window, as one. */
  apply(mutations: readonly Mutation[]): void {
    this.replication?.apply(mutations);
  }

  /** Begins to make changes again that were made without these units of others. */
  replay(others: readonly (readonly Mutation[])[]): Replay {
    const parts = {
      cells: this.cells,
      sheets: this.sheets,
      objects: {
        sheet: (name: string) => this.sheets.find(name),
        tables: () => this.tables.list(),
        definedName: (name: string) => this.names.idOf(name),
      },
      execute: ({ id, params }: Mutation) => execute(this.session, id, params),
    };
    return new Replay(parts, others.flatMap(stepsOf));
  }

  /** A sheet as it is printed. */
  printed(sheetId: string): PrintedSheet {
    return printedSheet(this.session, this, sheetId);
  }

  /** Types a text into a cell and presses Enter. */
  enter(sheetId: string, row: number, column: number, text: string): void {
    enterText(this.session, sheetId, row, column, text);
  }

  /** What the formula bar shows. */
  formulaBar(): string {
    return formulaBarText(this.session);
  }

  /** Resolves when the grid is drawn. */
  async rendered(): Promise<void> {
    if (this.session.api.getCurrentLifecycleStage() >= LifecycleStages.Rendered) {
      return;
    }
    await new Promise<void>((resolve) => {
      this.session.api.addEvent(this.session.api.Event.LifeCycleChanged, ({ stage }) => {
        if (stage >= LifecycleStages.Rendered) {
          resolve();
        }
      });
    });
  }

  /** What the formula of a cell calls that is no function, with the nearest that is; null if it calls none. */
  unknownFunction(sheetId: string, row: number, column: number): string | null {
    const formula = this.cells.formula(sheetId, row, column);
    return formula.startsWith('=') ? unknownFunction(this.session, formula) : null;
  }

  /** The tables with where they stand: `'AI Clients'!A1:J4`. */
  tablePlaces(): { name: string; place: string }[] {
    return this.tables.list().map(({ name, sheetId, area }) => ({
      name,
      place: formatAddress(this.sheets.name(sheetId), area),
    }));
  }

  /** Follows the look of the machine, which may change while the workbook is open. */
  setDark(isDark: boolean): void {
    this.session.api.toggleDarkMode(isDark);
  }

  /** Puts a function's message in place of Univer's general text on the card beside an error. */
  showMessagesOnHover(): void {
    const alerts = this.session.injector.get(CellAlertManagerService);
    const show = alerts.showAlert.bind(alerts);
    alerts.showAlert = (alert) => {
      const { subUnitId, row, col } = alert.location;
      const message = this.details.message({ sheetId: subUnitId, row, column: col });
      show(message ? { ...alert, message } : alert);
    };
  }

  private forgetChanged(change: GridChange): void {
    const movedSheet = sheetOfMovedCells(change);
    if (movedSheet !== null) {
      this.engineResults.forgetSheet(movedSheet);
    } else if (change.kind === 'cells') {
      this.engineResults.forget(change.cells);
      this.details.forget(change.cells);
    }
  }
}

/** Before anyone listens: that a workbook opens where it was left is no change of it. */
function activateSaved(session: GridSession, sheetId: string | null): void {
  if (sheetId !== null && session.workbook.getSheetBySheetId(sheetId) !== null) {
    execute(session, 'sheet.operation.set-worksheet-active', { unitId: session.unitId, subUnitId: sheetId });
  }
}

/** Makes the grid in an element of the page. */
// eslint-disable-next-line max-lines-per-function -- one list of what the grid is set up with, in the order in which it has to be
export function createGrid(options: GridOptions): Grid {
  resetOpenBracketsOfLexer();
  keepFormulasOfRestyledCells();
  keepTypesOfRestyledCells();
  readConstantsAsWritten();
  compareTextsAsTheyAre();
  recogniseTablesByAnyName();
  completeParentheses();
  calculateOnlyWhatHasNoResult();
  showNumbersWholeOrNotAtAll(options.conventions);
  markFilteredColumns();
  interceptUndoItems();
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(sheetsLocale, tableLocale) },
    theme: defaultTheme,
    darkMode: options.isDark,
  });
  const resultDetails = new WeakMap<object, ResultDetail>();
  const late: { grid: Grid | null } = { grid: null };
  offerFunctionsBesideTables(options.functions.map(describe), () => late.grid?.tablePlaces() ?? []);
  const noteWaiting = (): void => late.grid?.engineResults.noteWaitingCall();
  const classes = options.functions.map((definition) =>
    functionClass(definition, options.evaluate, resultDetails, noteWaiting),
  );
  const presets = [
    UniverSheetsCorePreset({
      container: options.containerId,
      ribbonType: 'simple',
      disableAutoFocus: true,
      footer: { addSheetButtonConfig: { defaultRowCount: INITIAL_ROWS, defaultColumnCount: INITIAL_COLUMNS } },
      formula: {
        function: [
          [ImplicitIntersection, SINGLE],
          ...classes.map((each, index): [typeof BaseFunction, string] => [each, options.functions[index]?.name ?? '']),
        ],
        description: options.functions.map(describe),
      },
    }),
    UniverSheetsTablePreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) {
      univer.registerPlugin(plugin[0], plugin[1]);
    } else if (plugin === UniverSheetsTableUIPlugin) {
      // Without the tabs above tables, which push the first row down; the status line names the table instead.
      univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
    } else {
      univer.registerPlugin(plugin);
    }
  }
  // The menu of a table's column sorts by a command that its preset leaves out.
  univer.registerPlugin(UniverSheetsSortPlugin);
  const api = FUniver.newAPI(univer);
  const workbook = api.createWorkbook({
    ...(options.saved?.workbook ?? emptyWorkbook()),
    id: UNIT_ID,
    name: 'Workbook',
  });
  const session: GridSession = {
    univer,
    api,
    injector: univer.__getInjector(),
    workbook,
    unitId: UNIT_ID,
    conventions: options.conventions,
  };
  showAsLanguageWrites(session);
  editAsLanguageWrites(session);
  pasteAsLanguageWrites(session);
  keepDraft(session);
  leaveKeyboardInFormulaBar(session);
  takeOnlyCurrentSuggestions(session);
  keepFormulaIndex(session);
  makeTablesReadable(session);
  keepHeightsOfManyRows(session);
  const areaMark = followTableAreas(session);
  evaluateAsExcelReads(session, (table) => late.grid?.tables.find(table)?.extras?.totals !== undefined, areaMark);
  activateSaved(session, options.saved?.activeSheetId ?? null);
  const grid = new Grid(session, options, resultDetails);
  late.grid = grid;
  if (options.saved?.spilled) {
    restoreSpilledData(session, options.saved.spilled);
  }
  grid.showMessagesOnHover();
  refuseFaultyFormulas(session, (fault) => options.onFault(fault));
  return grid;
}
