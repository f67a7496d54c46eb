import { existsSync } from 'node:fs';
import path from 'node:path';

/** Real files that others published. They are no part of this project and may be absent. */
export const sharedData = path.resolve(__dirname, '../../shared/data');

/** A group of tests on the real files; if these are absent it is skipped, and its title says so. */
export function describeWithData(title: string, tests: () => void): void {
  if (existsSync(sharedData)) {
    describe(title, tests);
  } else {
    describe.skip(`${title} (skipped: no ../shared/data beside this project)`, tests);
  }
}
