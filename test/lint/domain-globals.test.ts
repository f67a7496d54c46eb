import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../scripts/project';

const GLOBAL = 'no-restricted-globals';

const cases: readonly (readonly [title: string, code: string, rule: string | undefined])[] = [
  ['may use decimal.js', `import { Decimal } from 'decimal.js'; export const one = new Decimal(1);`, undefined],
  ['has no clock', `export const now = Date.now();`, GLOBAL],
  ['has no page', `export const it = document.title;`, GLOBAL],
  ['has no host', `export const it = Office.context;`, GLOBAL],
];

/** The linter knows types, so a snippet has to stand in for a file that is there. */
const FILE = path.join(projectRoot, 'src/domain/money/money.ts');

describe('the domain', () => {
  let fired: string[][];

  beforeAll(() => {
    const child = spawnSync(process.execPath, [path.join(__dirname, 'lint-text.mjs')], {
      cwd: projectRoot,
      input: JSON.stringify(cases.map(([, code]) => ({ file: FILE, code }))),
      encoding: 'utf8',
    });
    if (child.status !== 0) {
      throw new Error(child.stderr);
    }
    fired = JSON.parse(child.stdout) as string[][];
  }, 180_000);

  it.each(cases.map(([title, , rule], index) => ({ title, rule, index })))('$title', ({ rule, index }) => {
    expect(fired[index]?.filter((it) => it === GLOBAL)).toEqual(rule === undefined ? [] : [rule]);
  });
});
