import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { report, runCommand } from './command';
import { projectRoot } from './project';
import { buildForDevelopment } from './webpack-build';

runCommand({
  help: `Usage: npm test -- [FILE ...]

Everything that decides whether a change of the add-in is right: types, who may import whom and, once it is
built, all tests but the long ones and those of the local workbook itself, which npm run soak has. Dialect and
layout npm run lint checks. What is given goes to jest.

  FILE   only the tests in files whose path has this in it`,
  takes: { strict: false, allowPositionals: true },
  main: async () => {
    const jest = path.join(projectRoot, 'node_modules/jest/bin/jest.js');
    // The tests need the build; so that no core waits, types are looked at beside it, and rooms beside the tests.
    const checkingTypes = npmRun('types');
    await buildForDevelopment();
    const checkingRooms = npmRun('rooms');
    const tests = await run(process.execPath, [jest, ...process.argv.slice(2)]);
    const [types, rooms] = await Promise.all([checkingTypes, checkingRooms]);
    if (types !== 0 || rooms !== 0) {
      report(`npm run ${types === 0 ? 'rooms' : 'types'} failed; what it found stands above.`);
    }
    return types || rooms || tests;
  },
});

function npmRun(script: string): Promise<number> {
  return run('npm', ['run', '--silent', script]);
}

/** Gives the exit code. */
async function run(program: string, args: string[]): Promise<number> {
  const child = spawn(program, args, {
    cwd: projectRoot,
    stdio: 'inherit',
    // On Windows npm is a script of the shell.
    shell: program === 'npm' && process.platform === 'win32',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
