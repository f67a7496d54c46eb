import { InStep } from '../../../src/workbook/recalculation/in-step';

let inStep: InStep;

beforeEach(() => {
  inStep = new InStep();
});

it('what changed adds up until the cells have caught up', () => {
  inStep.fallOut({ why: 'manual', tables: ['AIRates'], example: null });
  inStep.fallOut({ why: 'manual', tables: ['AIClients', 'AIRates'], example: null });
  expect(inStep.outOfStep()?.tables).toEqual(['AIRates', 'AIClients']);
  inStep.catchUp(inStep.outOfStep());
  expect(inStep.outOfStep()).toBeNull();
});

it('a change that comes while the cells are calculated still counts', () => {
  inStep.fallOut({ why: 'manual', tables: ['AIRates'], example: null });
  const known = inStep.outOfStep();
  inStep.fallOut({ why: 'manual', tables: ['AIClients'], example: null });
  inStep.catchUp(known);
  expect(inStep.outOfStep()?.tables).toEqual(['AIRates', 'AIClients']);
});

it('listeners hear of each change, and of nothing after they stop', () => {
  const heard: (string | null)[] = [];
  const stop = inStep.onChange(() => heard.push(inStep.outOfStep()?.why ?? null));
  inStep.catchUp(null);
  inStep.fallOut({ why: 'failed', tables: [], example: null });
  inStep.catchUp(inStep.outOfStep());
  stop();
  inStep.fallOut({ why: 'manual', tables: [], example: null });
  expect(heard).toEqual(['failed', null]);
});
