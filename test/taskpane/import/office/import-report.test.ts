import { importReport } from '../../../../src/taskpane/import/office/import-report';
import type { OpenedImport } from '../../../../src/taskpane/contract/import-services';
import { openBill } from '../../../bills/reading/open-bill';

const MERGES = [{ name: 'Acme Ltd', client: 'Acme', reason: 'legal form' }];
const BILL = [
  'Client,Vendor,Month,Amount,Currency',
  'Acme Ltd,OpenAI,5/1/25,1.50,EUR',
  '=HYPERLINK(1),OpenAI,5/2/25,-2.25,EUR',
  'Beta,OpenAI,5/3/25,none,EUR',
];

async function reportOf(as: 'json' | 'csv', decision: Parameters<typeof importReport>[3]['decision']): Promise<string> {
  const file = new File([`${BILL.join('\n')}\n`], 'bill.csv');
  const { found, table, summarise } = await openBill(file);
  const { mapping, summary } = await summarise('dates:day-first');
  const preview = { summary, merges: [], earlier: () => [] };
  const latest = { summary, table, mapping, sha256: 'ff00', preview, asked: null };
  const report = importReport({ fileName: file.name, bytes: file.size }, found, latest, {
    as,
    opened: OPENED,
    decision,
  });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await report.arrayBuffer());
}

const OPENED: OpenedImport = {
  kind: 'invoices',
  fileName: 'bill.csv',
  checked: [],
  unreadable: [],
  unreadableLines: 0,
};
const DECISION = { merges: MERGES, replace: ['old.csv'], withoutProblemRows: true };

describe('the report of an import', () => {
  it('as CSV has totals, answers, merges, what was replaced and problems, and no formula of the file', async () => {
    const text = await reportOf('csv', DECISION);
    const lines = text.replace('\uFEFF', '').split('\r\n');
    expect(text.startsWith('\uFEFFPart,What,Says,Rows,Amount,Currency\r\n')).toBe(true);
    expect(lines).toEqual(
      expect.arrayContaining([
        'File,Name,bill.csv,,,',
        'File,SHA-256,ff00,,,',
        'Total,Total of the file,,2,-0.75,EUR',
        'Total,Kept,,2,-0.75,EUR',
        'Answer,How are the dates written?,day-first,,,',
        'Merged,Acme Ltd,Acme,,,',
        'Replaced,old.csv,"for the same clients, vendors and months",,,',
        'Problem,Line 4,"Amount: none: ""none"" is not an amount.",,,',
      ]),
    );
    const hostile = await reportOf('csv', { ...DECISION, merges: [{ name: '=1+1', client: '@x', reason: '' }] });
    expect(hostile).toContain("Merged,'=1+1,'@x,,,");
  });

  it('as JSON has the same decisions; before any, none', async () => {
    expect(JSON.parse(await reportOf('json', DECISION))).toMatchObject({ merges: MERGES, replaces: ['old.csv'] });
    expect(JSON.parse(await reportOf('json', null))).not.toHaveProperty('merges');
  });
});
