import { catchUp, fallOutOfStep, onStepChange, outOfStep } from '../../../src/workbook/recalculation/in-step';

beforeEach(() => catchUp(outOfStep()));

it('what changed adds up until the cells have caught up', () => {
  fallOutOfStep({ why: 'manual', tables: ['AIRates'], example: null });
  fallOutOfStep({ why: 'manual', tables: ['AIClients', 'AIRates'], example: null });
  expect(outOfStep()?.tables).toEqual(['AIRates', 'AIClients']);
  catchUp(outOfStep());
  expect(outOfStep()).toBeNull();
});

it('a change that comes while the cells are calculated still counts', () => {
  fallOutOfStep({ why: 'manual', tables: ['AIRates'], example: null });
  const known = outOfStep();
  fallOutOfStep({ why: 'manual', tables: ['AIClients'], example: null });
  catchUp(known);
  expect(outOfStep()?.tables).toEqual(['AIRates', 'AIClients']);
});

it('listeners hear of each change, and of nothing after they stop', () => {
  const heard: (string | null)[] = [];
  const stop = onStepChange(() => heard.push(outOfStep()?.why ?? null));
  catchUp(null);
  fallOutOfStep({ why: 'failed', tables: [], example: null });
  catchUp(outOfStep());
  stop();
  fallOutOfStep({ why: 'manual', tables: [], example: null });
  expect(heard).toEqual(['failed', null]);
});
