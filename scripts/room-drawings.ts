import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { projectRoot } from './project';

const SOURCES = 'src';
const CODE = /\.tsx?$/;
const DRAWING =
  /(<!-- drawing of src(?:\/(\w+))?: written by `npm run rooms -- --draw` -->\n)[^]*?(<!-- end of drawing -->)/g;

/** One file imports another, both named from the root: `src/bills/sums/merge.ts`. */
interface Import {
  readonly from: string;
  readonly to: string;
}

/** The page with its drawings made anew from the imports: of all rooms, and of the folders of each. */
export function withRoomDrawings(page: string): string {
  const imports = readImports();
  return page.replace(DRAWING, (_, start: string, room: string | undefined, end: string) => {
    const folder = room === undefined ? SOURCES : `${SOURCES}/${room}`;
    return `${start}\n\`\`\`mermaid\n${drawing(folder, imports)}\n\`\`\`\n\n${end}`;
  });
}

/** What lies directly in a folder, and which of it imports which. */
function drawing(folder: string, imports: readonly Import[]): string {
  const inside = imports.filter(({ from, to }) => [from, to].every((file) => file.startsWith(`${folder}/`)));
  const arrows = inside
    .map(({ from, to }) => [partOf(folder, from), partOf(folder, to)] as const)
    .filter(([from, to]) => from !== to)
    .map(([from, to]) => `  ${idOf(from)} --> ${idOf(to)}`);
  const parts = childrenOf(folder).map((part) => `  ${idOf(part)}${CODE.test(part) ? `(${part})` : `[${part}/]`}`);
  return ['flowchart TD', ...parts, ...[...new Set(arrows)].sort()].join('\n');
}

/** The file or the folder directly in `folder` that a file is, or is in. */
function partOf(folder: string, file: string): string {
  return file.slice(folder.length + 1).split('/', 1)[0] ?? '';
}

function childrenOf(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || CODE.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

function idOf(part: string): string {
  return `in_${part.replace(/\W/g, '_')}`;
}

function readImports(): Import[] {
  const files = readdirSync(path.join(projectRoot, SOURCES), { recursive: true, encoding: 'utf8' })
    .filter((name) => CODE.test(name))
    .map((name) => path.posix.join(SOURCES, name.replaceAll(path.sep, '/')))
    .sort();
  const known = new Set(files);
  return files.flatMap((from) =>
    ts
      .preProcessFile(readFileSync(path.join(projectRoot, from), 'utf8'))
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .flatMap(({ fileName }) => {
        const named = path.posix.join(path.posix.dirname(from), fileName);
        const to = [named, `${named}.ts`, `${named}.tsx`, `${named}/index.ts`].find((file) => known.has(file));
        return to === undefined ? [] : [{ from, to }];
      }),
  );
}
