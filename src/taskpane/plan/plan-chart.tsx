import type { JSX } from 'preact';
import type { Plan, PlanMonth } from '../contract/plan-services';
import { Icon } from '../controls/icon';
import { CHART, drawnChart, type DrawnMonth } from './chart-geometry';

/** The months of a plan as columns, those to come with their band, and the budget as a line; the same as a table on demand. */
export function PlanChart({ plan }: { plan: Plan }): JSX.Element {
  const { months, finding } = plan;
  const { zero, months: drawn } = drawnChart(months);
  const [first, last] = [months[0], months.at(-1)];
  return (
    <div class="plan-course">
      <svg class="plan-chart" viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={finding}>
        <path class="plan-zero" d={`M0 ${zero}H${CHART.width}`} />
        {drawn.map((month) => (
          <MonthDrawing key={month.month} month={month} />
        ))}
      </svg>
      <p class="hint plan-span" aria-hidden="true">
        <span>{first?.month}</span>
        <span>{last?.month}</span>
      </p>
      <Legend months={months} method={plan.method} />
      <details class="section plan-table">
        <summary>
          <Icon name="chevron" />
          Months as a table
        </summary>
        <MonthTable plan={plan} />
      </details>
    </div>
  );
}

function MonthDrawing({ month }: { month: DrawnMonth }): JSX.Element {
  const { actual, forecast, band, budget } = month;
  return (
    <g>
      {forecast && <rect class="plan-forecast" {...forecast} />}
      {actual && <rect class="plan-actual" {...actual} />}
      {band && (
        <path
          class="plan-band"
          d={`M${band.x} ${band.top}V${band.bottom}M${band.x - 3} ${band.top}h6M${band.x - 3} ${band.bottom}h6`}
        />
      )}
      {budget && <path class="plan-budget" d={`M${budget.from} ${budget.y}H${budget.to}`} />}
    </g>
  );
}

/** What the marks of the drawing are, as far as it has them. */
function Legend({ months, method }: { months: readonly PlanMonth[]; method: string | null }): JSX.Element {
  const has = (part: keyof PlanMonth): boolean => months.some((month) => month[part] !== null);
  const entries = [
    has('actual') && ['plan-actual', 'M0 1h10v10h-10Z', 'Actual'],
    has('forecast') && ['plan-forecast', 'M1 1h8v9h-8Z', `Forecast (${method ?? ''})`],
    has('band') && ['plan-band', 'M5 1v10M2 1h6M2 11h6', '80 % band'],
    has('budget') && ['plan-budget', 'M0 6h12', 'Budget of the month'],
  ].flatMap((entry) => (entry === false ? [] : [entry]));
  return (
    <ul class="hint plan-legend" aria-hidden="true">
      {entries.map(([look, path, name]) => (
        <li key={name}>
          <svg viewBox="0 0 12 12" width="12" height="12">
            <path class={look} d={path} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** It scrolls sideways if amounts are long, so the keyboard can stop at it. */
function MonthTable({ plan: { months, currency } }: { plan: Plan }): JSX.Element {
  const hasBudget = months.some(({ budget }) => budget !== null);
  return (
    <div class="plan-scroll" role="region" aria-label="Months as a table" tabIndex={0}>
      <table>
        <caption class="hint">In {currency}; below a forecast its 80 % band</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Actual</th>
            <th scope="col">Forecast</th>
            {hasBudget && <th scope="col">Budget</th>}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <MonthRow key={month.month} month={month} hasBudget={hasBudget} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MonthRow({ month, hasBudget }: { month: PlanMonth; hasBudget: boolean }): JSX.Element {
  const { actual, forecast, band, budget } = month;
  return (
    <tr>
      <th scope="row">{month.month}</th>
      <td>{actual?.text}</td>
      <td>
        {forecast?.text}
        {band && <span class="hint">{band.low.text} to</span>}
        {band && <span class="hint">{band.high.text}</span>}
      </td>
      {hasBudget && <td>{budget?.text}</td>}
    </tr>
  );
}
