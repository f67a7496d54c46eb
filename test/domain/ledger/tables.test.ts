import { EVERY_TABLE } from '../../../src/domain/ledger/import-tables';
import { TABLE_NAMES, TABLES } from '../../../src/domain/ledger/tables';
import { MAX_SHEET_NAME } from '../../../src/formats/xlsx/excel-limits';

describe.each(Object.values(EVERY_TABLE))('the declaration of $name', ({ sheet, columns }) => {
  it('names a sheet that Excel takes', () => {
    expect(sheet.length).toBeLessThanOrEqual(MAX_SHEET_NAME);
  });

  it('names each column once, however it is spelt', () => {
    const keys = columns.map(({ name }) => name.replace(/\s+/g, '').toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

const LOADED = TABLE_NAMES.filter((name) => TABLES[name].key.length > 0);

it('every table is loaded from somewhere but budgets, which are typed', () => {
  expect(TABLE_NAMES.filter((name) => !LOADED.includes(name))).toEqual(['AIBudgets']);
});

it.each(LOADED)('rows of %s are told apart by columns that it has and that loads need', (name) => {
  const { columns, key } = TABLES[name];
  const needed: string[] = columns.filter(({ neededBy }) => neededBy !== 'no one').map((column) => column.name);
  expect(needed).toEqual(expect.arrayContaining([...key, 'Source']));
});
