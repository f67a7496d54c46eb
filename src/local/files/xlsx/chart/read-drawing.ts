/**
 * The charts of a sheet, read from its drawing and their parts.
 */
import { unescapeText } from '../../../../formats/xlsx/escaped-text';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../formats/xlsx/address';
import { readRelationships } from '../../../../formats/xlsx/relationships';
import { findEntry, type Zip, type ZipEntry } from '../../../../formats/zip/zip';
import type { ChartContent, ChartCorner } from '../../../values/chart';
import { EMU_PER_PX } from './drawing-words';
import { readElements, type XmlElement } from './element-tree';
import { readChart, type ChartFrame } from './read-chart';
import type { Theme } from './read-shape';

const MOST_CHARTS = 500;
/** Where a chart stands that is not tied to cells at its end. */
const USUAL_COLUMN_PX = 64;
const USUAL_ROW_PX = 20;

function number(element: XmlElement | undefined, ...names: string[]): number {
  const found = Number(element?.find(...names)?.text ?? 0);
  return Number.isFinite(found) ? Math.max(0, found) : 0;
}

function corner(element: XmlElement | undefined): ChartCorner {
  return {
    row: Math.min(MAX_ROWS - 1, Math.floor(number(element, 'row'))),
    column: Math.min(MAX_COLUMNS - 1, Math.floor(number(element, 'col'))),
    x: Math.round(number(element, 'colOff') / EMU_PER_PX),
    y: Math.round(number(element, 'rowOff') / EMU_PER_PX),
  };
}

/** A size, or a distance from the sheet's first cell, as cells of the usual size. */
function beyond(from: ChartCorner, widthEmu: number, heightEmu: number): ChartCorner {
  const [x, y] = [from.x + widthEmu / EMU_PER_PX, from.y + heightEmu / EMU_PER_PX];
  return {
    row: from.row + Math.floor(y / USUAL_ROW_PX),
    column: from.column + Math.floor(x / USUAL_COLUMN_PX),
    x: Math.round(x % USUAL_COLUMN_PX),
    y: Math.round(y % USUAL_ROW_PX),
  };
}

function corners(anchor: XmlElement): Pick<ChartContent, 'from' | 'to'> {
  const size = anchor.find('ext');
  const position = anchor.find('pos');
  const start = position
    ? beyond(
        { row: 0, column: 0, x: 0, y: 0 },
        Number(position.attribute('x')) || 0,
        Number(position.attribute('y')) || 0,
      )
    : corner(anchor.find('from'));
  const end = anchor.find('to');
  return {
    from: start,
    to: end ? corner(end) : beyond(start, Number(size?.attribute('cx')) || 0, Number(size?.attribute('cy')) || 0),
  };
}

function frameOf(anchor: XmlElement, frame: XmlElement, index: number): ChartFrame {
  const properties = frame.find('nvGraphicFramePr', 'cNvPr');
  const description = properties?.attribute('descr');
  return {
    ...corners(anchor),
    name: unescapeText(properties?.attribute('name') ?? '') || `Chart ${index + 1}`,
    ...(description === undefined || description === '' ? {} : { description: unescapeText(description) }),
  };
}

/** The frames of charts within anchors; newer ones stand behind a choice of versions. */
function frames(anchor: XmlElement): XmlElement[] {
  const choice = anchor.find('AlternateContent', 'Choice');
  return [...anchor.all('graphicFrame'), ...(choice?.all('graphicFrame') ?? [])];
}

/** The charts of a sheet's part, from the hindmost to the foremost. */
export async function readCharts(zip: Zip, sheetPart: string, theme: Theme): Promise<ChartContent[]> {
  const charts: ChartContent[] = [];
  for (const { kind, part } of await readRelationships(zip, sheetPart)) {
    const drawing = kind === 'drawing' ? findEntry(zip, part) : undefined;
    if (drawing) {
      charts.push(...(await readDrawing(zip, drawing, theme)));
    }
  }
  return charts;
}

async function readDrawing(zip: Zip, drawing: ZipEntry, theme: Theme): Promise<ChartContent[]> {
  const charts: ChartContent[] = [];
  const parts = new Map((await readRelationships(zip, drawing.name)).map(({ id, part }) => [id, part]));
  const root = await readElements(zip, drawing);
  const anchored = root.children.flatMap((anchor) => frames(anchor).map((frame) => ({ anchor, frame })));
  for (const { anchor, frame } of anchored.slice(0, MOST_CHARTS)) {
    const id = frame.find('graphic', 'graphicData', 'chart')?.attribute('id') ?? '';
    const entry = findEntry(zip, parts.get(id) ?? '');
    const chart = entry && readChart(await readElements(zip, entry), frameOf(anchor, frame, charts.length), theme);
    if (chart) {
      charts.push(chart);
    }
  }
  return charts;
}
