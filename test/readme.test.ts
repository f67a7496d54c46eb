import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { WRITTEN_PAGES } from '../scripts/readme';
import { devDependencies, overrides, scripts, version } from '../package.json';
import { packages } from '../package-lock.json';
import { VERSION } from '../src/taskpane/version';

const root = path.join(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const pages = [
  ...readdirSync(root),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => path.join('docs', name)),
].filter((file) => file.endsWith('.md'));

/** The names by which GitHub links to the headings of a page. */
function anchorsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

it('is short: two screens, and the rest elsewhere', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(150);
});

it.each(WRITTEN_PAGES)(
  "$file tells of the functions what the functions' comments say (npm run readme writes it)",
  ({ file, rewrite }) => {
    const page = read(file);
    expect(rewrite(page)).toBe(page);
  },
);

describe.each(pages)('%s', (file) => {
  it('names only commands that there are', () => {
    const named = [...read(file).matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files and headings that there are', () => {
    const broken = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)].filter(([, to = '', anchor]) => {
      const target = to === '' ? file : path.join(path.dirname(file), to);
      return !existsSync(path.join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });

  it('names only files and folders that there are', () => {
    const named = [...read(file).matchAll(/`((?:src|test|scripts|docs)\/[\w./-]*)`/g)].map(
      ([, name]) => name as string,
    );
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});

it('names commands, links and folders at all, so that what is above finds something', () => {
  const all = pages.map(read).join('\n');
  expect(all.match(/npm run /g)?.length).toBeGreaterThan(20);
  expect(all.match(/\]\(/g)?.length).toBeGreaterThan(40);
  expect(all.match(/`src\//g)?.length).toBeGreaterThan(10);
});

it('has every command in the list for contributors', () => {
  const listed = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w:]+)`/gm)].map(
    ([, name]) => name as string,
  );
  expect(listed.sort()).toEqual(Object.keys(scripts).sort());
});

it('belongs to one version: that of package.json, the pane, the manifest and the changelog', () => {
  expect(VERSION).toBe(version);
  expect(read('manifest.xml')).toContain(`<Version>${version}.0</Version>`);
  expect(read('CHANGELOG.md')).toContain(`## [${version}]`);
});

it('answers what a browser of one’s own asks about the certificate, in the words of Chrome and of Firefox', () => {
  const answer =
    read('README.md')
      .split('\n\n')
      .find((paragraph) => paragraph.includes('a browser of your own')) ?? '';
  for (const said of ['certificate', '_Advanced_', '_Proceed to localhost_', '_Accept the Risk and Continue_']) {
    expect(answer.replace(/\s+/g, ' ')).toContain(said);
  }
});

it('stands in for the tool that audits would name, by a package of its own without code, which says why', () => {
  const name = '@microsoft/m365agentstoolkit-cli';
  expect([overrides[name], devDependencies[name]]).toEqual([`$${name}`, 'file:scripts/no-toolkit']);
  expect(readdirSync(path.join(root, 'scripts/no-toolkit'))).toEqual(['package.json']);
  const stub = JSON.parse(read('scripts/no-toolkit/package.json')) as Record<string, unknown>;
  expect(stub).toMatchObject({ name, private: true, description: expect.stringContaining('Stands in for') });
  expect(['bin', 'main', 'scripts', 'dependencies'].filter((key) => key in stub)).toEqual([]);
  const installed = Object.entries(packages).filter(([place]) => place.endsWith(name));
  expect(installed).toEqual([[`node_modules/${name}`, expect.objectContaining({ link: true })]]);
});
