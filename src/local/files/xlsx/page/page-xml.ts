/**
 * How a sheet is printed, as its part and the workbook's names have it.
 */
import {
  columnsArea,
  PAPER_SIZES,
  rowsArea,
  USUAL_PAGE,
  type HeaderFooterContent,
  type PageSetup,
} from '../../../values/page-setup';
import { fixedReference } from '../chart/reference';
import { xmlAttribute, xmlFormula, xmlText } from '../xml-text';

const POINTS_PER_INCH = 72;

function inches(points: number): number {
  return Math.round((points / POINTS_PER_INCH) * 1e6) / 1e6;
}

/** The three parts of a header or footer as one text. */
export function sectionsText(left: string, center: string, right: string): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}

function headers(pages: string, content: HeaderFooterContent | undefined): string {
  if (!content) {
    return '';
  }
  const header = sectionsText(content.leftHeader, content.centerHeader, content.rightHeader);
  const footer = sectionsText(content.leftFooter, content.centerFooter, content.rightFooter);
  return (
    (header && `<${pages}Header>${xmlText(header)}</${pages}Header>`) +
    (footer && `<${pages}Footer>${xmlText(footer)}</${pages}Footer>`)
  );
}

/** Whether the sheet is fitted to a number of pages, which is told at its part's beginning. */
export function isFitted({ pagesWide, pagesTall }: PageSetup): boolean {
  return pagesWide !== undefined || pagesTall !== undefined;
}

/** The elements between a sheet's merged cells and its drawing. */
export function pageXml(page: PageSetup = USUAL_PAGE): string {
  if (page === USUAL_PAGE) {
    return '';
  }
  const { margins, paper, scale, pagesWide, pagesTall, firstPage, evenPages } = page;
  const on = (name: string, isOn: boolean): string => (isOn ? ` ${name}="1"` : '');
  const options =
    on('horizontalCentered', page.centersHorizontally) +
    on('verticalCentered', page.centersVertically) +
    on('headings', page.printsHeadings) +
    on('gridLines', page.printsGridlines);
  const size = PAPER_SIZES.find(([name]) => name === paper)?.[1];
  const texts = headers('odd', page.usual) + headers('even', evenPages) + headers('first', firstPage);
  const kinds = on('differentOddEven', evenPages !== undefined) + on('differentFirst', firstPage !== undefined);
  return (
    (options === '' ? '' : `<printOptions${options}/>`) +
    `<pageMargins left="${inches(margins.left)}" right="${inches(margins.right)}" top="${inches(margins.top)}" ` +
    `bottom="${inches(margins.bottom)}" header="${inches(margins.header)}" footer="${inches(margins.footer)}"/>` +
    `<pageSetup${size === undefined ? '' : ` paperSize="${size}"`}${scale === undefined ? '' : ` scale="${scale}"`}` +
    `${isFitted(page) ? ` fitToWidth="${pagesWide ?? 0}" fitToHeight="${pagesTall ?? 0}"` : ''}` +
    ` orientation="${page.isLandscape ? 'landscape' : 'portrait'}"/>` +
    (texts === '' && kinds === '' ? '' : `<headerFooter${kinds}>${texts}</headerFooter>`)
  );
}

/** The names under which Excel keeps a sheet's print area and repeated lines, with their places among the sheets. */
export function printNamesXml(sheets: readonly { readonly name: string; readonly page?: PageSetup }[]): string[] {
  return sheets.flatMap(({ name, page }, place) => {
    const areas = (page?.areas ?? []).map((area) => fixedReference({ sheet: name, area }));
    const lines = [
      ...(page?.titleColumns ? [columnsArea(page.titleColumns)] : []),
      ...(page?.titleRows ? [rowsArea(page.titleRows)] : []),
    ].map((area) => fixedReference({ sheet: name, area }));
    return [['_xlnm.Print_Area', areas] as const, ['_xlnm.Print_Titles', lines] as const].flatMap(
      ([key, references]) =>
        references.length === 0
          ? []
          : [
              `<definedName name="${xmlAttribute(key)}" localSheetId="${place}">${xmlFormula(references.join(','))}</definedName>`,
            ],
    );
  });
}
