import { attributesOf, isOn, wholeNumber, type Attributes } from '../xml/attributes';
import { scanHeldEntry } from '../xml/scan-entry';
import type { XmlListener } from '../xml/xml-scanner';
import type { Zip, ZipEntry } from '../zip/zip';
import { readColor } from './colors';
import { unescapeText } from './escaped-text';
import { builtInFormat, GENERAL } from './number-formats';

const HORIZONTAL = ['left', 'center', 'right', 'justify'] as const;
const VERTICAL = ['top', 'center'] as const;

/** How a file has the cells of a style look. */
export interface StoredStyle {
  readonly numberFormat: string;
  /** The file says that the number format counts; Excel shows it in any case. */
  readonly appliesNumberFormat: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  /** In points. */
  readonly size: number;
  /** `#RRGGBB`, or '' for the usual colour; so is the fill. */
  readonly color: string;
  readonly fill: string;
  readonly wrap: boolean;
  readonly horizontal: 'general' | (typeof HORIZONTAL)[number];
  readonly vertical: 'bottom' | (typeof VERTICAL)[number];
}

type Font = Pick<StoredStyle, 'bold' | 'italic' | 'size' | 'color'>;

const PLAIN_FONT: Font = { bold: false, italic: false, size: 11, color: '' };
const LARGEST_FONT = 409;

/** The looks of cells, in the order of the numbers by which cells name them. */
export async function readStyles(
  zip: Zip,
  entry: ZipEntry,
  theme: readonly string[] = [],
): Promise<readonly StoredStyle[]> {
  const reader = new StyleReader(theme);
  await scanHeldEntry(zip, entry, reader);
  return reader.styles;
}

class StyleReader implements XmlListener {
  readonly styles: StoredStyle[] = [];
  private readonly formats = new Map<number, string>();
  private readonly fonts: Font[] = [];
  private readonly fills: string[] = [];
  private readonly path: string[] = [];
  private font: Font = PLAIN_FONT;
  private fill = '';
  private isSolid = false;
  private style: StoredStyle | null = null;

  constructor(private readonly theme: readonly string[]) {}

  open(name: string, raw: string): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (name === 'numFmt' && parent === 'numFmts') {
      const attributes = attributesOf(raw);
      const code = unescapeText(attributes.get('formatCode') ?? '');
      this.formats.set(wholeNumber(attributes.get('numFmtId')) ?? -1, code);
    } else if (parent === 'font') {
      this.takeFont(name, attributesOf(raw));
    } else if (name === 'patternFill') {
      this.isSolid = attributesOf(raw).get('patternType') === 'solid';
    } else if (name === 'fgColor' && this.isSolid && parent === 'patternFill') {
      this.fill = readColor(attributesOf(raw), this.theme);
    } else if (name === 'xf' && parent === 'cellXfs') {
      this.style = this.cellStyle(attributesOf(raw));
    } else if (name === 'alignment' && this.style) {
      const attributes = attributesOf(raw);
      this.style = {
        ...this.style,
        wrap: isOn(attributes.get('wrapText')),
        horizontal: choice(attributes.get('horizontal'), HORIZONTAL, 'general'),
        vertical: choice(attributes.get('vertical'), VERTICAL, 'bottom'),
      };
    }
  }

  close(name: string): void {
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
      this.font = { ...this.font, [name === 'b' ? 'bold' : 'italic']: value === undefined || isOn(value) };
    } else if (name === 'sz') {
      const size = Number(value);
      this.font = { ...this.font, size: size >= 1 && size <= LARGEST_FONT ? size : PLAIN_FONT.size };
    } else if (name === 'color') {
      this.font = { ...this.font, color: readColor(attributes, this.theme) };
    }
  }

  private cellStyle(attributes: Attributes): StoredStyle {
    const formatId = wholeNumber(attributes.get('numFmtId')) ?? 0;
    return {
      ...(this.fonts[wholeNumber(attributes.get('fontId')) ?? 0] ?? PLAIN_FONT),
      fill: this.fills[wholeNumber(attributes.get('fillId')) ?? 0] ?? '',
      numberFormat: this.formats.get(formatId) || builtInFormat(formatId) || GENERAL,
      appliesNumberFormat: isOn(attributes.get('applyNumberFormat')),
      wrap: false,
      horizontal: 'general',
      vertical: 'bottom',
    };
  }
}

function choice<T extends string, U extends string>(
  value: string | undefined,
  allowed: readonly T[],
  otherwise: U,
): T | U {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}
