import { fetchLateCode } from '../../../src/functions/explain/outside-cells';
import { evaluateNested, explainResolved } from '../../../src/taskpane/explain/call-explanation';
import { explanationText } from '../../../src/taskpane/explain/explanation-text';
import { bookOfFile, REFERENCE_WORKBOOK } from '../../golden/workbook-file';

const book = bookOfFile(REFERENCE_WORKBOOK);

test('an argument that does not tell is named as the function names it', () => {
  const call = { functionName: 'AISPEND', arguments: ['"ByteDance"', '', 'A1&B1'] };
  expect(explainResolved(call, { kind: 'unresolved', position: 2 }, book)).toEqual({
    kind: 'unresolved',
    argument: 'currency',
    text: 'A1&B1',
  });
});

beforeAll(fetchLateCode);

test('one cell has no preview, several have their first rows', () => {
  const one = explainResolved(
    { functionName: 'AISPEND', arguments: ['"ByteDance"'] },
    { kind: 'values', values: [[['ByteDance']]] },
    book,
  );
  expect(one).toMatchObject({ rows: 1, columns: 1, preview: [], explanation: { result: '20,000,000.00 EUR' } });
  const table = explainResolved({ functionName: 'AICLIENTS', arguments: [] }, { kind: 'values', values: [] }, book);
  expect(table).toMatchObject({ rows: 4, columns: 4 });
  expect(table.kind === 'explained' && table.preview[1]).toEqual(['ByteDance', '20,000,000.00 EUR', '100.0%']);
});

test('a nested call gives numbers, texts and errors, as Excel would hand them on', () => {
  const evaluate = evaluateNested(book);
  expect(evaluate('AISPEND', [[['ByteDance'], ['Adobe'], [null]]])).toEqual([
    [20_000_000],
    [{ type: 'Error', basicValue: '#N/A' }],
    [''],
  ]);
});

test('an explanation as text says all that the view shows, and never begins like a formula', () => {
  const call = { functionName: 'AISPEND', arguments: ['"ByteDance"', '', '"USD"'] };
  const explained = explainResolved(call, { kind: 'values', values: [[['ByteDance']], null, [['USD']]] }, book);
  if (explained.kind !== 'explained') {
    throw new Error('It was not explained.');
  }
  expect(explanationText('Sheet1!B2', '=AISPEND("ByteDance",,"USD")', explained.explanation).split('\n')).toEqual([
    'Sheet1!B2: =AISPEND("ByteDance",,"USD")',
    'AISPEND: 21,260,280.00 USD',
    '  20,000,000.00 EUR x 1.063014 = 21,260,280.00 USD',
    '1 of 1 month on record',
    'Arguments',
    '  client: ByteDance',
    '  period: not given (2024-11)',
    '  currency: USD',
    '  vendor: not given',
    '  service: not given',
    '  bound: not given',
    'Rows that count',
    '  AIClients row 2: 2024-11, ByteDance, Azure OpenAI Service, 20,000,000.00 EUR, reported, Tech Giants Pay Millions, 18 Nov 2024, The headline says $20M, the text says EUR 20 million; the text is used.',
    'Conversions',
    expect.stringMatching(/^ {2}20,000,000\.00 EUR at 1\.063014 \(2024-11, .+\) = 21,260,280\.00 USD$/),
  ]);
});
