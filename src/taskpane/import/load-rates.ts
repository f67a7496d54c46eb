import { ecbCurrencies, ecbMonthlyMeans } from '../../data/reference/ecb-monthly-means';
import { rateSource } from '../../data/reference/rates';
import type { CurrencyMean } from '../../data/rates/currency-means';
import { formatMonth } from '../../domain/calendar/month';
import { columnKey, locateColumns, monthOfCell, textOf, type RawTable } from '../../domain/ledger/table';
import { ratesPlanner } from '../../workbook/rates-plan';
import { planLog } from '../../workbook/import-log';
import { loadTables } from '../../workbook/table-load';
import type { LoadOptions, ImportReport } from './import-services';
