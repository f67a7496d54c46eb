import { looksLikeEcbHistory, readEcbHistory } from '../rates/ecb-history';
import { monthlyRates, type IncompleteMonth, type MonthlyRate } from '../rates/monthly-rates';
import { fileMessages } from '../messages';
import { openCsv } from './csv/open-csv';
import { FileProblem } from './file-problem';
import { openJson, openJsonLines } from './json/open-json';
import type { OpenedFile, TextReading } from './text-table';
import { openXlsx } from './xlsx/open-xlsx';

/** The European Central Bank's history of rates, averaged by month. */
export interface OpenedRates {
  readonly kind: 'rates';
  readonly rates: readonly MonthlyRate[];
  readonly incomplete: readonly IncompleteMonth[];
}
