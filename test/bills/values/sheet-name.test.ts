import { isBesideOthers } from '../../../src/bills/values/sheet-name';

describe('a sheet beside others with the same columns', () => {
  const months = ['Jan 2025', '2025-02', 'March'];

  it.each([
    'YTD',
    'Year-to-date',
    'YTD Jun 2025',
    'Budget',
    'Budget 2025',
    'AI Budget FY25',
    'Forecast',
    'Plan',
    'Planung 2025',
    'Total',
    'Gesamt',
    'Summe 2025',
    'Grand total',
    'Summary',
    'Zusammenfassung',
    'Übersicht',
    'All clients',
    'Full year 2025',
    'Q1',
    'Q1 2025',
    'H1',
    '2025',
    'FY2025',
    'Draft',
  ])('adds the others up or is planned if it is called %p', (name) => {
    expect(isBesideOthers(name, months)).toBe(true);
  });

  it.each([
    'Jan 2025',
    'January',
    '2025-03',
    'Acme',
    'Sheet1',
    'OpenAI',
    'Budget Rent a Car',
    'Total Energies',
    'Data',
  ])('is one of them if it is called %p', (name) => {
    expect(isBesideOthers(name, months)).toBe(false);
  });

  it('is known by what the names do not have in common', () => {
    const files = ['openai-costs-jan', 'openai-costs-feb'];
    expect(isBesideOthers('openai-costs-ytd', files)).toBe(true);
    expect(isBesideOthers('openai_year_to_date', ['openai_jan'])).toBe(true);
    expect(isBesideOthers('openai-costs-mar', files)).toBe(false);
    expect(isBesideOthers('Budget 2025', ['Budget 2024'])).toBe(false);
    expect(isBesideOthers('Acme budget', ['Beta'])).toBe(false);
  });

  it('is one of them if it is of a quarter or a year as the others are', () => {
    expect([isBesideOthers('Q1', ['Q2', 'Q3']), isBesideOthers('2024', ['2025', '2026'])]).toEqual([false, false]);
  });
});
