/**
 * How a sheet is printed, read from its part and from the workbook's names.
 */
import { MAX_COLUMNS, MAX_ROWS, parseAddress, type Area } from '../../../../formats/xlsx/address';
import { unescapeText } from '../../../../formats/xlsx/escaped-text';
import { attributesOf, isOn, type Attributes } from '../../../../formats/xml/attributes';
import { resolveReferences } from '../../../../formats/xml/references';
import type { XmlListener } from '../../../../formats/xml/xml-scanner';
import {
  NO_HEADERS,
  PAPER_SIZES,
  USUAL_PAGE,
  type HeaderFooterContent,
  type PageMargins,
  type PageSetup,
} from '../../../values/page-setup';

const POINTS_PER_INCH = 72;
const TEXTS = /^(odd|even|first)(Header|Footer)$/;

/** A header or footer in its three parts: a code begins each, and what comes before any stands in the middle. */
export function readSections(text: string): { left: string; center: string; right: string } {
  const parts = { L: '', C: '', R: '' };
  let part: keyof typeof parts = 'C';
  for (const piece of text.match(/&&|&[LCR]|[^&]+|&/g) ?? []) {
    if (/^&[LCR]$/.test(piece)) {
      part = piece.charAt(1) as keyof typeof parts;
    } else {
      parts[part] += piece;
    }
  }
  return { left: parts.L, center: parts.C, right: parts.R };
}

/** Hears a sheet's part, and keeps what it says of printing. */
export class PageReader implements XmlListener {
  private readonly found = new Map<string, Attributes>();
  private readonly texts = new Map<string, string>();
  private textOf: string | null = null;

  open(name: string, raw: string): void {
    switch (name) {
      case 'pageSetUpPr':
      case 'printOptions':
      case 'pageMargins':
      case 'pageSetup':
      case 'headerFooter':
        if (!this.found.has(name)) {
          this.found.set(name, attributesOf(raw));
        }
        break;
      case 'oddHeader':
      case 'oddFooter':
      case 'evenHeader':
      case 'evenFooter':
      case 'firstHeader':
      case 'firstFooter':
        this.textOf = name;
        break;
    }
  }

  text(raw: string): void {
    if (this.textOf !== null) {
      this.texts.set(this.textOf, (this.texts.get(this.textOf) ?? '') + resolveReferences(raw));
    }
  }

  close(name: string): void {
    if (this.textOf !== null && TEXTS.test(name)) {
      this.textOf = null;
    }
  }

  /** What was heard, with what the workbook's names say; undefined if nothing differs from a new sheet. */
  setup(printArea: string, printTitles: string): PageSetup | undefined {
    const titles = areasOf(printTitles);
    const rows = titles.find(({ columnCount }) => columnCount === MAX_COLUMNS);
    const columns = titles.find(({ rowCount }) => rowCount === MAX_ROWS);
    const setup: PageSetup = {
      ...this.layout(),
      margins: this.margins(),
      areas: areasOf(printArea),
      titleRows: rows ? { first: rows.row, count: rows.rowCount } : null,
      titleColumns: columns ? { first: columns.column, count: columns.columnCount } : null,
      ...this.headers(),
    };
    const isUsual = Object.keys({ ...USUAL_PAGE, ...setup }).every((key) => {
      const part = key as keyof PageSetup;
      return JSON.stringify(setup[part]) === JSON.stringify(USUAL_PAGE[part]);
    });
    return isUsual ? undefined : setup;
  }

  private layout(): Omit<PageSetup, 'margins' | 'areas' | 'titleRows' | 'titleColumns' | 'usual'> {
    const options = this.found.get('printOptions');
    const page = this.found.get('pageSetup');
    const paper = PAPER_SIZES.find(([, number]) => String(number) === page?.get('paperSize'))?.[0];
    const isFitted = isOn(this.found.get('pageSetUpPr')?.get('fitToPage'));
    const pages = (name: string): number => {
      const count = Number(page?.get(name) ?? 1);
      return Number.isInteger(count) && count >= 0 ? count : 1;
    };
    const [wide, tall] = [pages('fitToWidth'), pages('fitToHeight')];
    const scale = Number(page?.get('scale'));
    return {
      isLandscape: page?.get('orientation') === 'landscape',
      ...(paper ? { paper } : {}),
      centersHorizontally: isOn(options?.get('horizontalCentered')),
      centersVertically: isOn(options?.get('verticalCentered')),
      printsGridlines: isOn(options?.get('gridLines')),
      printsHeadings: isOn(options?.get('headings')),
      ...(!isFitted && scale >= 10 && scale <= 400 && scale !== 100 ? { scale } : {}),
      ...(isFitted && wide > 0 ? { pagesWide: wide } : {}),
      ...(isFitted && tall > 0 ? { pagesTall: tall } : {}),
    };
  }

  private margins(): PageMargins {
    const stated = this.found.get('pageMargins');
    const size = (name: keyof PageMargins): number => {
      const inches = Number(stated?.get(name));
      return stated?.has(name) && inches >= 0
        ? Math.round(inches * POINTS_PER_INCH * 1e4) / 1e4
        : USUAL_PAGE.margins[name];
    };
    return {
      left: size('left'),
      right: size('right'),
      top: size('top'),
      bottom: size('bottom'),
      header: size('header'),
      footer: size('footer'),
    };
  }

  private headers(): Pick<PageSetup, 'usual' | 'firstPage' | 'evenPages'> {
    const kinds = this.found.get('headerFooter');
    return {
      usual: this.headersOf('odd'),
      ...(isOn(kinds?.get('differentFirst')) ? { firstPage: this.headersOf('first') } : {}),
      ...(isOn(kinds?.get('differentOddEven')) ? { evenPages: this.headersOf('even') } : {}),
    };
  }

  private headersOf(pages: string): HeaderFooterContent {
    const header = readSections(unescapeText(this.texts.get(`${pages}Header`) ?? ''));
    const footer = readSections(unescapeText(this.texts.get(`${pages}Footer`) ?? ''));
    return {
      ...NO_HEADERS,
      leftHeader: header.left,
      centerHeader: header.center,
      rightHeader: header.right,
      leftFooter: footer.left,
      centerFooter: footer.center,
      rightFooter: footer.right,
    };
  }
}

/** The areas of `Sheet!$A$1:$B$2,Sheet!$D$1`; a comma can also stand in a sheet's name. */
function areasOf(references: string): Area[] {
  return (references.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? []).flatMap((text) => parseAddress(text)?.area ?? []);
}
