import type { PlanAmount, PlanMonth } from '../../../src/taskpane/contract/plan-services';
import { CHART, drawnChart } from '../../../src/taskpane/plan/chart-geometry';

const amount = (size: number): PlanAmount => ({ size, text: String(size) });
const month = (part: Partial<PlanMonth>): PlanMonth => ({
  month: '2024-01',
  actual: null,
  forecast: null,
  band: null,
  budget: null,
  ...part,
});
const floor = CHART.height - CHART.bottom;

it('the largest amount reaches the top, be it the end of a band, and 0 is the floor', () => {
  const { zero, months } = drawnChart([
    month({ actual: amount(50) }),
    month({ forecast: amount(80), band: { low: amount(60), high: amount(100) }, budget: amount(50) }),
  ]);
  expect(zero).toBe(floor);
  const [past, ahead] = months;
  expect(ahead?.band?.top).toBe(CHART.top);
  expect(past?.actual?.y).toBe(ahead?.budget?.y);
  expect(past!.actual!.y + past!.actual!.height).toBeCloseTo(floor);
  expect(past!.actual!.x + past!.actual!.width).toBeLessThan(ahead!.forecast!.x);
});

it('a credit hangs below the line of 0, and nothing at all is a line', () => {
  const { zero, months } = drawnChart([month({ actual: amount(-25) }), month({ actual: amount(75) })]);
  expect(months[0]?.actual?.y).toBe(zero);
  expect(months[0]!.actual!.y + months[0]!.actual!.height).toBeCloseTo(floor);
  expect(drawnChart([month({ actual: amount(0) })]).months[0]?.actual?.height).toBe(0);
});
