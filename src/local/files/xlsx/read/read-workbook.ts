/**
 * From the bytes of an .xlsx file to a workbook's content. Parts that this page knows nothing of are passed over.
 */
import { intersect } from '../../../../formats/xlsx/address';
import { PLAIN_STYLE, type NameContent, type SheetContent, type TableContent, type WorkbookContent } from '../content';
import type { FunctionNames } from '../formula/function-names';
import { readFormula } from '../formula/read-formula';
import { unescapeCharacters } from '../xml-text';
import { XlsxProblem } from '../xlsx-problem';
import { readTheme } from './colors';
import { relationshipsOf, type Relationship } from './relationships';
import type { SharedParts } from './cell';
import { readSheet } from './sheet';
import { readStrings } from './strings';
import { readStyles } from './styles';
import { readTable } from './table';
import { Parts } from './unzip';
import { isYes, readXml, wholeNumber } from './xml-events';

interface SheetEntry {
  readonly name: string;
  readonly visibility: SheetContent['visibility'];
  readonly relationshipId: string;
}

interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameContent[];
  readonly activeTab: number;
  readonly countsFrom1904: boolean;
}

const MOST_SHEETS = 1_000;

function visibilityOf(state: string | undefined): SheetContent['visibility'] {
  return state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
}

function readWorkbookPart(part: string, xml: string, functions: FunctionNames): WorkbookPart {
  const sheets: SheetEntry[] = [];
  const names = new Map<string, NameContent>();
  let activeTab = 0;
  let countsFrom1904 = false;
  let open: { name: string; comment: string; isUsersOwn: boolean } | null = null;
  readXml(part, xml, {
    opened: (element, attributes) => {
      if (element === 'sheet') {
        sheets.push({
          name: unescapeCharacters(attributes.get('name') ?? ''),
          visibility: visibilityOf(attributes.get('state')),
          relationshipId: attributes.get('id') ?? '',
        });
      } else if (element === 'workbookView') {
        activeTab = wholeNumber(attributes.get('activeTab')) ?? 0;
      } else if (element === 'workbookPr') {
        countsFrom1904 = isYes(attributes.get('date1904'));
      } else if (element === 'definedName') {
        const name = attributes.get('name') ?? '';
        // Excel keeps print areas and filters under names of its own.
        const isUsersOwn = !name.startsWith('_xlnm.') && !isYes(attributes.get('hidden'));
        open = { name, comment: unescapeCharacters(attributes.get('comment') ?? ''), isUsersOwn };
      }
    },
    closed: (element, text) => {
      if (element === 'definedName' && open?.isUsersOwn) {
        const formula = readFormula(text, functions);
        const key = open.name.toLowerCase();
        if (formula !== null && !names.has(key)) {
          names.set(key, { name: open.name, formula, comment: open.comment });
        }
      }
    },
  });
  return { sheets, names: [...names.values()], activeTab, countsFrom1904 };
}

class WorkbookReader {
  private readonly relationships: readonly Relationship[];

  constructor(
    private readonly parts: Parts,
    private readonly path: string,
    private readonly functions: FunctionNames,
  ) {
    this.relationships = relationshipsOf(parts, path);
  }

  read(): WorkbookContent {
    const book = readWorkbookPart(this.path, this.parts.text(this.path) ?? '', this.functions);
    const shared = this.sharedParts(book.countsFrom1904);
    const tableNames = new Set(book.names.map(({ name }) => name.toLowerCase()));
    const sheetNames = new Set<string>();
    const sheets: SheetContent[] = [];
    let activeSheet = -1;
    for (const [index, entry] of book.sheets.slice(0, MOST_SHEETS).entries()) {
      const place = this.relationships.find(({ id, kind }) => id === entry.relationshipId && kind === 'worksheet');
      const xml = place && this.parts.text(place.path);
      // A chart on a sheet of its own has no cells.
      if (place && typeof xml === 'string') {
        activeSheet = index === book.activeTab ? sheets.length : activeSheet;
        const name = freeName(entry.name || `Sheet${index + 1}`, sheetNames);
        sheets.push({
          ...readSheet(place.path, xml, shared),
          name,
          visibility: entry.visibility,
          tables: this.tables(place.path, tableNames),
        });
      }
    }
    return { ...withOneVisible(sheets, activeSheet), names: book.names };
  }

  private sharedParts(countsFrom1904: boolean): SharedParts {
    const theme = this.related('theme', readTheme) ?? [];
    return {
      theme,
      strings: this.related('sharedStrings', readStrings) ?? [],
      styles: this.related('styles', (part, xml) => readStyles(part, xml, theme)) ?? [PLAIN_STYLE],
      names: this.functions,
      countsFrom1904,
    };
  }

  private related<T>(wanted: string, read: (part: string, xml: string) => T): T | null {
    const place = this.relationships.find(({ kind }) => kind === wanted);
    const xml = place ? this.parts.text(place.path) : null;
    return place && xml !== null ? read(place.path, xml) : null;
  }

  private tables(sheetPath: string, taken: Set<string>): TableContent[] {
    const tables: TableContent[] = [];
    for (const { kind, path } of relationshipsOf(this.parts, sheetPath)) {
      const xml = kind === 'table' ? this.parts.text(path) : null;
      const table = xml === null ? null : readTable(path, xml);
      const isUsable =
        table && !taken.has(table.name.toLowerCase()) && !tables.some(({ area }) => intersect(area, table.area));
      if (isUsable) {
        taken.add(table.name.toLowerCase());
        tables.push(table);
      }
    }
    return tables;
  }
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    name = `${wanted} (${number})`;
  }
  taken.add(name.toLowerCase());
  return name;
}

function withOneVisible(
  sheets: readonly SheetContent[],
  active: number,
): Pick<WorkbookContent, 'sheets' | 'activeSheet'> {
  if (sheets.length === 0) {
    throw new XlsxProblem('This file has no worksheet. Choose another workbook.');
  }
  const firstVisible = sheets.findIndex(({ visibility }) => visibility === 'Visible');
  if (firstVisible < 0) {
    return {
      sheets: sheets.map((sheet, index) => (index === 0 ? { ...sheet, visibility: 'Visible' } : sheet)),
      activeSheet: 0,
    };
  }
  return { sheets, activeSheet: sheets[active]?.visibility === 'Visible' ? active : firstVisible };
}

/** Reads the file; throws an XlsxProblem where it cannot be opened. */
export function readWorkbook(bytes: Uint8Array, functions: FunctionNames): WorkbookContent {
  const parts = Parts.of(bytes);
  const place = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  if (place && /\.bin$/i.test(place.path)) {
    throw new XlsxProblem(
      'This is a binary workbook (.xlsb). In Excel, save it as "Excel Workbook (.xlsx)" and open that.',
    );
  }
  if (!place || parts.text(place.path) === null || !/<(?:\w+:)?workbook\b/.test(parts.text(place.path) ?? '')) {
    throw new XlsxProblem(
      'This file is not an .xlsx workbook, or it is damaged. In Excel, save it as "Excel Workbook (.xlsx)" and open that.',
    );
  }
  return new WorkbookReader(parts, place.path, functions).read();
}
