/**
 * The charts of the workbook. A change of a chart is a mutation of the grid, so that it is saved, shared and undone like any other;
 * what is done to rows, columns and sheets takes the charts along in the same step.
 */
import { CommandType, ICommandService, IUndoRedoService, type IMutationInfo } from '@univerjs/core';
import type { Area } from '../../formats/xlsx/address';
import { HostError } from '../protocol/host-error';
import { areaOfChart, withSources, type ChartContent, type ChartCorner, type CellSource } from '../values/chart';
import { areaRect, chartRect, cornersOf, type SheetRect } from './chart-geometry';
import { execute, newId, type GridSession } from './session';
import { sheetFacade, sheetModel } from './sheet-model';
import {
  NOTHING_FOLLOWS,
  type FollowingMutations,
  type StructuralCommand,
  type StructuralCommands,
} from './structural-commands';

/** A chart of a sheet. */
export interface GridChart {
  readonly id: string;
  readonly sheetId: string;
  readonly content: ChartContent;
}

/** Charts as they are saved, from the hindmost to the foremost. */
export type SavedCharts = readonly GridChart[];

interface SetChartParams {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly chartId: string;
  /** Null takes the chart away. */
  readonly content: ChartContent | null;
  /** Where it is among all, from behind; only counts for one that is new. */
  readonly place: number;
}

const SET_CHART = 'sheet.mutation.set-chart';
/** Excel's new chart, in pixels. */
const NEW_SIZE = { width: 480, height: 288 };

/** Adds, finds, changes and deletes charts. */
export class Charts {
  private charts: GridChart[];
  private readonly listeners: ((sheetId: string) => void)[] = [];
  private readonly selectionListeners: ((id: string | null) => void)[] = [];

  constructor(
    private readonly session: GridSession,
    structure: StructuralCommands,
    saved: SavedCharts = [],
  ) {
    this.charts = [...saved];
    session.injector.get(ICommandService).registerCommand({
      id: SET_CHART,
      type: CommandType.MUTATION,
      handler: (_accessor: unknown, params?: object) => this.take(params as SetChartParams),
    });
    structure.follow((command) => (this.charts.length === 0 ? NOTHING_FOLLOWS : this.following(command)));
  }

  /** Calls back after each change of a chart, with its sheet. */
  onChange(listener: (sheetId: string) => void): void {
    this.listeners.push(listener);
  }

  /** What is to be saved. */
  save(): SavedCharts {
    return this.charts;
  }

  /** The charts of a sheet, from the hindmost to the foremost. */
  list(sheetId: string): GridChart[] {
    return this.charts.filter((chart) => chart.sheetId === sheetId);
  }

  /** The chart; ItemNotFound if it has gone. */
  get(id: string): GridChart {
    const chart = this.charts.find((candidate) => candidate.id === id);
    if (!chart) {
      throw new HostError('ItemNotFound', 'The chart does not exist any more.');
    }
    return chart;
  }

  /** Where Excel would put a new chart: beside the cells that it shows. */
  newPlace(sheetId: string, beside: Area | null): Pick<ChartContent, 'from' | 'to'> {
    const sheet = sheetModel(this.session, sheetId);
    const cells = beside && areaRect(sheet, beside);
    const left = cells ? cells.left + cells.width + 16 : 16;
    return cornersOf(sheet, { left, top: cells?.top ?? 16, ...NEW_SIZE });
  }

  /** Adds a chart; gives its id. */
  add(sheetId: string, content: ChartContent): string {
    sheetFacade(this.session, sheetId);
    const id = newId();
    this.set(sheetId, id, content);
    return id;
  }

  /** A name that no chart of the sheet has, as Excel gives it. */
  newName(sheetId: string): string {
    const taken = new Set(this.list(sheetId).map(({ content }) => content.name.toLowerCase()));
    for (let number = 1; ; number += 1) {
      if (!taken.has(`chart ${number}`)) {
        return `Chart ${number}`;
      }
    }
  }

  /** Changes a chart. */
  change(id: string, change: (content: ChartContent) => ChartContent): void {
    const { sheetId, content } = this.get(id);
    this.set(sheetId, id, change(content));
  }

  remove(id: string): void {
    this.set(this.get(id).sheetId, id, null);
  }

  /** Where a chart lies on its sheet. */
  rect(id: string): SheetRect {
    const { sheetId, content } = this.get(id);
    return chartRect(sheetModel(this.session, sheetId), content);
  }

  /** Puts a chart elsewhere on its sheet. */
  place(id: string, rect: SheetRect): void {
    const sheet = sheetModel(this.session, this.get(id).sheetId);
    this.change(id, (content) => ({ ...content, ...cornersOf(sheet, rect) }));
  }

  /** Marks a chart as the one that keys are for, or none. */
  select(id: string | null): void {
    this.selectionListeners.forEach((listener) => listener(id));
  }

  /** Calls back when a chart is to be marked. */
  onSelect(listener: (id: string | null) => void): void {
    this.selectionListeners.push(listener);
  }

  /** Where cells lie on their sheet. */
  areaRect(sheetId: string, area: Area): SheetRect {
    return areaRect(sheetModel(this.session, sheetId), area);
  }

  private set(sheetId: string, id: string, content: ChartContent | null): void {
    const { redos, undos } = this.mutations(sheetId, id, content);
    redos.forEach((mutation) => execute(this.session, mutation.id, mutation.params));
    this.session.injector
      .get(IUndoRedoService)
      .pushUndoRedo({ unitID: this.session.unitId, undoMutations: undos, redoMutations: redos });
  }

  private mutations(sheetId: string, id: string, content: ChartContent | null): FollowingMutations {
    const place = this.charts.findIndex((chart) => chart.id === id);
    const before = this.charts[place]?.content ?? null;
    const target = { unitId: this.session.unitId, subUnitId: sheetId, chartId: id };
    const setTo = (to: ChartContent | null): IMutationInfo => ({
      id: SET_CHART,
      params: { ...target, content: to, place: place < 0 ? this.charts.length : place },
    });
    return { redos: [setTo(content)], undos: [setTo(before)] };
  }

  private take({ subUnitId, chartId, content, place }: SetChartParams): boolean {
    const at = this.charts.findIndex(({ id }) => id === chartId);
    const chart = content && { id: chartId, sheetId: subUnitId, content };
    const others = this.charts.filter(({ id }) => id !== chartId);
    this.charts = chart
      ? [...others.slice(0, at < 0 ? place : at), chart, ...others.slice(at < 0 ? place : at)]
      : others;
    this.listeners.forEach((listener) => listener(subUnitId));
    return true;
  }

  /** What happens to charts if a command moves or removes what they lie on or show. */
  private following(command: StructuralCommand): FollowingMutations {
    switch (command.kind) {
      case 'sheet removed':
        return this.withoutSheet(command.sheetId);
      case 'sheet copied':
        return this.copied(command.sheetId, command.copyId);
      case 'cells':
        return this.each(({ sheetId, content }) => {
          const moved = (source: CellSource): CellSource | null => {
            const area = source.sheet === command.sheetId ? command.moved(source.area) : source.area;
            return area && { ...source, area };
          };
          const shown = withSources(content, moved);
          const goesAlong = sheetId === command.sheetId && command.isOfWholeLines;
          return goesAlong ? movedCorners(shown, (area) => command.moved(area)) : shown;
        });
    }
  }

  private withoutSheet(sheetId: string): FollowingMutations {
    return this.each(({ sheetId: own, content }) =>
      own === sheetId ? null : withSources(content, (source) => (source.sheet === sheetId ? null : source)),
    );
  }

  private copied(from: string, to: string): FollowingMutations {
    const all = this.list(from).map(({ content }, index) => {
      const copy = withSources(content, (source) => (source.sheet === from ? { ...source, sheet: to } : source));
      const target = { unitId: this.session.unitId, subUnitId: to, chartId: newId() };
      const setTo = (content: ChartContent | null): IMutationInfo => ({
        id: SET_CHART,
        params: { ...target, content, place: this.charts.length + index },
      });
      return { redo: setTo(copy), undo: setTo(null) };
    });
    return { redos: all.map(({ redo }) => redo), undos: all.map(({ undo }) => undo) };
  }

  /** Changes those charts that come out otherwise. */
  private each(change: (chart: GridChart) => ChartContent | null): FollowingMutations {
    const changed = this.charts.flatMap((chart) => {
      const content = change(chart);
      return JSON.stringify(content) === JSON.stringify(chart.content)
        ? []
        : [this.mutations(chart.sheetId, chart.id, content)];
    });
    return { redos: changed.flatMap(({ redos }) => redos), undos: changed.flatMap(({ undos }) => undos).reverse() };
  }
}

/** A chart whose cells are all deleted stays where they were, as small as it gets: Excel keeps such charts. */
function movedCorners(content: ChartContent, movedArea: (area: Area) => Area | null): ChartContent {
  const { from, to } = content;
  const moved = movedArea(areaOfChart(content));
  if (moved === null) {
    return { ...content, to: { ...from, x: from.x + 1, y: from.y + 1 } };
  }
  const corner = (old: ChartCorner, row: number, column: number): ChartCorner => ({ ...old, row, column });
  return {
    ...content,
    from: corner(from, moved.row, moved.column),
    to: corner(to, moved.row + moved.rowCount - 1, moved.column + moved.columnCount - 1),
  };
}
