import { billMessages } from '../messages';
import { FileProblem } from '../../formats/file/file-problem';

/** Units of a currency per euro, as written in the file, by ISO date and then by currency. */
export type DailyRates = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Whether a header is that of the European Central Bank's file of daily rates: Date, then codes of currencies, the dollar among them. */
export function looksLikeEcbHistory(header: readonly string[]): boolean {
  const [date, ...currencies] = trimmed(header);
  return date === 'Date' && currencies.includes('USD') && currencies.every((code) => /^([A-Z]{3})?$/.test(code));
}

/**
 * Reads the European Central Bank's own file (eurofxref-hist.csv): a header of Date and currency codes, then one line for each
 * day, newest or oldest first, with N/A or nothing if a currency has no rate, and perhaps a comma at the end of each line.
 *
 * @throws FileProblem that names the line where the file is not what it should be
 */
export function parseDailyRates(csv: string): DailyRates {
  const [header = [], ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => trimmed(line.split(',')));
  if (header[0] !== 'Date') {
    throw new FileProblem(billMessages.noEcbHeader((header[0] ?? '').slice(0, 50)));
  }
  const currencies = header.slice(1);
  const twice = currencies.find((currency, at) => currency !== '' && currencies.indexOf(currency) !== at);
  if (twice !== undefined) {
    throw new FileProblem(billMessages.ecbCurrencyTwice(twice));
  }
  const rates = new Map<string, ReadonlyMap<string, string>>();
  lines.forEach(([date = '', ...cells], index) => {
    const line = index + 2;
    if (date === '') {
      return;
    }
    if (!isDate(date)) {
      throw new FileProblem(billMessages.notEcbDate(line, date.slice(0, 50)));
    }
    if (rates.has(date)) {
      throw new FileProblem(billMessages.ecbDateTwice(line, date));
    }
    rates.set(date, ratesOfDay(currencies, cells, line));
  });
  return rates;
}

function ratesOfDay(
  currencies: readonly string[],
  cells: readonly string[],
  line: number,
): ReadonlyMap<string, string> {
  const ofDay = new Map<string, string>();
  cells.forEach((cell, column) => {
    const currency = currencies[column] ?? '';
    if (currency === '' || cell === '' || cell === 'N/A') {
      return;
    }
    if (!/^\d{1,15}(\.\d{1,15})?$/.test(cell) || Number(cell) === 0) {
      throw new FileProblem(billMessages.notEcbRate(line, currency, cell.slice(0, 50)));
    }
    ofDay.set(currency, cell);
  });
  return ofDay;
}

/** A day since the euro began. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1999' ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function trimmed(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim());
}
