import { answerRows, engineError } from '../../../src/bills/ledger/engine-answer';
import { ledgerColumn } from '../../../src/bills/ledger/column-type';
import { readMeasure, summedTable } from '../../../src/bills/ledger/summed-table';

const answer = (data: unknown, more: object = {}): string =>
  JSON.stringify({
    meta: [
      { name: 'a', type: 'String' },
      { name: 'b', type: 'String' },
    ],
    data,
    rows: Array.isArray(data) ? data.length : 0,
    ...more,
  });
const HALF = '{"meta":[{"name":"a","type":"String"}],"data":[["x","1"],';

describe('an answer of the engine', () => {
  it('gives its rows, with blanks for NULL', () => {
    expect(
      answerRows(
        answer([
          ['x', null],
          ['=1+1', '2'],
        ]),
        2,
      ),
    ).toEqual([
      ['x', ''],
      ['=1+1', '2'],
    ]);
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'answers with a web page'],
    ['another text', 'Ok.\n', 'does not answer as ClickHouse does: "Ok."'],
    ['nothing', '', 'does not answer as ClickHouse does'],
    ['other JSON', '{"data":1}', 'does not answer as ClickHouse does'],
    ['an answer that was cut off', HALF, 'ended before it was complete'],
    ['fewer rows than it says', answer([['x', '1']], { rows: 2 }), 'ended before it was complete'],
    ['a number in place of a text', answer([['x', 1]]), 'row 1 has 1, no text'],
    ['an object in place of a text', answer([['x', {}]]), 'row 1 has {}, no text'],
    ['a row that is too short', answer([['x']]), 'row 1 does not have 2 cells'],
    ['a row that is none', answer(['xy']), 'row 1 does not have 2 cells'],
    ['other columns', JSON.stringify({ meta: [{}], data: [], rows: 0 }), 'it has 1 columns instead of 2'],
    ['a text without end', answer([['x', 'y'.repeat(1_000_001)]]), 'a text of 1000001 characters'],
    [
      'an error after the first rows',
      `${HALF}Code: 241, e.displayText() = DB::Exception: Memory limit (for query) exceeded, e.what() = DB::Exception`,
      'ran out of the memory that it may use. Ask for fewer months',
    ],
    [
      'an error as newer engines write it',
      `${HALF}\n"exception": "Code: 159. DB::Exception: Timeout exceeded: elapsed 600 s. (TIMEOUT_EXCEEDED)"}`,
      'longer than the time limit',
    ],
    [
      'an error that is all there is',
      '{"exception": "Code: 60. DB::Exception: Table billing.focus does not exist. (UNKNOWN_TABLE)"}',
      'There is no such table',
    ],
    [
      'an error within whole JSON',
      answer([['x', '1']], { exception: 'Code: 394. DB::Exception: Query was cancelled. (QUERY_WAS_CANCELLED)' }),
      'was stopped on the engine',
    ],
  ])('is refused where it is %s', (_, text, message) => {
    expect(() => answerRows(text, 2)).toThrow(message);
  });

  it('tells an unknown error in the engine’s own words, cut', () => {
    expect(engineError(`Code: 999. DB::Exception: ${'x'.repeat(500)}`).message).toMatch(
      /^The engine refused the statement\. The engine says: x{290,300}$/,
    );
    expect(
      engineError('Code: 193, e.displayText() = DB::Exception: Wrong password for user a, e.what() = DB::Exception')
        .message,
    ).toBe('The password is wrong. Type it again. The engine says: Wrong password for user a (code 193)');
  });
});

describe('sums of the engine', () => {
  const COLUMNS = [{ name: 'amount', as: 'sum' as const }];

  it.each(['1e5', 'nan', '1.5.', '=1', '12,5', '0x10'])('are refused where one is "%s"', (sum) => {
    expect(() => summedTable('', answer([[sum, '1']]), COLUMNS, null)).toThrow('as a sum of "amount"');
  });

  it.each(['-1', '1.5', '', '9'.repeat(30)])('are refused where one is of "%s" rows', (rows) => {
    expect(() => summedTable('', answer([['1', rows]]), COLUMNS, null)).toThrow('rows');
  });

  it('of no rows are none', async () => {
    const rows: unknown[] = [];
    await summedTable(
      '',
      answer([
        ['0', '0'],
        ['1.5', '3'],
      ]),
      COLUMNS,
      null,
    ).table.readRows([0], (cells, line, count) => rows.push([...cells, line, count]));
    expect(rows).toEqual([['1.5', 2, 3]]);
  });

  it('are not asked for where there are too many, or one may run over', () => {
    const measure = (...row: string[]): string => JSON.stringify({ meta: row.map(() => ({})), data: [row], rows: 1 });
    const narrow = ledgerColumn('cost', 'Decimal(38, 30)');
    expect(readMeasure(measure('10', '5000', '999999'), [narrow])).toEqual({ sums: 10, rows: 5000 });
    expect(() => readMeasure(measure('10', '5000', '1e7'), [narrow])).toThrow('may pass the 38 digits');
    expect(() => readMeasure(measure('10', '5000', 'nan'), [narrow])).toThrow('may pass the 38 digits');
    expect(() => readMeasure(measure('500001', '600000'), [])).toThrow('makes 500,001 sums; at most 500,000');
    expect(() => readMeasure(measure('x', '1'), [])).toThrow('does not count the sums');
  });
});
