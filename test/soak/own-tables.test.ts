import type { LocalPage } from '../../scripts/local-page';
import { cellComesTo } from '../e2e/cell-texts';
import { openWorkbook, type OpenedWorkbook } from '../e2e/local-workbook';

/*
 * Tables whose cells hold our own functions: each calculation changes what the next one reads, until it settles or is told to be
 * a circle.
 */
let workbook: OpenedWorkbook;
let local: LocalPage;
let sheet: string;

beforeAll(async () => {
  workbook = await openWorkbook();
  local = workbook.local;
  await local.loadReferenceData();
});

afterAll(() => workbook?.browser.close());

beforeEach(async () => {
  sheet = await local.addSheet();
});

const comesTo = (on: string, address: string, text: string | RegExp): Promise<void> =>
  cellComesTo(local, on, address, text);

async function enter(on: string, entries: Record<string, string>): Promise<void> {
  await local.enter(on, Object.entries(entries));
  await local.settle();
}

describe('a table that rests on our own functions', () => {
  it('settles', async () => {
    await enter('AI Clients', {
      A5: 'Twice',
      B5: 'Microsoft',
      D5: '2024-11',
      E5: '=2*AISPEND("ByteDance")',
      F5: 'EUR',
    });
    await enter(sheet, { C1: '=AISPEND("Twice")' });
    await comesTo(sheet, 'C1', '40,000,000.00 EUR');
    await enter('AI Clients', { E2: '1000' });
    await comesTo(sheet, 'C1', '2,000.00 EUR');
    await enter('AI Clients', { E2: '20000000' });
    await comesTo(sheet, 'C1', '40,000,000.00 EUR');
  });

  it('and on itself is a circle, which is told by name, and ends when it is opened', async () => {
    await enter(sheet, { C1: '=AISPEND("ByteDance")' });
    await enter('AI Clients', { E5: '=1+IFERROR(AISPEND("Twice"),0)' });
    await comesTo(sheet, 'C1', /^#VALUE! AIClients rests on itself: Spend in row 5 changes with every calculation/);
    await enter('AI Clients', { E5: '3' });
    await comesTo(sheet, 'C1', '20,000,000.00 EUR');
  });
});
