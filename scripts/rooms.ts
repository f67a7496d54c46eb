import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { report, runCommand } from './command';
import { projectRoot } from './project';
import { withRoomDrawings } from './room-drawings';

const PAGE = 'docs/architecture.md';

runCommand({
  help: `Usage: npm run rooms -- [--draw]

Checks which room of src/ imports which, by the rules in .dependency-cruiser.cjs: arrows go down only, and neither
files nor folders import each other in a circle.

  --draw   instead of checking, draws the rooms and the folders in each into ${PAGE}, from the imports`,
  takes: { options: { draw: { type: 'boolean' } } },
  main: async ({ values }) => (values.draw === true ? draw() : check()),
});

async function draw(): Promise<number> {
  const file = path.join(projectRoot, PAGE);
  await writeFile(file, withRoomDrawings(await readFile(file, 'utf8')));
  report(`${PAGE} has the drawings of the present imports.`);
  return 0;
}

function check(): number {
  const depcruise = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { status } = spawnSync(process.execPath, [depcruise, 'src'], { cwd: projectRoot, stdio: 'inherit' });
  return status ?? 1;
}
