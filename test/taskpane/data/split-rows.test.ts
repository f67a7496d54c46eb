import type { SplitDraft, SplitPreview } from '../../../src/taskpane/contract/split-services';
import { previewSplit } from '../../../src/taskpane/data/office/split-rows';
import { ENGLISH_STYLE, type FormulaStyle } from '../../../src/workbook/formulas/formula-style';
import { clientRow, tableOf } from '../../domain/sample-book';

const TABLE = tableOf(
  'AIClients',
  [
    { Client: 'Acme, Inc.', Spend: 60 },
    { Client: 'Beta', Spend: 40 },
    { Client: 'shared', Spend: 1000.5 },
    { Client: 'shared', Spend: 1, Month: '2024-07' },
  ].map(clientRow),
);
const DRAFT: SplitDraft = { kind: 'spend', vendors: 'same', parts: '' };
const preview = (draft: Partial<SplitDraft>, table = TABLE, style = ENGLISH_STYLE): SplitPreview =>
  previewSplit({ ...DRAFT, ...draft }, table, null, style);

it('shared rows are told with their parts, and those that stay with the reason', () => {
  expect(preview({})).toEqual({
    kind: 'ready',
    split: [{ row: 4, shared: '1,000.50 EUR in 2024-01 with Microsoft', outcome: 'Acme, Inc. 600.30, Beta 400.20' }],
    stays: [
      {
        row: 5,
        shared: '1.00 EUR in 2024-07 with Microsoft',
        outcome:
          'No other client has a bill with Microsoft in 2024-07. Let all vendors count, or split it by fixed parts.',
      },
    ],
    parts: 2,
  });
});

it.each(['Acme, Inc. 60; Beta 40', 'Acme, Inc. 60, Beta 40', 'acme, inc.: 60 %\nBETA = 40%'])(
  'fixed parts are read as they are written: %j',
  (parts) => {
    const found = preview({ kind: 'fixed', parts });
    expect(found.kind === 'ready' && found.split.map(({ outcome }) => outcome)).toEqual([
      'Acme, Inc. 600.30, Beta 400.20',
      'Acme, Inc. 0.60, Beta 0.40',
    ]);
  },
);

it.each([
  ['', 'Name the clients with their parts, such as Acme 60; Beta 40.'],
  ['Beta', '"Beta" is not a client with a part, such as Acme 60.'],
  ['Beta 40; Bete 60', 'No client "Bete" in AIClients. Did you mean "Beta"?'],
])('what is no part is told: %j', (parts, message) => {
  expect(preview({ kind: 'fixed', parts })).toEqual({ kind: 'open', message });
});

it('parts are read as the host writes numbers, and told where they are written otherwise', () => {
  const german: FormulaStyle = { listSeparator: ';', decimalSeparator: ',' };
  const found = preview({ kind: 'fixed', parts: 'Acme, Inc. 1.000,5, Beta 500,25' }, TABLE, german);
  expect(found.kind === 'ready' && found.split[0]?.outcome).toBe('Acme, Inc. 667.00, Beta 333.50');
  expect(preview({ kind: 'fixed', parts: 'Beta 60.5' }, TABLE, german)).toMatchObject({
    message: '"Beta 60.5" is not a client with a part, such as Acme 60.',
  });
});

it('where no bill is shared, it says how one is', () => {
  expect(preview({}, tableOf('AIClients', [clientRow({})]))).toMatchObject({
    message: 'No bill in AIClients has the Client "shared". Type "shared" where several clients are to pay together.',
  });
});
