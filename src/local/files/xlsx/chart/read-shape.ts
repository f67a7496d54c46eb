/**
 * Fills, lines, fonts and texts of drawings, read.
 */
import { unescapeText } from '../../../../formats/xlsx/escaped-text';
import type { ChartText, FillLook, FontLook, LineLook } from '../../../values/chart';
import { DASHES, EMU_PER_POINT, here } from './drawing-words';
import type { XmlElement } from './element-tree';
import { readReference } from './reference';

/** The theme's colours, in the order in which cells count them. */
export type Theme = readonly string[];

const THEME_NAMES = ['bg1', 'tx1', 'bg2', 'tx2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];
const OTHER_NAMES: Readonly<Record<string, string>> = { lt1: 'bg1', dk1: 'tx1', lt2: 'bg2', dk2: 'tx2' };
const THOUSANDTHS = 100_000;

/** A colour made lighter or darker as a file says. */
function modified(hex: string, color: XmlElement): string {
  const share = (name: string): number | undefined => {
    const number = color.number(name);
    return number === undefined ? undefined : number / THOUSANDTHS;
  };
  const times = share('lumMod') ?? share('shade') ?? 1;
  const plus = share('lumOff') ?? 0;
  const channels = [0, 2, 4].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  const light = (Math.max(...channels) + Math.min(...channels)) / 2;
  const wanted = Math.min(1, light * times + plus);
  const moved = channels.map((channel) =>
    light === 0
      ? wanted
      : wanted <= light
        ? channel * (wanted / light)
        : channel + (1 - channel) * ((wanted - light) / (1 - light || 1)),
  );
  return moved
    .map((channel) =>
      Math.round(Math.min(1, Math.max(0, channel)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

function readSolid(fill: XmlElement | undefined, theme: Theme): string | undefined {
  const stated = fill?.find('srgbClr');
  const system = fill?.find('sysClr');
  const named = fill?.find('schemeClr');
  const name = named?.attribute('val') ?? '';
  const base = stated
    ? stated.attribute('val')
    : system
      ? system.attribute('lastClr')
      : theme[THEME_NAMES.indexOf(OTHER_NAMES[name] ?? name)];
  const color = stated ?? named ?? system;
  return base && color && /^[0-9a-f]{6}$/i.test(base) ? `#${modified(base, color)}`.toUpperCase() : undefined;
}

/** The fill of a shape. */
export function readFill(shape: XmlElement | undefined, theme: Theme): FillLook {
  if (shape?.find('noFill')) {
    return { isNone: true };
  }
  const color = readSolid(shape?.find('solidFill'), theme);
  return color ? { color } : {};
}

/** The line of a shape. */
export function readLine(shape: XmlElement | undefined, theme: Theme): LineLook {
  const line = shape?.find('ln');
  if (!line) {
    return {};
  }
  if (line.find('noFill')) {
    return { style: 'None' };
  }
  const color = readSolid(line.find('solidFill'), theme);
  const width = Number(line.attribute('w'));
  const style = here(DASHES, line.value('prstDash'));
  return {
    ...(color ? { color } : {}),
    ...(width > 0 ? { weight: width / EMU_PER_POINT } : {}),
    ...(style ? { style } : {}),
  };
}

function readRun(run: XmlElement | undefined, theme: Theme): FontLook {
  if (!run) {
    return {};
  }
  const size = Number(run.attribute('sz'));
  const color = readSolid(run.find('solidFill'), theme);
  const flag = (name: string): boolean | undefined => {
    const text = run.attribute(name);
    return text === undefined ? undefined : text === '1' || text === 'true';
  };
  const [bold, italic] = [flag('b'), flag('i')];
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(color ? { color } : {}),
    ...(size > 0 ? { size: size / 100 } : {}),
  };
}

/** The font of a text's look (`txPr`) or of a rich text (`rich`). */
export function readFont(text: XmlElement | undefined, theme: Theme): FontLook {
  return readRun(text?.find('p', 'pPr', 'defRPr') ?? text?.find('p', 'r', 'rPr'), theme);
}

/** The words of a rich text, its paragraphs on lines of their own. */
function richText(rich: XmlElement): string {
  return rich
    .all('p')
    .map((paragraph) =>
      paragraph.children
        .filter(({ name }) => name === 'r' || name === 'fld' || name === 'br')
        .map((run) => (run.name === 'br' ? '\n' : unescapeText(run.find('t')?.text ?? '')))
        .join(''),
    )
    .join('\n');
}

/** A text of a chart (`tx`): cells, or words; what names cells that cannot be told keeps the words that it showed. */
export function readText(text: XmlElement | undefined): ChartText {
  const reference = text?.find('strRef');
  const source = reference && readReference(reference.find('f')?.text ?? '');
  if (source) {
    return { source };
  }
  const cached = reference
    ?.find('strCache')
    ?.all('pt')
    .map((point) => point.find('v')?.text ?? '');
  const rich = text?.find('rich');
  const own = rich ? richText(rich) : (text?.find('v')?.text ?? cached?.join(' '));
  return own === undefined ? {} : { text: rich ? own : unescapeText(own) };
}
