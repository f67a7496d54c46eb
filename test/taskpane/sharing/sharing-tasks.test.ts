import { copyReport, repairReport, sourcesReport } from '../../../src/taskpane/sharing/sharing-tasks';

const cell = { address: 'Report!B2', ailment: 'name', formula: '=AISPEND(A1)' } as const;

it('a repair tells what it wrote and what it left', () => {
  expect(repairReport({ repaired: [], protected: [], watched: [] })).toBe('No cell needed repair.');
  expect(repairReport({ repaired: [cell], protected: [], watched: [] })).toBe('1 cell written anew.');
  expect(repairReport({ repaired: [], protected: [], watched: ['AIClients'] })).toBe('AIClients is watched again.');
  expect(repairReport({ repaired: [cell], protected: [], watched: ['AIClients', 'AIRates'] })).toBe(
    '1 cell written anew. AIClients and AIRates are watched again.',
  );
  expect(repairReport({ repaired: [cell, cell], protected: [cell], watched: [] })).toBe(
    '2 cells written anew. 1 cell on protected sheets left as it is.',
  );
  expect(repairReport({ repaired: [], protected: [cell, cell], watched: [] })).toBe(
    'No cell could be repaired. 2 cells on protected sheets left as they are.',
  );
});

it('a copy tells where its formulas are', () => {
  const copied = { sheet: 'Report', copy: 'Report (values)', figures: 2 };
  expect(copyReport({ ...copied, notes: 2 })).toBe(
    'Report (values) has 2 figures as values. Their formulas and sources are in 2 notes.',
  );
  expect(copyReport({ ...copied, figures: 1, notes: 0 })).toBe(
    'Report (values) has 1 figure as a value. This version of Excel does not support notes, so their formulas and sources are listed on AI Sources.',
  );
});

it('the sources tell how many there are', () => {
  expect(sourcesReport({ figures: 10_000 })).toBe('AI Sources lists 10,000 figures.');
  expect(sourcesReport({ figures: 0 })).toBe('AI Sources is there; no cell uses an AI Spend function yet.');
});
