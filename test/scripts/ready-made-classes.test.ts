import { execFileSync } from 'node:child_process';
import { projectRoot } from '../../scripts/project';

/* In a process of its own: the package is an ES module, which Jest does not load. */
const COMPARE = `
  const loader = require('./scripts/ready-made-classes');
  const file = require('node:path').resolve('node_modules/cjk-regex/lib/index.js');
  const made = (code) => import('data:text/javascript,' + encodeURIComponent(code));
  loader.call({ resourcePath: file, async: () => async (error, code) => {
    if (error) { throw error; }
    const [ours, theirs] = await Promise.all([made(code), import(require('node:url').pathToFileURL(file).href)]);
    console.log(JSON.stringify(Object.keys(theirs).map((name) => [name, String(ours[name]?.().toRegExp()), String(theirs[name]().toRegExp())])));
  } });
`;

it('the classes made ahead are those that the package makes', () => {
  const printed = execFileSync(process.execPath, ['-e', COMPARE], { cwd: projectRoot, encoding: 'utf8' });
  const classes = JSON.parse(printed) as [name: string, ours: string, theirs: string][];
  expect(classes.map(([name, ours]) => [name, ours])).toEqual(classes.map(([name, , theirs]) => [name, theirs]));
  expect(classes).toHaveLength(3);
});
