import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser as ConnectedBrowser, type BrowserContext } from 'playwright-core';
import { localhostCertificate, publicKeyFingerprint } from './certificate';
import { UserError } from './command';
import { findHeadlessBrowser, findInstalledBrowser, reasonForNoWindow, type Browser } from './find-browser';

const LAUNCH_TIMEOUT_MS = 30_000;
const ACTION_TIMEOUT_MS = 30_000;
const HEADLESS_WINDOW = { width: 1440, height: 900 };
/** What scripts and tests print and compare is the same on every machine. */
const HEADLESS_LANGUAGE = 'en-US';

/** How to start a browser. */
export interface LaunchOptions {
  /** A window for a person; otherwise headless, and then no request can leave the machine. */
  readonly headed: boolean;
  /** A folder that keeps the profile; without it the profile is new and is deleted afterwards. */
  readonly profile?: string;
}

/** A browser on a profile of its own. */
export interface RunningBrowser {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts a browser that trusts this project's key for https://localhost and nothing else that other browsers would not. */
export async function launchBrowser({ headed, profile: keptProfile }: LaunchOptions): Promise<RunningBrowser> {
  const browser = headed ? browserWithWindow() : await findHeadlessBrowser();
  const profile = keptProfile ?? (await mkdtemp(path.join(tmpdir(), 'ai-spend-browser-')));
  const discardProfile = async (): Promise<void> => {
    if (keptProfile === undefined) {
      await removeFolder(profile);
    }
  };
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browser.executable,
      headless: !headed,
      viewport: headed ? null : HEADLESS_WINDOW,
      ...(headed ? {} : { locale: HEADLESS_LANGUAGE }),
      args: await browserFlags(browser, headed),
      ignoreDefaultArgs: headed ? ['--enable-automation'] : [],
      env: browserEnvironment(browser),
      handleSIGINT: false,
      timeout: LAUNCH_TIMEOUT_MS,
    });
    context.setDefaultTimeout(ACTION_TIMEOUT_MS);
    return {
      context,
      close: async () => {
        await context.close();
        await discardProfile();
      },
    };
  } catch (error) {
    await discardProfile();
    throw new UserError(`${browser.executable} did not start: ${String(error)}`);
  }
}

/** A headless browser that several processes use at once, each in contexts of its own. */
export interface BrowserServer {
  /** What `chromium.connect` takes. */
  readonly endpoint: string;
  /** The program that runs. */
  readonly executable: string;
  close(): Promise<void>;
}

/** Starts a headless browser for several processes. */
export async function startBrowserServer(): Promise<BrowserServer> {
  const browser = await findHeadlessBrowser();
  const server = await chromium.launchServer({
    executablePath: browser.executable,
    headless: true,
    args: await browserFlags(browser, false),
    env: browserEnvironment(browser),
    handleSIGINT: false,
    timeout: LAUNCH_TIMEOUT_MS,
  });
  return { endpoint: server.wsEndpoint(), executable: browser.executable, close: () => server.close() };
}

/** A context like that of a headless browser just started; its user may have another language. */
export async function newContext(browser: ConnectedBrowser, language = HEADLESS_LANGUAGE): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: HEADLESS_WINDOW, locale: language });
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  return context;
}

function browserWithWindow(): Browser {
  const browser = findInstalledBrowser();
  if (browser === undefined) {
    throw new UserError(reasonForNoWindow() ?? 'No window can be opened here.');
  }
  return browser;
}

async function browserFlags(browser: Browser, headed: boolean): Promise<string[]> {
  const flags = [
    `--ignore-certificate-errors-spki-list=${publicKeyFingerprint(await localhostCertificate())}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-pings',
    '--no-default-browser-check',
    '--no-first-run',
  ];
  if (headed) {
    // Without this Chrome warns above the page about the flag that trusts our key.
    flags.push('--test-type', '--hide-crash-restore-bubble');
  } else {
    flags.push('--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost');
  }
  if (!browser.installed || process.getuid?.() === 0) {
    // Chromium refuses to start as root with its sandbox, and the packed one has none; only our own pages are opened.
    flags.push('--no-sandbox');
  }
  return flags;
}

/** A bare container may have no fonts at all; the packed Chromium brings a few. */
function browserEnvironment(browser: Browser): NodeJS.ProcessEnv {
  const bare = !browser.installed && !existsSync('/etc/fonts');
  return bare ? { ...process.env, FONTCONFIG_PATH: path.join(path.dirname(browser.executable), 'fonts') } : process.env;
}

/** The browser may still write to its profile for a moment after it has closed. */
async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
