import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/* What the pane says of amounts that a person types with a sign. */
let workbook: OpenedWorkbook;

beforeAll(async () => {
  workbook = await openWorkbook();
  await workbook.local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

it('$25 in a row of EUR counts as EUR, and the Data tab tells of it', async () => {
  const { local } = workbook;
  await local.type('AI Clients', 'E2', '$25');
  await local.settle();
  const [spend, currency] = await local.read('AI Clients', ['E2', 'F2']);
  expect([spend?.value, currency?.value]).toEqual([25, 'EUR']);
  await local.showPane();
  await local.pane.getByRole('tab', { name: 'Clients' }).click();
  await local.pane.getByRole('tab', { name: 'Data' }).click();
  const rows = local.pane.getByRole('list', { name: 'Rows shown in another currency' });
  await rows.waitFor();
  expect((await rows.innerText()).replace(/\s+/g, ' ')).toBe(
    'Row 2 shows $ and counts as EUR. Correct the Currency, or the number format.',
  );
});
