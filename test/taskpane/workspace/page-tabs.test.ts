import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../scripts/project';
import { VIEW_LABELS } from '../../../src/taskpane/contract/pane-context';

it('the page has the words of the tabs before any script runs', () => {
  const page = readFileSync(path.join(projectRoot, 'src/taskpane/taskpane.html'), 'utf8');
  const tabs = [...page.matchAll(/<span class="tab">(.*?)<\/span/g)].map(([, label]) => label);
  expect(tabs).toEqual(Object.values(VIEW_LABELS));
});
