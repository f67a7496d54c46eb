import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { runCommand } from './command';
import { projectRoot } from './project';
import { buildForDevelopment } from './webpack-build';

runCommand({
  help: `Usage: npm test -- [FILE ...]

Everything that decides whether a change of the add-in is right: types, style and the build side by side, then all
tests but the long ones and those of the local workbook itself, which npm run soak has. What is given goes to jest.

  FILE   only the tests in files whose path has this in it`,
  takes: { strict: false, allowPositionals: true },
  main: async () => {
    const jest = path.join(projectRoot, 'node_modules/jest/bin/jest.js');
    const [types, lint] = await Promise.all([npmRun('types'), npmRun('lint'), buildForDevelopment()]);
    return types || lint || run(process.execPath, [jest, ...process.argv.slice(2)]);
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
