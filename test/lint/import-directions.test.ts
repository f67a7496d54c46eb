import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/project';

const DIRECTION = 'house/import-directions';
const GLOBAL = 'no-restricted-globals';

/** In a snippet, SRC stands for the way from its file to src/. */
const cases: readonly (readonly [title: string, room: string, code: string, rule: string | undefined])[] = [
  [
    'the domain may use decimal.js',
    'domain',
    `import { Decimal } from 'decimal.js'; export const one = new Decimal(1);`,
    undefined,
  ],
  ['the domain may not use another package', 'domain', `import { h } from 'preact'; export const it = h;`, DIRECTION],
  ['the domain may not import from the workbook', 'domain', `export * from 'SRC/workbook/x';`, DIRECTION],
  ['the domain has no clock', 'domain', `export const now = Date.now();`, GLOBAL],
  ['the domain has no page', 'domain', `export const it = document.title;`, GLOBAL],
  ['the domain has no host', 'domain', `export const it = Office.context;`, GLOBAL],
  ['the data may import from the domain', 'data', `export * from 'SRC/domain/x';`, undefined],
  ['the data may not import from the workbook', 'data', `export * from 'SRC/workbook/x';`, DIRECTION],
  ['the workbook may not import from the pane', 'workbook', `export * from 'SRC/taskpane/x';`, DIRECTION],
  ['the functions may import from the workbook', 'functions', `export * from 'SRC/workbook/x';`, undefined],
  ['the functions may not import from the pane', 'functions', `export const it = import('SRC/taskpane/x');`, DIRECTION],
  ['the pane may import from the functions', 'taskpane', `export type T = import('SRC/functions/x').T;`, undefined],
  [
    'the workbook may not import from the functions',
    'workbook',
    `export type T = import('SRC/functions/x').T;`,
    DIRECTION,
  ],
  ['the local workbook may not import from the domain', 'local', `export * from 'SRC/domain/x';`, DIRECTION],
  ['what ships may not import from the scripts', 'taskpane', `export * from 'SRC/../scripts/x';`, DIRECTION],
  ['what ships may not import from node', 'workbook', `export * from 'node:fs';`, DIRECTION],
];

/** The linter knows types, so a snippet has to stand in for a file that is there. */
function someFileOf(room: string): string {
  const folder = path.join(projectRoot, 'src', room);
  const name = readdirSync(folder, { encoding: 'utf8', recursive: true }).find((entry) => entry.endsWith('.ts'));
  if (name === undefined) {
    throw new Error(`src/${room} holds no .ts file`);
  }
  return path.join(folder, name);
}

function snippet(room: string, code: string): { file: string; code: string } {
  const file = someFileOf(room);
  const way = path.relative(path.dirname(file), path.join(projectRoot, 'src')).split(path.sep).join('/');
  return { file, code: code.replace('SRC', way) };
}

function lint(snippets: { file: string; code: string }[]): string[][] {
  const child = spawnSync(process.execPath, [path.join(__dirname, 'lint-text.mjs')], {
    cwd: projectRoot,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
  });
  if (child.status !== 0) {
    throw new Error(child.stderr);
  }
  return JSON.parse(child.stdout) as string[][];
}

describe('import directions', () => {
  let fired: string[][];

  beforeAll(() => {
    fired = lint(cases.map(([, room, code]) => snippet(room, code)));
  }, 180_000);

  it.each(cases.map(([title, , , rule], index) => ({ title, rule, index })))('$title', ({ rule, index }) => {
    const houseRules = fired[index]?.filter((it) => it === DIRECTION || it === GLOBAL);
    expect(houseRules).toEqual(rule === undefined ? [] : [rule]);
  });
});
