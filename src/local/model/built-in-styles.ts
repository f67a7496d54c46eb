/**
 * Excel's own cell styles, as a workbook with the Office theme shows them. The grid keeps looks, not names: a style is told again by its
 * look.
 */
import type { CellLook } from '../grid/formats';

const BLUE = '#1F4E79';
const RULE = '#5B9BD5';
const QUIET_RULE = '#A6C4E5';

type StyleLook = Required<Pick<CellLook, 'bold' | 'fontSize' | 'fontColor' | 'lineBelow' | 'fillColor'>>;

const PLAIN: StyleLook = { bold: false, fontSize: 11, fontColor: '#000000', lineBelow: null, fillColor: null };

/** By their names in Excel.BuiltInStyle. */
export const BUILT_IN_STYLES = {
  Normal: PLAIN,
  SheetTitle: { ...PLAIN, fontSize: 18, fontColor: BLUE },
  Heading1: { ...PLAIN, bold: true, fontSize: 15, fontColor: BLUE, lineBelow: { color: RULE, isThick: true } },
  Heading2: { ...PLAIN, bold: true, fontSize: 13, fontColor: BLUE, lineBelow: { color: QUIET_RULE, isThick: true } },
  Heading3: { ...PLAIN, bold: true, fontColor: BLUE, lineBelow: { color: QUIET_RULE, isThick: false } },
  Heading4: { ...PLAIN, bold: true, fontColor: BLUE },
  Total: { ...PLAIN, bold: true, lineBelow: { color: RULE, isThick: true } },
  Input: { ...PLAIN, fontColor: '#3F3F76', fillColor: '#FFCC99' },
} as const satisfies Readonly<Record<string, StyleLook>>;

export type BuiltInStyle = keyof typeof BUILT_IN_STYLES;
export const BUILT_IN_STYLE_NAMES = Object.keys(BUILT_IN_STYLES) as BuiltInStyle[];

/** The style that a look is. */
export function styleOfLook(look: Required<CellLook>): BuiltInStyle {
  const isLike = (style: StyleLook): boolean =>
    style.bold === look.bold &&
    style.fontSize === look.fontSize &&
    style.fontColor === look.fontColor &&
    (style.fillColor ?? '') === (look.fillColor ?? '') &&
    style.lineBelow?.color === look.lineBelow?.color &&
    style.lineBelow?.isThick === look.lineBelow?.isThick;
  return BUILT_IN_STYLE_NAMES.find((name) => isLike(BUILT_IN_STYLES[name])) ?? 'Normal';
}
