/**
 * Has cells show numbers and dates as the browser's language writes them.
 */
import { InterceptorEffectEnum } from '@univerjs/core';
import {
  INTERCEPTOR_POINT,
  InterceptCellContentPriority,
  SheetInterceptorService,
  SheetsNumfmtCellContentController,
} from '@univerjs/preset-sheets-core';
import { datesOfLanguage } from '../values/local-format';
import { numberLocale, numberText } from './number-text';
import { formulaData, type GridSession } from './session';

/** In English, all is as Univer has it. */
export function showAsLanguageWrites(session: GridSession): void {
  const { injector, conventions } = session;
  const locale = numberLocale(conventions);
  if (locale === null) {
    return;
  }
  // Univer declares the languages that its number formats know by themselves.
  injector.get(SheetsNumfmtCellContentController).setNumfmtLocal(locale as 'de');
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    // Right behind Univer's own, which has written the date by its format. The format itself is not to be touched: it is asked for.
    priority: InterceptCellContentPriority.NUMFMT - 0.5,
    handler: (cell, location, next) => {
      const format = cell?.s ? location.workbook.getStyles().get(cell.s)?.n?.pattern : undefined;
      if (!format || datesOfLanguage(format, conventions) === format) {
        return next(cell);
      }
      const { unitId, subUnitId, row, col, rawData } = location;
      const spilled = formulaData(session).getArrayFormulaCellData()[unitId]?.[subUnitId]?.[row]?.[col];
      const value = rawData?.v ?? spilled?.v;
      return next(typeof value === 'number' ? { ...cell, v: numberText(value, format, conventions) } : cell);
    },
  });
}
