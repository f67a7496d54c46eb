/**
 * The styles of a workbook: each look once, cells name it by number.
 */
import { PLAIN_STYLE, type CellStyle } from '../../../values/content';
import { builtInId, FIRST_CUSTOM_FORMAT, isWholeFormat } from '../../../../formats/xlsx/number-formats';
import { XML_HEAD, xmlAttribute } from '../xml-text';

/** Elements without repetition, in the order in which they were first asked for. */
class ElementList {
  private readonly places = new Map<string, number>();

  constructor(initial: readonly string[]) {
    initial.forEach((element) => this.place(element));
  }

  place(element: string): number {
    const place = this.places.get(element) ?? this.places.size;
    this.places.set(element, place);
    return place;
  }

  xml(name: string): string {
    return `<${name} count="${this.places.size}">${[...this.places.keys()].join('')}</${name}>`;
  }
}

function rgb(color: string): string | null {
  return /^#[0-9a-f]{6}$/i.test(color) ? `FF${color.slice(1).toUpperCase()}` : null;
}

function fontXml({ bold, italic, size, color }: CellStyle): string {
  const shade = rgb(color);
  const marks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}`;
  return `<font>${marks}<sz val="${size}"/>${shade ? `<color rgb="${shade}"/>` : ''}<name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(fill: string): string {
  const shade = rgb(fill);
  return shade
    ? `<fill><patternFill patternType="solid"><fgColor rgb="${shade}"/><bgColor indexed="64"/></patternFill></fill>`
    : NO_FILL;
}

function alignmentXml({ wrap, horizontal, vertical }: CellStyle): string {
  const parts = [
    horizontal === 'general' ? '' : ` horizontal="${horizontal}"`,
    vertical === 'bottom' ? '' : ` vertical="${vertical}"`,
    wrap ? ' wrapText="1"' : '',
  ].join('');
  return parts && `<alignment${parts}/>`;
}

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
/** Excel wants both of these first. */
const FIRST_FILLS = [NO_FILL, '<fill><patternFill patternType="gray125"/></fill>'];
const PLAIN_XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>';

/** Collects the looks of cells and writes `styles.xml`. */
export class StyleBook {
  private readonly formats = new Map<string, number>();
  private readonly fonts = new ElementList([fontXml(PLAIN_STYLE)]);
  private readonly fills = new ElementList(FIRST_FILLS);
  private readonly cells = new ElementList([PLAIN_XF]);

  /** The number of a look, for a cell's `s`. */
  place(style: CellStyle): number {
    const format = this.formatId(style.numberFormat);
    const font = this.fonts.place(fontXml(style));
    const fill = this.fills.place(fillXml(style.fill));
    const alignment = alignmentXml(style);
    // Excel shows a format with or without the mark; without it, it is one that came with a result.
    const marks = [
      format !== 0 && !style.isFormatOfResult ? ' applyNumberFormat="1"' : '',
      font !== 0 ? ' applyFont="1"' : '',
      fill !== 0 ? ' applyFill="1"' : '',
      alignment ? ' applyAlignment="1"' : '',
    ].join('');
    const start = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"${marks}`;
    return this.cells.place(alignment ? `${start}>${alignment}</xf>` : `${start}/>`);
  }

  xml(): string {
    const custom = [...this.formats].map(
      ([format, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlAttribute(format)}"/>`,
    );
    return (
      `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (custom.length > 0 ? `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` : '') +
      this.fonts.xml('fonts') +
      this.fills.xml('fills') +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cells.xml('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }

  private formatId(format: string): number {
    const builtIn = builtInId(format);
    if (builtIn !== undefined || !isWholeFormat(format)) {
      return builtIn ?? 0;
    }
    const id = this.formats.get(format) ?? FIRST_CUSTOM_FORMAT + this.formats.size;
    this.formats.set(format, id);
    return id;
  }
}
