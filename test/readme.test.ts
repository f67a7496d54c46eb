import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withReference } from '../scripts/readme';
import { scripts, version } from '../package.json';
import { VERSION } from '../src/taskpane/version';

const root = path.join(__dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

it("has the function reference that the functions' comments give (npm run readme writes it)", () => {
  expect(withReference(readme)).toBe(readme);
});

it('names only commands that there are', () => {
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

it('links only to files that there are', () => {
  const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, file]) => file as string);
  expect(linked.length).toBeGreaterThan(1);
  expect(linked.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

it('names only folders of src that there are', () => {
  const folders = [...readme.matchAll(/^(src\/\w+\/)/gm)].map(([, folder]) => folder as string);
  expect(folders).toHaveLength(7);
  expect(folders.filter((folder) => !existsSync(path.join(root, folder)))).toEqual([]);
});

it('belongs to one version: that of package.json, the pane and the manifest', () => {
  expect(VERSION).toBe(version);
  expect(readFileSync(path.join(root, 'manifest.xml'), 'utf8')).toContain(`<Version>${version}.0</Version>`);
});
