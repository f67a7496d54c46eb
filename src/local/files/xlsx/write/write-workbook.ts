/**
 * From a workbook's content to the bytes of an .xlsx file. The same content always gives the same bytes.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { ChartContent } from '../../../values/chart';
import { ChartCells, chartXml } from '../chart/chart-part';
import { drawingXml } from '../chart/drawing-part';
import { printNamesXml } from '../page/page-xml';
import type { ExternalLink, NameContent, WorkbookContent } from '../../../values/content';
import type { FunctionNames } from '../formula/function-names';
import { xmlAttribute, xmlFormula, XML_HEAD } from '../xml-text';
import { isCallOfAddin } from '../formula/read-formula';
import { writtenFormula } from '../formula/written-formula';
import { FileProblem } from '../../../../formats/file/file-problem';
import { MAX_SHEET_NAME } from '../../../../formats/xlsx/excel-limits';
import type { SharedBooks } from './cell-xml';
import { sheetXml } from './sheet-part';
import { StringBook } from './string-book';
import { StyleBook } from './style-book';
import { tableXml, writtenTables } from './table-part';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Zip knows no time zone: a date as this machine's clock would show it, the same everywhere. */
const ZIP_DATE = new Date(1980, 0, 1);
const FORBIDDEN_IN_SHEET_NAME = /[\\/?*[\]:]|^'|'$|^$/;
const NAME = /^(?!(?:[a-z]{1,3}\d+|r\d*c\d*|[rc])$)[\p{L}_\\][\p{L}\p{N}_.\\?]*$/iu;

/** Excel's mark for a cell whose formula is a dynamic array; `cm="1"` points here. */
const METADATA =
  `${XML_HEAD}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" ' +
  'splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

/** LibreOffice believes the values in a file only of programs that it knows, and would calculate the others anew. */
const PROPERTIES =
  `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>';

interface Relationship {
  readonly type: string;
  readonly target: string;
}

function relationshipsXml(relationships: readonly Relationship[]): string {
  const items = relationships.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const PART_TYPES: readonly (readonly [path: RegExp, type: string])[] = [
  [/^xl\/workbook\.xml$/, 'sheet.main'],
  [/^xl\/worksheets\/sheet\d+\.xml$/, 'worksheet'],
  [/^xl\/tables\//, 'table'],
  [/^xl\/styles\.xml$/, 'styles'],
  [/^xl\/sharedStrings\.xml$/, 'sharedStrings'],
  [/^xl\/metadata\.xml$/, 'sheetMetadata'],
  [/^xl\/externalLinks\/externalLink\d+\.xml$/, 'externalLink'],
];

const DRAWING_TYPES: readonly (readonly [path: RegExp, type: string])[] = [
  [/^xl\/drawings\/drawing\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawing+xml'],
  [/^xl\/charts\/chart\d+\.xml$/, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'],
];

function contentType(path: string): string | null {
  const part = PART_TYPES.find(([pattern]) => pattern.test(path))?.[1];
  return part ? `${CONTENT_TYPE}.${part}+xml` : (DRAWING_TYPES.find(([pattern]) => pattern.test(path))?.[1] ?? null);
}

function contentTypesXml(paths: readonly string[]): string {
  const overrides = paths.flatMap((path) => {
    const type = contentType(path);
    return type ? [`<Override PartName="/${path}" ContentType="${type}"/>`] : [];
  });
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>${overrides.join('')}</Types>`
  );
}

function checkSheets({ sheets }: WorkbookContent): void {
  const taken = new Set<string>();
  for (const { name } of sheets) {
    if (FORBIDDEN_IN_SHEET_NAME.test(name) || name.length > MAX_SHEET_NAME || taken.has(name.toLowerCase())) {
      throw new FileProblem(
        `Excel takes no sheet with the name "${name}". Give the sheet another name and save again.`,
      );
    }
    taken.add(name.toLowerCase());
  }
}

const STATES = { Visible: '', Hidden: ' state="hidden"', VeryHidden: ' state="veryHidden"' };

function namesXml({ names, sheets, externalLinks = [] }: WorkbookContent, functions: FunctionNames): string {
  const key = ({ name, sheet = -1 }: NameContent): string => `${name.toLowerCase()}!${String(sheet + 1).padStart(6)}`;
  const defined = [...names]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .flatMap(({ name, formula, comment, sheet, isHidden }) => {
      const text = NAME.test(name) ? writtenFormula(formula, functions, null, externalLinks.length)?.text : undefined;
      const scope = (sheet === undefined ? '' : ` localSheetId="${sheet}"`) + (isHidden ? ' hidden="1"' : '');
      const note = comment === '' ? '' : ` comment="${xmlAttribute(comment)}"`;
      return text === undefined
        ? []
        : [`<definedName name="${xmlAttribute(name)}"${note}${scope}>${xmlFormula(text)}</definedName>`];
    });
  const all = [...printNamesXml(sheets), ...defined];
  return all.length === 0 ? '' : `<definedNames>${all.join('')}</definedNames>`;
}

/**
 * The version of Excel's own calculation makes Excel believe the results that stand in the file; without it, Excel calculates all
 * of them when it opens the file. Results of the add-in's functions are to be believed: Excel may not have the add-in. What the grid
 * worked out by itself is for Excel to work out.
 */
function calculationXml({ sheets }: WorkbookContent, functions: FunctionNames): string {
  const isByAddin = sheets.every(({ cells }) =>
    cells.every(({ formula }) => formula === '' || isCallOfAddin(formula, functions)),
  );
  return isByAddin ? '<calcPr calcId="191029"/>' : '<calcPr/>';
}

function workbookXml(content: WorkbookContent, functions: FunctionNames, externalIds: readonly string[]): string {
  const { sheets, activeSheet } = content;
  const entries = sheets.map(
    ({ name, visibility }, index) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}"${STATES[visibility]} r:id="rId${index + 1}"/>`,
  );
  const external = externalIds.map((id) => `<externalReference r:id="${id}"/>`);
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView activeTab="${activeSheet}"/></bookViews>` +
    `<sheets>${entries.join('')}</sheets>` +
    (external.length === 0 ? '' : `<externalReferences>${external.join('')}</externalReferences>`) +
    namesXml(content, functions) +
    `${calculationXml(content, functions)}</workbook>`
  );
}

/** The parts of links to other workbooks, as the file that was opened had them. */
function externalParts(links: readonly ExternalLink[]): [path: string, xml: string][] {
  return links.flatMap(({ xml, relationships }, index) => {
    const file = `externalLink${index + 1}.xml`;
    const related: [string, string][] =
      relationships === '' ? [] : [[`xl/externalLinks/_rels/${file}.rels`, relationships]];
    return [[`xl/externalLinks/${file}`, xml], ...related];
  });
}

/** The parts of all charts, and those that say where they lie. */
class DrawingParts {
  readonly parts = new Map<string, string>();
  private drawingCount = 0;
  private chartCount = 0;

  constructor(private readonly cells: ChartCells) {}

  /** Adds those of one sheet; gives the file's name of the drawing. */
  add(charts: readonly ChartContent[]): string {
    const file = `drawing${++this.drawingCount}.xml`;
    const targets = charts.map((chart) => {
      const target = `chart${++this.chartCount}.xml`;
      this.parts.set(`xl/charts/${target}`, chartXml(chart, this.cells));
      return { type: 'chart', target: `../charts/${target}` };
    });
    this.parts.set(`xl/drawings/${file}`, drawingXml(charts));
    this.parts.set(`xl/drawings/_rels/${file}.rels`, relationshipsXml(targets));
    return file;
  }
}

/** The parts of the sheets, and of what lies on them. */
function sheetParts(content: WorkbookContent, books: SharedBooks): Map<string, string> {
  const sheets = new Map<string, string>();
  const tables = new Map<string, string>();
  const drawings = new DrawingParts(new ChartCells(content.sheets));
  for (const [index, sheet] of content.sheets.entries()) {
    const file = `sheet${index + 1}.xml`;
    const ofSheet = writtenTables(sheet);
    const targets = ofSheet.map((table) => {
      const number = tables.size + 1;
      tables.set(`xl/tables/table${number}.xml`, tableXml(table, number));
      return { type: 'table', target: `../tables/table${number}.xml` };
    });
    sheets.set(`xl/worksheets/${file}`, sheetXml(sheet, index === content.activeSheet, ofSheet, books));
    if (sheet.charts && sheet.charts.length > 0) {
      targets.push({ type: 'drawing', target: `../drawings/${drawings.add(sheet.charts)}` });
    }
    if (targets.length > 0) {
      sheets.set(`xl/worksheets/_rels/${file}.rels`, relationshipsXml(targets));
    }
  }
  return new Map([...sheets, ...tables, ...drawings.parts]);
}

/** All parts of the file by their paths, in the order in which they are stored. */
function workbookParts(content: WorkbookContent, functions: FunctionNames): Map<string, string> {
  checkSheets(content);
  const { externalLinks = [] } = content;
  const books: SharedBooks = {
    strings: new StringBook(),
    styles: new StyleBook(),
    names: functions,
    externalBooks: externalLinks.length,
  };
  const sheets = sheetParts(content, books);
  const ofWorkbook = [
    ...content.sheets.map((_, index) => ({ type: 'worksheet', target: `worksheets/sheet${index + 1}.xml` })),
    { type: 'styles', target: 'styles.xml' },
    { type: 'sharedStrings', target: 'sharedStrings.xml' },
    { type: 'sheetMetadata', target: 'metadata.xml' },
  ];
  const externalIds = externalLinks.map((_, index) => `rId${ofWorkbook.length + index + 1}`);
  const links = externalLinks.map((_, index) => ({
    type: 'externalLink',
    target: `externalLinks/externalLink${index + 1}.xml`,
  }));
  const parts = new Map([
    ['xl/workbook.xml', workbookXml(content, functions, externalIds)],
    ['xl/_rels/workbook.xml.rels', relationshipsXml([...ofWorkbook, ...links])],
    ...externalParts(externalLinks),
    ...sheets,
    ['xl/styles.xml', books.styles.xml()],
    ['xl/sharedStrings.xml', books.strings.xml()],
    ['xl/metadata.xml', METADATA],
  ]);
  return new Map([
    ['[Content_Types].xml', contentTypesXml([...parts.keys()])],
    [
      '_rels/.rels',
      relationshipsXml([
        { type: 'officeDocument', target: 'xl/workbook.xml' },
        { type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
    ],
    ['docProps/app.xml', PROPERTIES],
    ...parts,
  ]);
}

/** The file. */
export function writeWorkbook(content: WorkbookContent, functions: FunctionNames): Uint8Array {
  const zippable: Zippable = {};
  for (const [path, xml] of workbookParts(content, functions)) {
    zippable[path] = [strToU8(xml), { mtime: ZIP_DATE, level: 6 }];
  }
  return zipSync(zippable);
}
