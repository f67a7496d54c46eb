import { isLeftOver, isStagingName, machineMark, stagingName } from '../../../src/workbook/load/staging-sheet';

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

describe('the mark of this machine', () => {
  const given = (localStorage: unknown, partitionKey?: string): void => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      ...(typeof localStorage === 'function' ? { get: localStorage as () => never } : { value: localStorage }),
    });
    Object.assign(globalThis, { Office: { context: { partitionKey } } });
  };
  const storage = (kept: Map<string, string>): object => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });

  it('is kept, so that what a runtime left behind is known by the next', () => {
    const kept = new Map<string, string>();
    given(storage(kept));
    const mark = machineMark();
    expect([...kept.values()]).toEqual([mark]);
    kept.forEach((_value, key) => kept.set(key, 'zz99'));
    expect(machineMark()).toBe('zz99');
  });

  it("is kept under Office's key where storage is partitioned", () => {
    const kept = new Map<string, string>();
    given(storage(kept), 'teams-frame-');
    machineMark();
    expect([...kept.keys()]).toEqual([expect.stringMatching(/^teams-frame-/)]);
  });

  it('lasts as long as the runtime where storage is blocked', () => {
    given(() => {
      throw new DOMException('Access is denied.', 'SecurityError');
    });
    expect(machineMark()).toMatch(/^[0-9a-z]{4}$/);
    expect(machineMark()).toBe(machineMark());
  });

  it('is not taken from what someone else wrote there', () => {
    given(storage(new Map([['', '<b>']])));
    expect(machineMark()).toMatch(/^[0-9a-z]{4}$/);
    const kept = new Map<string, string>();
    given({ ...storage(kept), getItem: () => 'not a mark' });
    expect(machineMark()).not.toBe('not a mark');
  });
});
