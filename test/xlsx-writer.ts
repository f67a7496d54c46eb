import { strToU8, zipSync } from 'fflate';

/** A cell to be written. Null leaves a gap. */
export type XlsxCell =
  | null
  | string
  | number
  | boolean
  /** A number shown by a format code such as `yyyy-mm-dd`, or by a built-in format's number. */
  | { readonly serial: number; readonly format: string | number }
  | { readonly error: string }
  /** `result` null: not saved. */
  | { readonly formula: string; readonly result: string | number | null }
  /** A shared text of several runs, with a phonetic hint if one is given. */
  | { readonly runs: readonly string[]; readonly phonetic?: string }
  /** XML in place of the whole cell. */
  | { readonly xml: string };

export interface XlsxSheet {
  readonly name: string;
  /** From row 1 on; an empty row is left out of the file. */
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly hidden?: boolean;
}

export interface XlsxOptions {
  /** Where texts are written; `shared` if nothing is said. */
  readonly strings?: 'shared' | 'inline';
  readonly date1904?: boolean;
}

/** The parts of an Office file: name in the zip to text. */
export type Parts = Map<string, string>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FIRST_CUSTOM_FORMAT = 164;

/** A workbook as an .xlsx file. */
export function writeXlsx(sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Blob {
  return zipParts(xlsxParts(sheets, options));
}

/** The parts of a workbook, so that a test can change one before it is packed. */
export function xlsxParts(sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Parts {
  const strings = new Map<string, number>();
  const styles = new Map<string, number>();
  const encode = cellEncoder(strings, styles, options.strings ?? 'shared');
  const parts: Parts = new Map();
  sheets.forEach(({ rows }, index) => parts.set(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows, encode)));
  const overrides = sheets.map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'));
  parts.set(
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${overrides.join('')}` +
      `${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
  );
  parts.set('_rels/.rels', relationsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  parts.set('xl/workbook.xml', workbookXml(sheets, options.date1904 ?? false));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationsXml([
      ...sheets.map((_, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        `worksheets/sheet${index + 1}.xml`,
      ]),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdStrings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
  );
  parts.set('xl/styles.xml', stylesXml([...styles.keys()]));
  parts.set(
    'xl/sharedStrings.xml',
    `${DECLARATION}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">${[...strings.keys()].join('')}</sst>`,
  );
  return parts;
}

/** Packs parts into a zip. */
export function zipParts(parts: ReadonlyMap<string, string>): Blob {
  return new Blob([zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])), { level: 6 })]);
}

/** `0` is A, `26` is AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

type CellEncoder = (cell: Exclude<XlsxCell, null>, reference: string) => string;

function cellEncoder(
  strings: Map<string, number>,
  styles: Map<string, number>,
  textIn: 'shared' | 'inline',
): CellEncoder {
  const indexIn = (known: Map<string, number>, key: string): number => {
    const index = known.get(key) ?? known.size;
    known.set(key, index);
    return index;
  };
  indexIn(styles, '0');
  return (cell, reference) => {
    const start = `<c r="${reference}"`;
    if (typeof cell === 'number') {
      return `${start}><v>${cell}</v></c>`;
    }
    if (typeof cell === 'boolean') {
      return `${start} t="b"><v>${Number(cell)}</v></c>`;
    }
    if (typeof cell === 'string') {
      if (textIn === 'inline') {
        return `${start} t="inlineStr"><is>${textXml(cell)}</is></c>`;
      }
      return `${start} t="s"><v>${indexIn(strings, `<si>${textXml(cell)}</si>`)}</v></c>`;
    }
    if ('xml' in cell) {
      return cell.xml;
    }
    if ('serial' in cell) {
      return `${start} s="${indexIn(styles, String(cell.format))}"><v>${cell.serial}</v></c>`;
    }
    if ('error' in cell) {
      return `${start} t="e"><v>${cell.error}</v></c>`;
    }
    if ('runs' in cell) {
      const phonetic = cell.phonetic === undefined ? '' : `<rPh sb="0" eb="1">${textXml(cell.phonetic)}</rPh>`;
      const runs = cell.runs.map((run) => `<r><rPr><b/></rPr>${textXml(run)}</r>`).join('');
      return `${start} t="s"><v>${indexIn(strings, `<si>${runs}${phonetic}</si>`)}</v></c>`;
    }
    const type = typeof cell.result === 'string' ? ' t="str"' : '';
    const value = cell.result === null ? '' : `<v>${escapeXml(String(cell.result))}</v>`;
    return `${start}${type}><f>${escapeXml(cell.formula)}</f>${value}</c>`;
  };
}

function sheetXml(rows: XlsxSheet['rows'], encode: CellEncoder): string {
  const letters = Array.from({ length: Math.max(0, ...rows.slice(0, 100).map((row) => row.length)) }, (_, column) =>
    columnLetters(column),
  );
  const lines = rows.map((cells, index) => {
    if (cells.length === 0) {
      return '';
    }
    const line = index + 1;
    const written = cells.map((cell, column) =>
      cell === null ? '' : encode(cell, `${letters[column] ?? columnLetters(column)}${line}`),
    );
    return `<row r="${line}">${written.join('')}</row>`;
  });
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function workbookXml(sheets: readonly XlsxSheet[], date1904: boolean): string {
  const tabs = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${tabs.join('')}</sheets></workbook>`;
}

function stylesXml(formats: readonly string[]): string {
  const builtIn = (format: string): boolean => /^\d+$/.test(format) && Number(format) < FIRST_CUSTOM_FORMAT;
  const idOf = (format: string, index: number): string =>
    builtIn(format) ? format : String(FIRST_CUSTOM_FORMAT + index);
  const custom = formats.map((format, index) =>
    builtIn(format) ? '' : `<numFmt numFmtId="${idOf(format, index)}" formatCode="${escapeXml(format)}"/>`,
  );
  const styles = formats.map((format, index) => `<xf numFmtId="${idOf(format, index)}" xfId="0"/>`);
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts>` +
    `<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
  );
}

function relationsXml(relations: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const lines = relations.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

function override(part: string, kind: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
