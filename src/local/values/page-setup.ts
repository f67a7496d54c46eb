/**
 * How a sheet is printed, apart from any grid and any file format.
 */
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../formats/xlsx/address';

/** Sizes of paper that are known here: Excel's name, its number in files, and the sides in millimetres. */
export const PAPER_SIZES = [
  ['Letter', 1, 215.9, 279.4],
  ['Tabloid', 3, 279.4, 431.8],
  ['Legal', 5, 215.9, 355.6],
  ['Executive', 7, 184.2, 266.7],
  ['A3', 8, 297, 420],
  ['A4', 9, 210, 297],
  ['A5', 11, 148, 210],
  ['B4', 12, 250, 354],
  ['B5', 13, 182, 257],
] as const;
/** See PAPER_SIZES. */
export type PaperSize = (typeof PAPER_SIZES)[number][0];

/** What stands left, in the middle and right, in Excel's codes: `&P` the page, `&N` all pages, `&A` the sheet, `&D` the day. */
export interface HeaderFooterContent {
  readonly leftHeader: string;
  readonly centerHeader: string;
  readonly rightHeader: string;
  readonly leftFooter: string;
  readonly centerFooter: string;
  readonly rightFooter: string;
}

/** Lines that are repeated on every page. */
export interface RepeatedLines {
  readonly first: number;
  readonly count: number;
}

/** Distances from the edges of the paper, in points. */
export interface PageMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

/** How a sheet is printed. */
export interface PageSetup {
  readonly isLandscape: boolean;
  /** Absent: that of the printer. */
  readonly paper?: PaperSize;
  readonly margins: PageMargins;
  readonly centersHorizontally: boolean;
  readonly centersVertically: boolean;
  readonly printsGridlines: boolean;
  readonly printsHeadings: boolean;
  /** Percent; absent if it is fitted to pages. */
  readonly scale?: number;
  /** So many pages at most; absent: as many as it takes. */
  readonly pagesWide?: number;
  readonly pagesTall?: number;
  /** None: all that is used. */
  readonly areas: readonly Area[];
  readonly titleRows: RepeatedLines | null;
  readonly titleColumns: RepeatedLines | null;
  /** On all pages, or all that have none of their own. */
  readonly usual: HeaderFooterContent;
  readonly firstPage?: HeaderFooterContent;
  readonly evenPages?: HeaderFooterContent;
}

/** No headers and footers. */
export const NO_HEADERS: HeaderFooterContent = {
  leftHeader: '',
  centerHeader: '',
  rightHeader: '',
  leftFooter: '',
  centerFooter: '',
  rightFooter: '',
};

/** That of a new sheet in Excel: 0.7, 0.75 and 0.3 inches. */
export const USUAL_PAGE: PageSetup = {
  isLandscape: false,
  margins: {
    left: 50.4,
    right: 50.4,
    top: 54,
    bottom: 54,
    header: 21.6,
    footer: 21.6,
  },
  centersHorizontally: false,
  centersVertically: false,
  printsGridlines: false,
  printsHeadings: false,
  areas: [],
  titleRows: null,
  titleColumns: null,
  usual: NO_HEADERS,
};

/** Whole rows as an area. */
export function rowsArea({ first, count }: RepeatedLines): Area {
  return { row: first, column: 0, rowCount: count, columnCount: MAX_COLUMNS };
}

/** Whole columns as an area. */
export function columnsArea({ first, count }: RepeatedLines): Area {
  return { row: 0, column: first, rowCount: MAX_ROWS, columnCount: count };
}
