/**
 * A sheet on pages, for the browser's own printing, which makes PDFs as well.
 */
import { contains, intersect, type Area } from '../../formats/xlsx/address';
import type { PrintedCell, PrintedSheet } from '../grid/printed-sheet';
import type { ChartDrawer } from './chart-drawer';
import { PX_PER_POINT } from '../values/sizes';
import { headersOf, headerText, layOut, type PageLayout, type PagePiece, type PrintedPage } from './print-layout';

const PADDING_PX = 3;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

function box(className: string, left: number, top: number, width: number, height: number): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  return element;
}

/** Draws the pages of one sheet. */
class PrintView {
  private readonly layout: PageLayout;

  constructor(
    private readonly sheet: PrintedSheet,
    private readonly drawer: ChartDrawer | null,
    private readonly now: Date,
  ) {
    this.layout = layOut(sheet);
  }

  elements(): HTMLElement[] {
    return this.layout.pages.map((page, index) => this.page(page, index));
  }

  /** What tells the browser the paper; margins are the pages' own. */
  rule(): string {
    const { width, height } = this.layout.paper;
    return `@page { size: ${width}px ${height}px; margin: 0; }`;
  }

  private page({ pieces }: PrintedPage, index: number): HTMLElement {
    const { paper, scale } = this.layout;
    const { margins, centersHorizontally, centersVertically } = this.sheet.page;
    const element = box('printed-page', 0, 0, paper.width, paper.height);
    const right = Math.max(0, ...pieces.map((piece) => piece.left + piece.width)) * scale;
    const bottom = Math.max(0, ...pieces.map((piece) => piece.top + piece.height)) * scale;
    const [roomX, roomY] = [
      paper.width - (margins.left + margins.right) * PX_PER_POINT,
      paper.height - (margins.top + margins.bottom) * PX_PER_POINT,
    ];
    const left = margins.left * PX_PER_POINT + (centersHorizontally ? Math.max(0, (roomX - right) / 2) : 0);
    const top = margins.top * PX_PER_POINT + (centersVertically ? Math.max(0, (roomY - bottom) / 2) : 0);
    const content = box('printed-content', left / scale, top / scale, right / scale, bottom / scale);
    // Unlike a transform, it counts where the browser cuts the paper. It is applied to the place as well.
    content.style.zoom = String(scale);
    content.append(...pieces.map((piece) => this.piece(piece)));
    element.append(content, ...this.headers(index));
    return element;
  }

  private headers(index: number): HTMLElement[] {
    const { page, name } = this.sheet;
    const texts = headersOf(page, index);
    const line = (
      className: string,
      edge: 'top' | 'bottom',
      distance: number,
      parts: readonly string[],
    ): HTMLElement[] => {
      if (parts.every((part) => part === '')) {
        return [];
      }
      const element = document.createElement('div');
      element.className = className;
      element.style[edge] = `${distance * PX_PER_POINT}px`;
      element.style.left = `${page.margins.left * PX_PER_POINT}px`;
      element.style.right = `${page.margins.right * PX_PER_POINT}px`;
      for (const part of parts) {
        const span = document.createElement('span');
        span.textContent = headerText(part, {
          page: index + 1,
          pages: this.layout.pages.length,
          sheet: name,
          now: this.now,
        });
        element.append(span);
      }
      return [element];
    };
    return [
      ...line('printed-header', 'top', page.margins.header, [texts.leftHeader, texts.centerHeader, texts.rightHeader]),
      ...line('printed-header', 'bottom', page.margins.footer, [
        texts.leftFooter,
        texts.centerFooter,
        texts.rightFooter,
      ]),
    ];
  }

  /** A piece shows its own cells, and what of charts lies on them. */
  private piece({ area, left, top, width, height }: PagePiece): HTMLElement {
    const element = box('printed-piece', left, top, width, height);
    let y = 0;
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      const rowHeight = this.sheet.rowHeight(row);
      let x = 0;
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const columnWidth = this.sheet.columnWidth(column);
        if (rowHeight > 0 && columnWidth > 0) {
          this.addCell(element, { row, column, x, y, columnWidth, rowHeight }, area);
        }
        x += columnWidth;
      }
      y += rowHeight;
    }
    this.addCharts(element, area, width, height);
    return element;
  }

  private addCell(
    piece: HTMLElement,
    place: { row: number; column: number; x: number; y: number; columnWidth: number; rowHeight: number },
    area: Area,
  ): void {
    const { row, column, x, y } = place;
    const merge = this.sheet.merges.find((each) => contains(each, { row, column, rowCount: 1, columnCount: 1 }));
    if (merge && (merge.row !== row || merge.column !== column)) {
      return;
    }
    const cell = this.sheet.cell(row, column);
    const { printsGridlines } = this.sheet.page;
    if (!cell && !printsGridlines) {
      return;
    }
    const shown = (merge && intersect(merge, area)) ?? { row, column, rowCount: 1, columnCount: 1 };
    const width = this.sum(shown.column, shown.columnCount, (line) => this.sheet.columnWidth(line));
    const height = this.sum(shown.row, shown.rowCount, (line) => this.sheet.rowHeight(line));
    const element = box('printed-cell', x, y, width, height);
    if (printsGridlines) {
      element.style.outline = '0.5px solid #D9D9D9';
    }
    if (cell) {
      this.look(element, cell);
      if (cell.text !== '') {
        element.append(this.text(cell, merge ? width : this.roomFor(cell, row, column, area, width)));
      }
    }
    piece.append(element);
  }

  private look(element: HTMLElement, cell: PrintedCell): void {
    const vertical = { top: 'flex-start', center: 'center', bottom: 'flex-end' }[cell.vertical];
    Object.assign(element.style, { background: cell.fill, alignItems: vertical });
    cell.borders.forEach((border, side) => {
      if (border !== '') {
        element.style.setProperty(`border-${SIDES[side] ?? 'top'}`, border);
      }
    });
    element.style.justifyContent = { left: 'flex-start', center: 'center', right: 'flex-end', justify: 'flex-start' }[
      cell.horizontal
    ];
  }

  private text(cell: PrintedCell, room: number): HTMLElement {
    const text = document.createElement('span');
    text.textContent = cell.text;
    Object.assign(text.style, {
      color: cell.color,
      fontSize: `${cell.size}pt`,
      fontWeight: cell.bold ? '700' : '400',
      fontStyle: cell.italic ? 'italic' : 'normal',
      textAlign: cell.horizontal,
      whiteSpace: cell.wrap ? 'pre-wrap' : 'pre',
      width: cell.horizontal === 'left' || cell.wrap ? `${room - 2 * PADDING_PX}px` : '',
    });
    return text;
  }

  /** A text that is too long goes on over the blank cells beside it, as on the grid. */
  private roomFor(cell: PrintedCell, row: number, column: number, area: Area, width: number): number {
    let room = width;
    if (cell.wrap || cell.horizontal !== 'left') {
      return room;
    }
    for (let next = column + 1; next < area.column + area.columnCount; next += 1) {
      if ((this.sheet.cell(row, next)?.text ?? '') !== '') {
        break;
      }
      room += this.sheet.columnWidth(next);
    }
    return room;
  }

  private addCharts(piece: HTMLElement, area: Area, width: number, height: number): void {
    const startX = this.sum(0, area.column, (column) => this.sheet.columnWidth(column));
    const startY = this.sum(0, area.row, (row) => this.sheet.rowHeight(row));
    for (const { rect, chart } of this.sheet.charts) {
      const [x, y] = [rect.left - startX, rect.top - startY];
      const isSeen = x < width && y < height && x + rect.width > 0 && y + rect.height > 0;
      if (isSeen && this.drawer) {
        const element = box('printed-chart', x, y, rect.width, rect.height);
        element.setAttribute('role', 'img');
        element.setAttribute('aria-label', chart.content.description ?? chart.title ?? chart.content.name);
        this.drawer.draw(element, chart, { width: rect.width, height: rect.height, isDark: false });
        piece.append(element);
      }
    }
  }

  private sum(first: number, count: number, size: (line: number) => number): number {
    let all = 0;
    for (let line = first; line < first + count; line += 1) {
      all += size(line);
    }
    return all;
  }
}

/** Puts the pages of a sheet into the page's place for printing, which is seen on paper only. */
export function showForPrinting(sheet: PrintedSheet, drawer: ChartDrawer | null, now: Date): void {
  const view = new PrintView(sheet, drawer, now);
  const place = document.getElementById('printed');
  const rule = document.getElementById('printed-rule');
  if (place && rule) {
    place.replaceChildren(...view.elements());
    rule.textContent = view.rule();
  }
}
