import { isLeftOver, isStagingName, stagingName } from '../../../src/workbook/load/staging-sheet';

const NOON = Date.UTC(2024, 10, 18, 12);
const minutesAgo = (minutes: number): number => NOON - minutes * 60_000;

it('a sheet of a load that is over by now is known by its age', () => {
  expect(isLeftOver(stagingName('ab12', minutesAgo(61)), null, NOON)).toBe(true);
  expect(isLeftOver(stagingName('ab12', minutesAgo(59)), null, NOON)).toBe(false);
});

it("a younger one is deleted only where it is this machine's and no other load of it runs", () => {
  const name = stagingName('ab12', minutesAgo(1));
  expect(isLeftOver(name, 'ab12', NOON)).toBe(true);
  expect(isLeftOver(name, 'zz99', NOON)).toBe(false);
  expect(isLeftOver(name, null, NOON)).toBe(false);
});

it("no sheet of the user's is taken for one, and its name is one that Excel takes", () => {
  for (const name of [
    'AI Spend',
    'AI Spend load',
    'AI Spend load 2024',
    'AI Spend load ab12 m3xk29fa (2)',
    'My AI Spend load ab12 m3xk29fa',
  ]) {
    expect(isStagingName(name)).toBe(false);
    expect(isLeftOver(name, 'ab12', NOON)).toBe(false);
  }
  expect(isStagingName(stagingName('ab12', NOON))).toBe(true);
  expect(stagingName('ab12', Date.UTC(2199, 0)).length).toBeLessThanOrEqual(31);
});
