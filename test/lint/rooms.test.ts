import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../scripts/project';

/** Each import stands in a file of its own in a room of a small tree; the rule is the one that it breaks. */
const imports: readonly (readonly [title: string, room: string, code: string, rule: string | undefined])[] = [
  [
    'the domain may use decimal.js',
    'domain',
    `import { Decimal } from 'decimal.js'; export const one = new Decimal(1);`,
    undefined,
  ],
  [
    'the domain may not use another package',
    'domain',
    `import { h } from 'preact'; export const it = h;`,
    'packages-domain',
  ],
  ['the domain may not import from the workbook', 'domain', `export * from '../workbook/x';`, 'room-domain'],
  ['the domain may not import from the formats', 'domain', `export * from '../formats/x';`, 'room-domain'],
  ['the formats may not import from the domain', 'formats', `export * from '../domain/x';`, 'room-formats'],
  ['the bills may import from the domain', 'bills', `export * from '../domain/x';`, undefined],
  ['the bills may import from the formats', 'bills', `export * from '../formats/x';`, undefined],
  ['the bills may not import from the workbook', 'bills', `export * from '../workbook/x';`, 'room-bills'],
  ['the workbook may not import from the pane', 'workbook', `export * from '../taskpane/x';`, 'room-workbook'],
  [
    'the workbook may not import from the functions',
    'workbook',
    `export type T = import('../functions/x').T;`,
    'room-workbook',
  ],
  ['plans may import from the domain', 'workbook/plans', `export * from '../../domain/x';`, undefined],
  ['plans may not import what calls Excel', 'workbook/plans', `export * from '../host/x';`, 'pure-plans'],
  ['the functions may import from the workbook', 'functions', `export * from '../workbook/x';`, undefined],
  [
    'the functions may not import from the pane',
    'functions',
    `export const it = import('../taskpane/x');`,
    'room-functions',
  ],
  ['the functions may not import from the bills', 'functions', `export * from '../bills/x';`, 'room-functions'],
  ['the pane may import from the functions', 'taskpane', `export type T = import('../functions/x').T;`, undefined],
  ['a view may not call the workbook', 'taskpane', `export * from '../workbook/x';`, 'pane-office'],
  [
    'a view may know a type of the workbook',
    'taskpane',
    `import type { T } from '../workbook/x'; export type U = T;`,
    undefined,
  ],
  [
    'the office folder of a view may call the workbook',
    'taskpane/build/office',
    `export * from '../../../workbook/x';`,
    undefined,
  ],
  ['the local workbook may import from the formats', 'local', `export * from '../formats/x';`, undefined],
  ['the local workbook may not import from the domain', 'local', `export * from '../domain/x';`, 'room-local'],
  ['what ships may not import from the scripts', 'taskpane', `export * from '../../scripts/x';`, 'src-alone'],
  ['what ships may not import from node', 'workbook', `export * from 'node:fs';`, 'browser-only'],
  ['an import leads somewhere', 'workbook', `export * from './nowhere';`, 'no-unknown'],
];

const circles: Readonly<Record<string, string>> = {
  'src/bills/circle-a.ts': `import { b } from './circle-b'; export const a = () => b;`,
  'src/bills/circle-b.ts': `import { a } from './circle-a'; export const b = () => a;`,
  'src/bills/one/first.ts': `export * from '../two/second';`,
  'src/bills/two/second.ts': `export const second = 2;`,
  'src/bills/two/third.ts': `export * from '../one/fourth';`,
  'src/bills/one/fourth.ts': `export const fourth = 4;`,
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

let folder: string;
let violations: readonly Violation[];

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

const fileOf = (room: string, index: number): string => `src/${room}/import-${index}.ts`;
const brokenBy = (from: string): string[] =>
  violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  for (const room of ['formats', 'domain', 'bills', 'workbook', 'workbook/host', 'functions', 'taskpane', 'local']) {
    write(`src/${room}/x.ts`, 'export type T = 1;');
  }
  write('scripts/x.ts', 'export const x = 1;');
  imports.forEach(([, room, code], index) => write(fileOf(room, index), code));
  Object.entries(circles).forEach(([file, code]) => write(file, code));
  write('tsconfig.json', '{}');
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const depcruise = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = path.join(projectRoot, '.dependency-cruiser.cjs');
  const child = spawnSync(process.execPath, [depcruise, '--config', config, '--output-type', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  });
  violations = (JSON.parse(child.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the rooms of src/', () => {
  it.each(imports.map(([title, room, , rule], index) => ({ title, room, rule, index })))(
    '$title',
    ({ room, rule, index }) => {
      expect(brokenBy(fileOf(room, index))).toEqual(rule === undefined ? [] : [rule]);
    },
  );

  it('have no circle of files', () => {
    expect(brokenBy('src/bills/circle-a.ts')).toContain('no-circle-of-files');
  });

  it('have no circle of folders', () => {
    expect(brokenBy('src/bills/one')).toEqual(['no-circle-of-folders']);
  });
});
