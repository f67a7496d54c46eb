/* What AIBUDGET, AIFORECAST and AIBRIDGE need, in one script. */
export { bridge } from '../../domain/figures/bridge';
export { budget } from '../../domain/figures/budget';
export { forecast } from '../../domain/figures/forecast';
export { bridgeTable } from './bridge-table';
export { budgetCell } from './budget-cell';
export { forecastTable } from './forecast-table';
