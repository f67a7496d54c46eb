import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UserError } from './command';

const POLL_MS = 100;

/**
 * Runs work that only one process may do at a time. A lock whose holder has died is taken over.
 *
 * @param file the lock; holds its owner's process id
 * @param patienceMs how long to wait for another holder
 */
export async function withLock<T>(file: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(file), { recursive: true });
  const deadline = Date.now() + patienceMs;
  while (!(await tryLock(file))) {
    const holder = await readHolder(file);
    if (holder !== undefined && !isAlive(holder)) {
      await rm(file, { force: true });
    } else if (Date.now() > deadline) {
      throw new UserError(
        `Process ${holder} has held ${file} for too long. If it is stuck, end it and delete the file.`,
      );
    } else {
      await delay(POLL_MS);
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function tryLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/** The holder's process id; undefined if the lock has just gone or is just being written. */
async function readHolder(file: string): Promise<number | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text === '' ? undefined : Number(text);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
