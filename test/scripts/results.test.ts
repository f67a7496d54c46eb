import type { ReadCell } from '../../src/local/page/automation';
import { resultJson, resultLines, resultOf } from '../../scripts/results';

const empty: ReadCell = { formula: '', value: null, text: '', error: null, busy: false, spill: null };

describe('what a formula gave', () => {
  it('is the value of its cell', () => {
    const result = resultOf('A1', '=1', { ...empty, value: 1, text: '1.00' });
    expect(result).toEqual({ cell: 'A1', formula: '=1', value: 1, text: '1.00', error: null });
  });

  it('is the whole range where it spills', () => {
    const result = resultOf('A1', '={1;2}', { ...empty, value: 1, text: '1', spill: [[1], [2]] });
    expect(result.value).toEqual([[1], [2]]);
  });

  it('is the whole range even where the range begins with an error, which stands at its place', () => {
    const error = { code: '#N/A', message: 'not disclosed' };
    const result = resultOf('A1', '=AISPEND(B1:B2)', { ...empty, text: '#N/A', error, spill: [[error], [2]] });
    expect([result.value, result.error]).toEqual([[[error], [2]], null]);
  });

  it('is nothing beside an error', () => {
    const error = { code: '#N/A', message: 'No client "X" in AIClients.' };
    const result = resultOf('A1', '=AISPEND("X")', { ...empty, value: '#N/A', text: '#N/A', error });
    expect(result).toEqual({ cell: 'A1', formula: '=AISPEND("X")', value: null, text: '#N/A', error });
  });

  it('is printed in columns, with the message of an error and the rows of a spill', () => {
    const lines = resultLines([
      resultOf('A1', '=AISPEND("X")', { ...empty, text: '#N/A', error: { code: '#N/A', message: 'No client "X".' } }),
      resultOf('A12', '={1,2;3,4}', {
        ...empty,
        text: '1',
        spill: [
          [1, 2],
          [3, 4],
        ],
      }),
    ]);
    expect(lines).toEqual([
      'Cell  Formula        Shown',
      '----  -------------  -----',
      'A1    =AISPEND("X")  #N/A  No client "X".',
      'A12   ={1,2;3,4}     1',
      '                     1 | 2',
      '                     3 | 4',
    ]);
  });

  it('is printed with the months of a spill as months, and its other numbers with all their digits', () => {
    const spill = [
      ['Month', 'Spend'],
      [45597, 1234.5678],
    ];
    const texts = [
      ['Month', 'Spend'],
      ['2024-11', '1,234.57 EUR'],
    ];
    const result = resultOf('A1', '=AITREND("X")', { ...empty, text: 'Month', spill }, texts);
    expect(resultLines([result]).slice(3)).toEqual([
      '                     Month | Spend',
      '                     2024-11 | 1234.5678',
    ]);
    expect(JSON.parse(resultJson([result]))).toEqual([
      { cell: 'A1', formula: '=AITREND("X")', value: spill, text: 'Month', error: null },
    ]);
  });
});
