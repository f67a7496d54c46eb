import path from 'node:path';
import { servedPane } from './pane-site';

const INDEX = path.join(__dirname, '../../../src/taskpane/index.ts');
const pane = servedPane(INDEX, { replaced: { 'office-services': path.join(__dirname, 'office-services.ts') } });

/** An Office.js that is ready at once, with what `onReady` says, and a pane that the test can show. */
function office(
  ready: string,
  listening = 'async (listener) => { window.setVisibility = listener; return async () => {}; }',
): string {
  return `window.Office = {
    context: {},
    VisibilityMode: { hidden: 'Hidden', taskpane: 'Taskpane' },
    onReady: async () => (${ready}),
    addin: { onVisibilityModeChanged: ${listening} },
  };`;
}

/** How many scripts the page has fetched beside its entry: the pane's own come only when it is shown. */
const chunks = (): string[] =>
  pane.site().requests.filter((name) => name.endsWith('.js') && !/main\.js|office\.js/.test(name));

beforeEach(() => {
  pane.site().requests.length = 0;
  pane.site().broken.clear();
});

it('the pane opens when it is visible', async () => {
  pane.site().office.script = office(`{ host: 'Excel', addin: { visibilityMode: 'Taskpane' } }`);
  const page = await pane.site().open();
  await page.getByText('ByteDance').waitFor();
});

it('the pane opens at once where its visibility is unknown', async () => {
  pane.site().office.script = office(`{ host: 'Excel' }`);
  const page = await pane.site().open();
  await page.getByText('ByteDance').waitFor();
});

it('before Office is ready the tabs can be read, and the pane is fetched', async () => {
  pane.site().office.script = office(
    `await new Promise((ready) => { window.beReady = ready; }), { host: 'Excel', addin: { visibilityMode: 'Taskpane' } }`,
  );
  const page = await pane.site().open();
  await page.getByText('Clients').waitFor();
  while (chunks().length === 0) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await page.evaluate(() => (window as never as { beReady(): void }).beReady());
  await page.getByText('ByteDance').waitFor();
});

/** A runtime that a formula started: its page is nowhere on the screen. */
const hidden = office(`document.documentElement.hidden = true, { host: 'Excel', addin: { visibilityMode: 'Hidden' } }`);

it('a runtime started by a formula does not fetch the pane until the pane is shown', async () => {
  pane.site().office.script = hidden;
  const page = await pane.site().open();
  await page.waitForFunction(() => 'setVisibility' in window);
  expect(chunks()).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.hidden = false;
    (window as never as { setVisibility(message: object): void }).setVisibility({ visibilityMode: 'Taskpane' });
  });
  await page.getByText('ByteDance').waitFor();
  expect(chunks()).not.toEqual([]);
});

it('the pane opens when it comes on the screen, even if the message of it was sent before Office listened', async () => {
  pane.site().office.script = hidden;
  const page = await pane.site().open();
  await page.waitForFunction(() => 'setVisibility' in window);
  await page.evaluate(() => (document.documentElement.hidden = false));
  await page.getByText('ByteDance').waitFor();
});

it('the pane opens even if Office takes no listener', async () => {
  pane.site().office.script = office(
    `{ host: 'Excel', addin: { visibilityMode: 'Hidden' } }`,
    `async () => { throw new Error('not here'); }`,
  );
  const page = await pane.site().open();
  await page.getByText('ByteDance').waitFor();
  expect(pane.site().complaints.splice(0).join()).toContain('not here');
});

it('outside Excel the page says where it belongs and how to start the local workbook', async () => {
  pane.site().office.script = office('{ host: null }');
  const page = await pane.site().open();
  await page.getByRole('heading', { name: 'AI Spend works inside Excel' }).waitFor();
  expect(await page.getByText('npm start').first().isVisible()).toBe(true);
  expect(await page.locator('#pane').isVisible()).toBe(false);
  expect(chunks()).toEqual([]);
});

it('without Office.js the page says what is missing', async () => {
  pane.site().office.script = null;
  const page = await pane.site().open();
  await page.getByRole('heading', { name: 'AI Spend could not start' }).waitFor();
  expect(pane.site().complaints.splice(0).join()).toContain('ERR_EMPTY_RESPONSE');
});

it('a pane that cannot be fetched says so and offers to try again', async () => {
  pane.site().office.script = office(`{ host: 'Excel' }`);
  await (await pane.site().open()).getByText('ByteDance').waitFor();
  for (const chunk of chunks()) {
    pane.site().broken.add(chunk);
  }

  const page = await pane.site().open();
  await page.getByRole('heading', { name: 'The pane could not be opened' }).waitFor();
  expect(pane.site().complaints.splice(0)).not.toEqual([]);
  expect(await page.getByRole('button', { name: 'Open the pane' }).isVisible()).toBe(true);
});
