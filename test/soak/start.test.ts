import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { PNG } from 'pngjs';
import { firstScreen } from '../../scripts/first-screen';
import { LocalPage } from '../../scripts/local-page';
import { buildFolder, projectRoot } from '../../scripts/project';
import { resultLines } from '../../scripts/results';
import { openContext } from '../e2e/shared-browser';
import { serverOrigin } from '../e2e/local-workbook';

const PICTURE = path.join(buildFolder, 'first-screen.png');
let started: ChildProcess | undefined;

afterEach(() => started?.kill());

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Elsewhere than on Linux a window can be opened without these variables. */
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'npm start without a display prints the figures of its first screen, takes a picture, and serves until Ctrl+C',
  async () => {
    const port = await freePort();
    await rm(PICTURE, { force: true });
    const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
    started = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--port', `${port}`], {
      cwd: projectRoot,
      env,
    });
    let printed = '';
    let told = '';
    started.stdout?.on('data', (chunk) => (printed += String(chunk)));
    await new Promise<void>((resolve) => {
      started?.stderr?.on('data', (chunk) => {
        told += String(chunk);
        if (told.includes(`Serving https://localhost:${port} until Ctrl+C.`)) {
          resolve();
        }
      });
    });
    expect(told).toContain('This machine has no display. Looking at the first screen without a window instead.');
    const browser = await openContext();
    try {
      const figures = await firstScreen(await LocalPage.open(browser.context, serverOrigin()));
      expect(printed).toBe(`${resultLines(figures).join('\n')}\n`);
    } finally {
      await browser.close();
    }
    const { width, height } = PNG.sync.read(await readFile(PICTURE));
    expect([width, height]).toEqual([1440, 900]);
    const ended = once(started, 'exit');
    started.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  },
);
