import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { classesAt, LATER_MEMBERS } from '../../../src/local/model/api-level';
import { CLASSES } from '../../../src/local/model/classes';
import { requirementSets } from '../../../src/local/protocol/app-context';

/** The minor version of ExcelApi with which each member of Excel's classes came, as Office.js' types say it. */
function versions(): Map<string, number> {
  const text = readFileSync(
    path.join(path.dirname(require.resolve('@types/office-js/package.json')), 'index.d.ts'),
    'utf8',
  );
  const found = new Map<string, number>();
  for (const statement of ts.createSourceFile('index.d.ts', text, ts.ScriptTarget.ES2022).statements) {
    if (!ts.isModuleDeclaration(statement) || statement.name.text !== 'Excel' || !ts.isModuleBlock(statement.body!)) {
      continue;
    }
    for (const each of statement.body.statements.filter(ts.isClassDeclaration)) {
      for (const member of each.members) {
        const comment = text.slice(member.pos, member.end);
        const [, minor] = /Api set: ExcelApi 1\.(\d+)/.exec(comment) ?? [];
        const name = member.name !== undefined && ts.isIdentifier(member.name) ? member.name.text : '';
        const key = `${each.name?.text}.${name}`;
        if (minor !== undefined && !found.has(key)) {
          found.set(key, Number(minor));
        }
      }
    }
  }
  return found;
}

const members = CLASSES.classes.flatMap(({ name, scalars = {}, objects = {}, reads = {}, writes = {} }) =>
  Object.keys({ ...scalars, ...objects, ...reads, ...writes }).map((member) => `${name}.${member}`),
);

it('what is served of versions after 1.9 is listed, with its version', () => {
  const known = versions();
  expect(known.size).toBeGreaterThan(1_000);
  const later = members.flatMap((member) => {
    const minor = known.get(member) ?? 0;
    return minor > 9 ? [[member, minor] as const] : [];
  });
  expect(LATER_MEMBERS).toEqual(Object.fromEntries(later));
});

it('a member is there from the level on that it came with', () => {
  const served = (level: number | null): boolean => {
    const range = classesAt(CLASSES, level).classes.find(({ name }) => name === 'Range');
    return range?.scalars !== undefined && 'valuesAsJson' in range.scalars;
  };
  expect([9, 15, 16, 20, null].map(served)).toEqual([false, false, true, true, true]);
});

it('a level is declared as asked for; before 1.16 the results of functions carry no formats', () => {
  expect(requirementSets(9)).toMatchObject({ ExcelApi: '1.9', CustomFunctionsRuntime: '1.3' });
  expect(requirementSets(20)).toMatchObject({ ExcelApi: '1.20', CustomFunctionsRuntime: '1.4' });
  expect(requirementSets(null)).toMatchObject({ ExcelApi: '1.9', CustomFunctionsRuntime: '1.4' });
});
