import { importLines } from '../../scripts/import-file';

const report = {
  format: 'Table',
  rows: 18,
  totals: [{ currency: 'USD', total: '90', kept: '90' }],
};

describe('what the terminal says of a loaded file', () => {
  it('says of a question that answers itself which answer holds, and how to give the other', () => {
    const questions = [
      {
        option: 'complete',
        reason: 'The bill has rows day by day and ends with 2024-11-18, before the month does.',
        choices: [
          { value: 'no', kept: [] },
          { value: 'yes', kept: [] },
        ],
        answer: 'no',
      },
    ];
    const file = { file: 'bill.csv', report: { ...report, questions }, outcome: '18 rows added.', error: null };
    expect(importLines(file)).toEqual([
      'bill.csv: Table, 18 rows',
      '  90 USD',
      '  The bill has rows day by day and ends with 2024-11-18, before the month does.',
      '    --answer complete:no, which holds',
      '    --answer complete:yes',
      '  18 rows added.',
    ]);
  });
});
