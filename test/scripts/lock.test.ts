import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withLock } from '../../scripts/lock';

const PATIENCE_MS = 10_000;
/** Beyond the largest process id that Linux, macOS or Windows gives out. */
const NOBODY = 2 ** 30;

describe('a lock', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
    file = path.join(folder, 'lock');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('lets one in at a time', async () => {
    let inside = 0;
    const work = async (): Promise<number> => {
      inside += 1;
      await new Promise((resolve) => setImmediate(resolve));
      return inside--;
    };
    const seen = await Promise.all([1, 2, 3].map(() => withLock(file, PATIENCE_MS, work)));
    expect(seen).toEqual([1, 1, 1]);
  });

  it('is gone after the work, even if that failed', async () => {
    const failing = withLock(file, PATIENCE_MS, () => Promise.reject(new Error('broken')));
    await expect(failing).rejects.toThrow('broken');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a holder that has died', async () => {
    await writeFile(file, String(NOBODY));
    await expect(withLock(file, PATIENCE_MS, () => Promise.resolve('in'))).resolves.toBe('in');
  });

  it('names the holder when it has waited long enough', async () => {
    await writeFile(file, String(process.pid));
    await expect(withLock(file, 0, () => Promise.resolve('in'))).rejects.toThrow(`Process ${process.pid} has held`);
  });
});
