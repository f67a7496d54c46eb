import { existsSync } from 'node:fs';
import { packedChromium } from '../../scripts/chromium';
import { findHeadlessBrowser, findInstalledBrowser, reasonForNoWindow } from '../../scripts/find-browser';

const UNPACK_TIMEOUT_MS = 120_000;

describe('finding a browser', () => {
  const environment = { ...process.env };

  afterEach(() => {
    process.env = { ...environment };
  });

  it('takes the one that BROWSER_PATH names', async () => {
    process.env['BROWSER_PATH'] = process.execPath;
    await expect(findHeadlessBrowser()).resolves.toEqual({ executable: process.execPath, installed: true });
  });

  it('says so where BROWSER_PATH names nothing', () => {
    process.env['BROWSER_PATH'] = '/no/such/browser';
    expect(() => findInstalledBrowser()).toThrow('BROWSER_PATH names "/no/such/browser", and there is no such file.');
  });

  (process.platform === 'linux' ? it : it.skip)('knows that a machine without a display has no windows', () => {
    delete process.env['DISPLAY'];
    delete process.env['WAYLAND_DISPLAY'];
    expect(reasonForNoWindow()).toBe('This machine has no display.');
  });

  (process.platform === 'linux' && process.arch === 'x64' ? it : it.skip)(
    'unpacks the Chromium of the development packages once, however many ask',
    async () => {
      const [one, other] = await Promise.all([packedChromium(), packedChromium()]);
      expect(other).toBe(one);
      expect(existsSync(one)).toBe(true);
    },
    UNPACK_TIMEOUT_MS,
  );
});
