import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../scripts/project';

const GLOBAL = 'no-restricted-globals';
const SYNTAX = 'no-restricted-syntax';

const cases: readonly (readonly [title: string, code: string, rule: string | undefined])[] = [
  ['may use decimal.js', `import { Decimal } from 'decimal.js'; export const one = new Decimal(1);`, undefined],
  ['has no clock', `export const now = Date.now();`, GLOBAL],
  ['has no page', `export const it = document.title;`, GLOBAL],
  ['has no host', `export const it = Office.context;`, GLOBAL],
  ['has no types of the host either', `export type T = Excel.Range;`, SYNTAX],
];

/** The linter knows types, so a snippet has to stand in for a file that is there. */
const files: readonly (readonly [room: string, file: string])[] = [
  ['the domain', 'src/domain/money/money.ts'],
  ['a plan of the workbook', 'src/workbook/plans/table-plan.ts'],
];

const snippets = files.flatMap(([room, file]) =>
  cases.map(([title, code, rule]) => ({ title: `${room} ${title}`, file: path.join(projectRoot, file), code, rule })),
);

describe('what is worked out without Office', () => {
  let fired: string[][];

  beforeAll(() => {
    const child = spawnSync(process.execPath, [path.join(__dirname, 'lint-text.mjs')], {
      cwd: projectRoot,
      input: JSON.stringify(snippets.map(({ file, code }) => ({ file, code }))),
      encoding: 'utf8',
    });
    if (child.status !== 0) {
      throw new Error(child.stderr);
    }
    fired = JSON.parse(child.stdout) as string[][];
  }, 180_000);

  it.each(snippets.map(({ title, rule }, index) => ({ title, rule, index })))('$title', ({ rule, index }) => {
    expect(fired[index]?.filter((it) => it === GLOBAL || it === SYNTAX)).toEqual(rule === undefined ? [] : [rule]);
  });
});
