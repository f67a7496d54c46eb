/**
 * The looks that cells name by number.
 */
import { PLAIN_STYLE, type CellStyle } from '../content';
import { builtInFormat } from '../number-formats';
import { unescapeCharacters } from '../xml-text';
import { readColor } from './colors';
import { isYes, readXml, wholeNumber, type Attributes } from './xml-events';

type Font = Pick<CellStyle, 'bold' | 'italic' | 'size' | 'color'>;

const PLAIN_FONT: Font = { bold: false, italic: false, size: 11, color: '' };
const BLACK = '#000000';
const LARGEST_FONT = 409;

function choice<T extends string>(value: string | undefined, allowed: readonly T[], otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

class StyleReader {
  readonly styles: CellStyle[] = [];
  private readonly formats = new Map<number, string>();
  private readonly fonts: Font[] = [];
  private readonly fills: string[] = [];
  private readonly path: string[] = [];
  private font: Font = PLAIN_FONT;
  private fill = '';
  private isSolid = false;
  private style: CellStyle | null = null;

  constructor(private readonly theme: readonly string[]) {}

  opened(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'numFmt' && parent === 'numFmts') {
      this.formats.set(
        wholeNumber(attributes.get('numFmtId')) ?? -1,
        unescapeCharacters(attributes.get('formatCode') ?? ''),
      );
    } else if (parent === 'font') {
      this.takeFont(name, attributes);
    } else if (name === 'patternFill') {
      this.isSolid = attributes.get('patternType') === 'solid';
    } else if (name === 'fgColor' && this.isSolid && parent === 'patternFill') {
      this.fill = readColor(attributes, this.theme);
    } else if (name === 'xf' && parent === 'cellXfs') {
      this.style = this.cellStyle(attributes);
    } else if (name === 'alignment' && this.style) {
      this.style = {
        ...this.style,
        wrap: isYes(attributes.get('wrapText')),
        horizontal: choice(attributes.get('horizontal'), ['left', 'center', 'right', 'justify'], 'general'),
        vertical: choice(attributes.get('vertical'), ['top', 'center'], 'bottom'),
      };
    }
  }

  closed(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    if (name === 'font' && parent === 'fonts') {
      this.fonts.push(this.font);
      this.font = PLAIN_FONT;
    } else if (name === 'fill' && parent === 'fills') {
      this.fills.push(this.fill);
      this.fill = '';
      this.isSolid = false;
    } else if (name === 'xf' && this.style) {
      this.styles.push(this.style);
      this.style = null;
    }
  }

  private takeFont(name: string, attributes: Attributes): void {
    const value = attributes.get('val');
    if (name === 'b' || name === 'i') {
      this.font = { ...this.font, [name === 'b' ? 'bold' : 'italic']: value === undefined || isYes(value) };
    } else if (name === 'sz') {
      const size = Number(value);
      this.font = { ...this.font, size: size >= 1 && size <= LARGEST_FONT ? size : PLAIN_FONT.size };
    } else if (name === 'color') {
      const color = readColor(attributes, this.theme);
      this.font = { ...this.font, color: color === BLACK ? '' : color };
    }
  }

  private cellStyle(attributes: Attributes): CellStyle {
    const formatId = wholeNumber(attributes.get('numFmtId')) ?? 0;
    const numberFormat = this.formats.get(formatId) || builtInFormat(formatId) || 'General';
    return {
      ...PLAIN_STYLE,
      ...(this.fonts[wholeNumber(attributes.get('fontId')) ?? 0] ?? PLAIN_FONT),
      fill: this.fills[wholeNumber(attributes.get('fillId')) ?? 0] ?? '',
      numberFormat,
      isFormatOfResult: numberFormat !== 'General' && !isYes(attributes.get('applyNumberFormat')),
    };
  }
}

/** The looks in the order of their numbers. */
export function readStyles(part: string, xml: string, theme: readonly string[]): CellStyle[] {
  const reader = new StyleReader(theme);
  readXml(part, xml, {
    opened: (name, attributes) => reader.opened(name, attributes),
    closed: (name) => reader.closed(name),
  });
  return reader.styles;
}
