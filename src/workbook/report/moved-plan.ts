import { columnLabel, columnOf, type Area } from '../../formats/xlsx/address';
import type { CellText, SheetPlan } from './sheet-plan';

/** A cell of the plan's own sheet in a formula; plans write them in no other way, and no text of the user's into formulas. */
const OWN_CELL = /\$([A-Z]+)\$(\d+)/g;

/** A plan for a place other than the sheet's first cell: a user may put rows and columns before a report. */
export function movedPlan(plan: SheetPlan, { row, column }: Pick<Area, 'row' | 'column'>): SheetPlan {
  if (row === 0 && column === 0) {
    return plan;
  }
  const text = (written: string): string =>
    written.replace(
      OWN_CELL,
      (_, letters: string, digits: string) =>
        `$${columnLabel((columnOf(letters) ?? 0) + column)}$${Number(digits) + row}`,
    );
  const area = (each: Area): Area => ({ ...each, row: each.row + row, column: each.column + column });
  const title = (each: CellText): CellText => ({ ...each, address: text(each.address) });
  return {
    ...plan,
    row: plan.row + row,
    column: plan.column + column,
    cells: plan.cells.map((cell) => ({
      ...cell,
      row: cell.row + row,
      column: cell.column + column,
      content: typeof cell.content === 'string' && !cell.isText ? text(cell.content) : cell.content,
    })),
    looks: plan.looks.map((each) => ({ ...each, area: area(each.area) })),
    formats: plan.formats.map((each) => ({ ...each, area: area(each.area) })),
    charts: plan.charts.map((chart) => ({
      ...chart,
      source: area(chart.source),
      place: area(chart.place),
      title: title(chart.title),
      axisTitle: chart.axisTitle && title(chart.axisTitle),
    })),
  };
}
