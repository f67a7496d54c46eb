/**
 * Excel.PageLayout, HeaderFooterGroup and HeaderFooter
 */
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../../formats/xlsx/address';
import { apiNotFound, HostError } from '../protocol/host-error';
import {
  columnsArea,
  NO_HEADERS,
  PAPER_SIZES,
  rowsArea,
  type HeaderFooterContent,
  type PageMargins,
  type PageSetup,
  type RepeatedLines,
} from '../values/page-setup';
import {
  booleanArgument,
  isObject,
  isOmitted,
  numberArgument,
  objectArgument,
  textArgument,
  wordArgument,
} from './arguments';
import { object, type Given, type ServedClass } from './excel-class';
import { rangeAt, rangeNode } from './ranges';
import type { HeaderFooterTarget, WorksheetTarget } from './targets';

function setupOf({ host, sheetId }: WorksheetTarget): PageSetup {
  return host.grid.pageSetups.of(sheetId);
}

function changeSetup({ host, sheetId }: WorksheetTarget, change: (setup: PageSetup) => PageSetup): void {
  host.change(() => host.grid.pageSetups.change(sheetId, change));
}

type Flag = 'centersHorizontally' | 'centersVertically' | 'printsGridlines' | 'printsHeadings';

function flag(key: Flag): {
  get: (target: WorksheetTarget) => boolean;
  set: (target: WorksheetTarget, value: Given<boolean>) => void;
} {
  return {
    get: (target) => setupOf(target)[key],
    set: (target, value) => {
      const isOn = booleanArgument(value);
      changeSetup(target, (setup) => ({ ...setup, [key]: isOn }));
    },
  };
}

function points(value: Given<number>): number {
  const number = numberArgument(value);
  if (number < 0) {
    throw new HostError('InvalidArgument', `${number} is not a margin.`);
  }
  return number;
}

function margin(key: keyof PageMargins): {
  get: (target: WorksheetTarget) => number;
  set: (target: WorksheetTarget, value: Given<number>) => void;
} {
  return {
    get: (target) => setupOf(target).margins[key],
    set: (target, value) => {
      const given = points(value);
      changeSetup(target, (setup) => ({ ...setup, margins: { ...setup.margins, [key]: given } }));
    },
  };
}

const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

/** Cells of the layout's own sheet, given as a range, several, or an address. */
function areasArgument({ host, sheetId }: WorksheetTarget, value: unknown): readonly Area[] {
  if (!isObject(value)) {
    return textArgument(value as Given<string>)
      .split(',')
      .map((address) => rangeAt(host, sheetId, address.trim()).area);
  }
  const { className } = value as { readonly className: string };
  const { sheetId: given, areas } =
    className === 'RangeAreas'
      ? objectArgument(value as Given<Excel.RangeAreas>, 'RangeAreas')
      : ((range) => ({ sheetId: range.sheetId, areas: [range.area] }))(
          objectArgument(value as Given<Excel.Range>, 'Range'),
        );
  if (given !== sheetId) {
    throw new HostError('InvalidArgument', 'The cells are not on the sheet of this layout.');
  }
  return areas;
}

function rowsArgument(target: WorksheetTarget, value: unknown): RepeatedLines {
  const [area] = areasArgument(target, value);
  if (area?.columnCount !== MAX_COLUMNS) {
    throw new HostError('InvalidArgument', 'The rows to repeat are given as whole rows, such as $1:$3.');
  }
  return { first: area.row, count: area.rowCount };
}

function columnsArgument(target: WorksheetTarget, value: unknown): RepeatedLines {
  const [area] = areasArgument(target, value);
  if (area?.rowCount !== MAX_ROWS) {
    throw new HostError('InvalidArgument', 'The columns to repeat are given as whole columns, such as $A:$B.');
  }
  return { first: area.column, count: area.columnCount };
}

function present<T>(value: T | null): T {
  if (value === null) {
    throw new HostError('ItemNotFound');
  }
  return value;
}

function printArea(target: WorksheetTarget) {
  const { areas } = setupOf(target);
  return areas.length === 0 ? null : object('RangeAreas', { ...target, areas });
}

function titleRows({ host, sheetId }: WorksheetTarget) {
  const rows = setupOf({ host, sheetId }).titleRows;
  return rows && rangeNode(host, sheetId, rowsArea(rows));
}

function titleColumns({ host, sheetId }: WorksheetTarget) {
  const columns = setupOf({ host, sheetId }).titleColumns;
  return columns && rangeNode(host, sheetId, columnsArea(columns));
}

/** The part of the zoom that is given, and nothing of what it was before. */
function zoomArgument(value: Given<Excel.PageLayoutZoomOptions>): Pick<PageSetup, 'scale' | 'pagesWide' | 'pagesTall'> {
  const given = (value ?? {}) as Excel.PageLayoutZoomOptions;
  const { scale, horizontalFitToPages: wide, verticalFitToPages: tall } = given;
  if (!isOmitted(scale) && (numberArgument(scale as Given<number>) < 10 || scale > 400)) {
    throw new HostError('InvalidArgument', `${scale} % is not a scale: Excel prints at 10 % to 400 %.`);
  }
  return {
    ...(isOmitted(scale) ? {} : { scale }),
    ...(isOmitted(wide) ? {} : { pagesWide: numberArgument(wide as Given<number>) }),
    ...(isOmitted(tall) ? {} : { pagesTall: numberArgument(tall as Given<number>) }),
  };
}

export const PageLayoutClass: ServedClass<'PageLayout'> = {
  scalars: {
    orientation: {
      get: (target) => (setupOf(target).isLandscape ? 'Landscape' : 'Portrait'),
      set: (target, value) => {
        const isLandscape = wordArgument(value as Given<string>, ['Portrait', 'Landscape']) === 'Landscape';
        changeSetup(target, (setup) => ({ ...setup, isLandscape }));
      },
    },
    paperSize: {
      get: (target) => setupOf(target).paper ?? 'Letter',
      set: (target, value) => {
        const given: unknown = value;
        const paper = PAPER_SIZES.find(([name]) => name === given)?.[0];
        if (!paper) {
          throw apiNotFound(`The paper size "${String(given)}"`);
        }
        changeSetup(target, (setup) => ({ ...setup, paper }));
      },
    },
    centerHorizontally: flag('centersHorizontally'),
    centerVertically: flag('centersVertically'),
    printGridlines: flag('printsGridlines'),
    printHeadings: flag('printsHeadings'),
    leftMargin: margin('left'),
    rightMargin: margin('right'),
    topMargin: margin('top'),
    bottomMargin: margin('bottom'),
    headerMargin: margin('header'),
    footerMargin: margin('footer'),
    zoom: {
      get: (target) => {
        const { scale, pagesWide, pagesTall } = setupOf(target);
        return pagesWide === undefined && pagesTall === undefined
          ? { scale: scale ?? 100 }
          : {
              ...(pagesWide === undefined ? {} : { horizontalFitToPages: pagesWide }),
              ...(pagesTall === undefined ? {} : { verticalFitToPages: pagesTall }),
            };
      },
      set: (target, value) => {
        const zoom = zoomArgument(value);
        changeSetup(target, ({ scale: _scale, pagesWide: _wide, pagesTall: _tall, ...rest }) => ({ ...rest, ...zoom }));
      },
    },
  },
  objects: { headersFooters: (target) => object('HeaderFooterGroup', target) },
  reads: {
    getPrintArea: (target) => present(printArea(target)),
    getPrintAreaOrNullObject: printArea,
    getPrintTitleRows: (target) => present(titleRows(target)),
    getPrintTitleRowsOrNullObject: titleRows,
    getPrintTitleColumns: (target) => present(titleColumns(target)),
    getPrintTitleColumnsOrNullObject: titleColumns,
  },
  writes: {
    setPrintArea: (target, area) => {
      const areas = areasArgument(target, area);
      changeSetup(target, (setup) => ({ ...setup, areas }));
    },
    setPrintTitleRows: (target, rows) => {
      const given = rowsArgument(target, rows);
      changeSetup(target, (setup) => ({ ...setup, titleRows: given }));
    },
    setPrintTitleColumns: (target, columns) => {
      const given = columnsArgument(target, columns);
      changeSetup(target, (setup) => ({ ...setup, titleColumns: given }));
    },
    setPrintMargins: (target, unit, options) => {
      const size = POINTS[wordArgument(unit as Given<keyof typeof POINTS>, ['Points', 'Inches', 'Centimeters'])];
      const given = Object.entries((options ?? {}) as Record<string, unknown>)
        .filter(([, value]) => !isOmitted(value))
        .map(([key, value]) => {
          const side = wordArgument(key as Given<keyof PageMargins>, [
            'left',
            'right',
            'top',
            'bottom',
            'header',
            'footer',
          ]);
          return [side, points(value as Given<number>) * size] as const;
        });
      changeSetup(target, (setup) => ({ ...setup, margins: { ...setup.margins, ...Object.fromEntries(given) } }));
    },
  },
};

export const HeaderFooterGroupClass: ServedClass<'HeaderFooterGroup'> = {
  scalars: {
    state: {
      get: (target) => {
        const { firstPage, evenPages } = setupOf(target);
        return firstPage && evenPages
          ? 'FirstOddAndEven'
          : firstPage
            ? 'FirstAndDefault'
            : evenPages
              ? 'OddAndEven'
              : 'Default';
      },
      set: (target, value) => {
        const state = wordArgument(value as Given<string>, [
          'Default',
          'FirstAndDefault',
          'OddAndEven',
          'FirstOddAndEven',
        ]);
        changeSetup(target, ({ firstPage, evenPages, ...rest }) => ({
          ...rest,
          ...(state.startsWith('First') ? { firstPage: firstPage ?? NO_HEADERS } : {}),
          ...(state.endsWith('Even') ? { evenPages: evenPages ?? NO_HEADERS } : {}),
        }));
      },
    },
  },
  objects: {
    defaultForAllPages: (target) => object('HeaderFooter', { ...target, pages: 'usual' }),
    oddPages: (target) => object('HeaderFooter', { ...target, pages: 'usual' }),
    firstPage: (target) => object('HeaderFooter', { ...target, pages: 'firstPage' }),
    evenPages: (target) => object('HeaderFooter', { ...target, pages: 'evenPages' }),
  },
};

function headerText(key: keyof HeaderFooterContent): {
  get: (target: HeaderFooterTarget) => string;
  set: (target: HeaderFooterTarget, value: Given<string>) => void;
} {
  return {
    get: (target) => (setupOf(target)[target.pages] ?? NO_HEADERS)[key],
    set: (target, value) => {
      const text = textArgument(value);
      const { pages } = target;
      changeSetup(target, (setup) => ({ ...setup, [pages]: { ...(setup[pages] ?? NO_HEADERS), [key]: text } }));
    },
  };
}

export const HeaderFooterClass: ServedClass<'HeaderFooter'> = {
  scalars: {
    leftHeader: headerText('leftHeader'),
    centerHeader: headerText('centerHeader'),
    rightHeader: headerText('rightHeader'),
    leftFooter: headerText('leftFooter'),
    centerFooter: headerText('centerFooter'),
    rightFooter: headerText('rightFooter'),
  },
};
