import { existsSync } from 'node:fs';
import path from 'node:path';
import { packedChromium } from './chromium';
import { UserError } from './command';

/** A browser to drive. */
export interface Browser {
  readonly executable: string;
  /** Installed on this machine, so it can open windows; the packed Chromium is headless only. */
  readonly installed: boolean;
}

const WINDOWS_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
];
const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const LINUX_PROGRAMS = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

/** An installed Chrome, Edge or Chromium; the environment's BROWSER_PATH goes first. */
export function findInstalledBrowser(): Browser | undefined {
  const named = process.env['BROWSER_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) {
      throw new UserError(`BROWSER_PATH names "${named}", and there is no such file.`);
    }
    return { executable: named, installed: true };
  }
  const executable = usualPlaces().find((candidate) => existsSync(candidate));
  return executable === undefined ? undefined : { executable, installed: true };
}

/** Any browser that can run without a window: an installed one, else the Chromium among the development packages. */
export async function findHeadlessBrowser(): Promise<Browser> {
  const installed = findInstalledBrowser();
  if (installed !== undefined) {
    return installed;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new UserError('No browser found. Install Chrome, Edge or Chromium, or set BROWSER_PATH to one.');
  }
  return { executable: await packedChromium(), installed: false };
}

/** Why no window can be opened here; undefined if one can. */
export function reasonForNoWindow(): string | undefined {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return 'This machine has no display.';
  }
  return findInstalledBrowser() === undefined ? 'No Chrome, Edge or Chromium is installed here.' : undefined;
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'win32':
      return WINDOWS_PROGRAMS.flatMap((program) =>
        WINDOWS_FOLDERS.map((folder) => path.join(process.env[folder] ?? 'C:/', program)),
      );
    case 'darwin':
      return MAC_PROGRAMS;
    default: {
      const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
      return LINUX_PROGRAMS.flatMap((program) => folders.map((folder) => path.join(folder, program)));
    }
  }
}
