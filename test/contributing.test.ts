import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../scripts/project';
import { WATCH } from '../src/workbook/formulas/watch-function';

/*
 * CONTRIBUTING.md lists the places that belong to a function, a bill format, a table, a class of the host. Here each list is
 * held against all that there are: a place with <name> in it is a file for each, any other a file that speaks of each.
 */
const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const guide = read('CONTRIBUTING.md');

const files = ['README.md', ...['src', 'test', 'docs', 'scripts', 'assets'].flatMap(filesIn)];

function filesIn(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|jsx?|json|md|txt|html)$/.test(entry.name))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/** The places that the guide lists under a heading. */
function placesOf(heading: string): string[] {
  const [, chapter = ''] = guide.split(`### ${heading}\n`);
  const [list = ''] = chapter.split('\n#', 1);
  return [...list.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, place]) => place as string);
}

/** The files that a place stands for: `*` is anything in one folder, `**` any folders, `{a,b}` either. */
function filesAt(place: string): string[] {
  const pattern = place
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, either: string) => `(${either.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(.*/)?'));
  return files.filter((file) => new RegExp(`^${pattern}$`).test(file));
}

const speaksOf =
  (word: RegExp) =>
  (file: string): boolean =>
    word.test(read(file));

/** Which of the places are missing for something that is called `name` in file names, and is spoken of by `word`. */
function missing(places: readonly string[], name: string, word: (place: string) => RegExp): string[] {
  return places.filter((place) => {
    const found = filesAt(place.replaceAll('<name>', name));
    return place.includes('<name>') ? found.length === 0 : !found.some(speaksOf(word(place)));
  });
}

describe('for every function there is each place that the guide lists', () => {
  const places = placesOf('A function');
  const metadata = JSON.parse(read('test/golden/functions.json')) as { functions: { id: string }[] };
  // The function of the watch cells gives no figure, so nothing explains, lists or builds it.
  const names = metadata.functions.map(({ id }) => id).filter((id) => id !== WATCH);

  it.each(names)('%s', (name) => {
    expect(places.length).toBeGreaterThan(5);
    expect(missing(places, name.toLowerCase(), () => new RegExp(`\\b${name}\\b`))).toEqual([]);
  });

  it('and no other file lists the functions', () => {
    const listed = new Set(places.flatMap(filesAt));
    const lists = files.filter((file) => {
      const text = /^(src|scripts|assets|docs)\//.test(file) ? read(file) : '';
      return names.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(text)).length >= names.length - 1;
    });
    expect(lists.filter((file) => !listed.has(file))).toEqual([]);
  });
});

describe('for every bill format there is each place that the guide lists', () => {
  const places = placesOf('A bill format');
  const declared = filesAt('src/bills/formats/*.ts').flatMap((file) => {
    const [, constant] = /^export const (\w+): BillFormat\b/m.exec(read(file)) ?? [];
    return constant === undefined ? [] : [{ name: path.basename(file, '.ts'), constant }];
  });

  it('of which there are several', () => {
    expect(declared.length).toBeGreaterThan(5);
    expect(places.length).toBeGreaterThan(3);
  });

  it.each(declared)('$name', ({ name, constant }) => {
    // google-cloud is "Google Cloud billing export" in words, azure-daily-meters "Azure daily cost by meter".
    const inWords = new RegExp(
      name
        .split('-')
        .map((word) => word.replace(/s$/, ''))
        .join('\\b.*'),
      'i',
    );
    const inCode = new RegExp(`\\b${constant}\\b`);
    expect(missing(places, name, (place) => (place.startsWith('src/') ? inCode : inWords))).toEqual([]);
  });
});

describe('for every table there is each place that the guide lists', () => {
  const places = placesOf('A table');
  const names = filesAt('src/domain/ledger/*.ts').flatMap((file) =>
    [...read(file).matchAll(/^ {2}(AI[A-Z][a-z]\w+): \{$/gm)].map(([, name]) => name as string),
  );

  it('of which there are several', () => {
    expect(names.length).toBeGreaterThan(4);
    expect(places.length).toBeGreaterThan(3);
  });

  it.each(names)('%s', (name) => {
    expect(missing(places, name, () => new RegExp(`\\b${name}\\b`))).toEqual([]);
  });
});

describe('for every class of the host there is each place that the guide lists', () => {
  const places = placesOf('A class of the host');
  const [declaring = '', ...others] = places;
  const tests = others.pop() ?? '';
  const officeJs = readFileSync(path.join(projectRoot, 'node_modules/@types/office-js/index.d.ts'), 'utf8');
  const names = filesAt(declaring).flatMap((file) =>
    [...read(file).matchAll(/: ServedClass<'(\w+)'>/g)].map(([, name]) => name as string),
  );

  it('of which there are many', () => {
    expect(names.length).toBeGreaterThan(15);
    expect(others.length).toBeGreaterThan(1);
  });

  it.each(names)('%s', (name) => {
    expect(missing(others, name, () => new RegExp(`\\b${name}\\b`))).toEqual([]);
    // The members of Office.js that give an object of the class: a test uses one of them.
    const members = [
      ...officeJs.matchAll(new RegExp(`^ {8}(?:readonly )?(\\w+)(?:\\(.*\\))?: (?:Excel\\.)?${name};$`, 'gm')),
    ].map(([, member]) => member);
    expect(members.length).toBeGreaterThan(0);
    expect(filesAt(tests).some(speaksOf(new RegExp(`\\.(?:${members.join('|')})\\b`)))).toBe(true);
  });
});
