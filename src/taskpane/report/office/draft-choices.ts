import { addMonths, formatMonth, monthOfSerial, type Month } from '../../../domain/calendar/month';
import { knownMonth } from '../../../domain/calendar/known-month';
import { accountOf } from '../../../domain/figures/monthly-series';
import type { Account } from '../../../domain/ledger/account';
import type { Book } from '../../../domain/ledger/book';
import { ALL } from '../../../domain/ledger/name-key';
import { Problem } from '../../../domain/messages/problem';
import { isNumber, MONTH_FORMAT, type CellOutput, type NumberCell } from '../../../functions/call/cell-output';
import { statedPeriod, type ReportChoices } from '../../../workbook/report/report-choices';
import type { ReportDraft } from '../../contract/report-services';
import { answerOf } from './report-calls';

/** A draft with all that follows from it and the tables. */
export interface UnderstoodDraft {
  readonly account: Account;
  readonly choices: ReportChoices;
  /** The period and that compared with, as the functions take them. */
  readonly period: string;
  readonly compared: string;
  readonly lastMonth: Month;
}

/** In what most bills of models count; the first to try. */
const USUAL_UNIT = '1M tokens';

/**
 * What a draft asks for.
 *
 * @throws Problem for a period that cannot be read, or where nothing is on record
 */
export function understood(book: Book, draft: ReportDraft): UnderstoodDraft {
  const { client, vendor, comparison, currency, by, sections } = draft;
  const account = accountOf(book, client, vendor === '' ? ALL : vendor);
  const rows = account.months.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const units = [...new Set(rows.flatMap(({ more }) => (more.quantity === null ? [] : [more.unit])))];
  const hasModels = rows.some(({ more }) => more.model !== '');
  const period =
    draft.period.trim() === ''
      ? ({ kind: 'latest' } as const)
      : statedPeriod(draft.period.trim(), book.fiscalYearStart());
  // The latest month is a stated one once it is known.
  const stated = period.kind === 'stated' ? period : statedPeriod(formatMonth(latestMonth(book, draft)), 1);
  return {
    account,
    period: stated.text,
    compared: comparison === 'before' ? stated.before : stated.yearBefore,
    lastMonth: knownMonth(stated.lastMonth),
    choices: {
      client,
      vendor,
      period,
      comparison,
      currency: currency.trim().toUpperCase(),
      by,
      // AIBRIDGE tells clients apart only if all of them are asked for.
      bridgeBy: hasModels ? 'model' : by === 'client' && client !== ALL ? 'service' : by,
      unit: units.some((unit) => /tokens|MTok/i.test(unit)) ? USUAL_UNIT : (units[0] ?? USUAL_UNIT),
      sections,
    },
  };
}

/** The latest complete month, found as the report's own formula finds it. */
function latestMonth(book: Book, { client, vendor, currency }: ReportDraft): Month {
  const forecast = answerOf(book, 'AIFORECAST', [client, 1, 'last', currency, vendor]);
  const next = monthIn(forecast[1]?.[0]);
  if (next !== null) {
    return addMonths(next, -1);
  }
  const trend = answerOf(book, 'AITREND', [client, null, null, currency, vendor]);
  const [[first] = []] = trend;
  const last = monthIn(trend.at(-1)?.[0]);
  if (last === null) {
    throw first instanceof Problem ? first : new Problem('#N/A', 'No month is on record.');
  }
  return last;
}

function monthIn(cell: CellOutput | undefined): Month | null {
  return cell !== undefined && isMonthCell(cell) ? monthOfSerial(cell.value.toNumber()) : null;
}

function isMonthCell(cell: CellOutput): cell is NumberCell {
  return isNumber(cell) && cell.format === MONTH_FORMAT;
}
