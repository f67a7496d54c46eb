import { copyReport, repairReport, sourcesReport } from '../../../src/taskpane/sharing/sharing-tasks';

const cell = { address: 'Report!B2', ailment: 'name', formula: '=AISPEND(A1)' } as const;

it('a repair tells what it wrote and what it left', () => {
  expect(repairReport({ repaired: [], protected: [], watched: [], undoSteps: 1 })).toBe('No cell needed repair.');
  expect(repairReport({ repaired: [cell], protected: [], watched: [], undoSteps: 1 })).toBe('1 cell written anew.');
  expect(repairReport({ repaired: [], protected: [], watched: ['AIClients'], undoSteps: 1 })).toBe(
    'AIClients is watched again.',
  );
  expect(repairReport({ repaired: [cell], protected: [], watched: ['AIClients', 'AIRates'], undoSteps: 1 })).toBe(
    '1 cell written anew. AIClients and AIRates are watched again.',
  );
  expect(repairReport({ repaired: [cell, cell], protected: [cell], watched: [], undoSteps: 1 })).toBe(
    '2 cells written anew. 1 cell on protected sheets left as it is.',
  );
  expect(repairReport({ repaired: [], protected: [cell, cell], watched: [], undoSteps: 1 })).toBe(
    'No cell could be repaired. 2 cells on protected sheets left as they are.',
  );
});

it('a copy tells where its formulas are', () => {
  const copied = { sheet: 'Report', copy: 'Report (values)', figures: 2 };
  expect(copyReport({ ...copied, notes: 2 })).toBe(
    'Report (values) has 2 figures as values. Their formulas and sources are in 2 notes. Excel cannot undo this: delete Report (values) to take it back.',
  );
  expect(copyReport({ ...copied, figures: 1, notes: 0 })).toBe(
    'Report (values) has 1 figure as a value. This version of Excel does not support notes, so their formulas and sources are listed on AI Sources. Excel cannot undo this: delete Report (values) to take it back.',
  );
});

it('the sources tell how many there are', () => {
  expect(sourcesReport({ figures: 10_000, undoSteps: 1 })).toBe('AI Sources lists 10,000 figures.');
  expect(sourcesReport({ figures: 0, undoSteps: 1 })).toBe(
    'AI Sources is there; no cell uses an AI Spend function yet.',
  );
});

it('what takes several steps to undo says so', () => {
  expect(repairReport({ repaired: [cell], protected: [], watched: [], undoSteps: 3 })).toBe(
    '1 cell written anew. To take it back, undo 3 times.',
  );
  expect(sourcesReport({ figures: 10_000, undoSteps: 2 })).toBe(
    'AI Sources lists 10,000 figures. To take it back, undo 2 times.',
  );
});
