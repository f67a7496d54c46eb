import { Decimal } from '../../../src/domain/money/decimal';
import { groupThousands } from '../../../src/domain/money/money';
import fc from 'fast-check';
import { clientMonths, exactSum, mainClient } from '../../../src/taskpane/import/client-months';
import * as phrases from '../../../src/taskpane/import/import-phrases';
import { BILLS, RATES } from '../../e2e/pane/bills';

const focus = BILLS['focus.csv']!('focus.csv');
const mapping = focus.bill.tables[0]!.recognition.mapping;
const preview = focus.preview(mapping);
const troubled = BILLS['troubled.csv']!('troubled.csv').preview(mapping);

describe('an exact amount', () => {
  it('has its thousands apart and keeps all its digits', () => {
    expect(groupThousands('1129.4460788868222557592391990001')).toBe('1,129.4460788868222557592391990001');
    expect(groupThousands('-1234567')).toBe('-1,234,567');
    expect(groupThousands('-123.5')).toBe('-123.5');
    expect(groupThousands('0')).toBe('0');
  });

  it('is the same number without its commas', () => {
    const digits = fc
      .tuple(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 28n }))
      .map(([whole, part]) => `${whole}.${String(part).replace(/0+$/, '')}`);
    fc.assert(
      fc.property(digits, (amount) => {
        expect(groupThousands(amount).replaceAll(',', '')).toBe(amount);
        expect(groupThousands(amount)).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d*)?$/);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('is added without a float', () => {
    expect(exactSum(['0.1', '0.2', '0.0000000072922557592391990001'])).toBe('0.3000000072922557592391990001');
    expect(exactSum([])).toBe('0');
  });
});

describe('the lines by month and client', () => {
  it('have the latest month first and in it the largest amount, and come to the kept total', () => {
    const lines = clientMonths(preview.summary.groups);
    expect(lines.slice(0, 3).map(({ month, client, amount }) => [month, client.slice(0, 8), amount])).toEqual([
      ['2024-10', 'The Extr', '100'],
      ['2024-10', '<img src', '-0.53707392473'],
      ['2024-09', 'Contoso', '1018.0066386256922557592391990001'],
    ]);
    expect(lines[2]).toMatchObject({ rows: 820, currency: 'USD' });
    const total = lines.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
    expect(total.toFixed()).toBe(preview.summary.totals[0]!.kept);
  });

  it('keep currencies apart', () => {
    const [group] = preview.summary.groups;
    expect(clientMonths([group!, { ...group!, currency: 'EUR' }]).map(({ currency }) => currency)).toEqual([
      'EUR',
      'USD',
    ]);
  });

  it('tell the client with the most rows', () => {
    expect(mainClient(preview.summary.groups)).toBe('Contoso');
    expect(mainClient([])).toBeNull();
  });
});

describe('what the import says', () => {
  it('of a bill: its format alone, then its rows, currencies, months and vendors', () => {
    expect(phrases.billLine('FOCUS 1.0', null)).toBe('FOCUS 1.0');
    expect(phrases.billLine('FOCUS 1.0', preview)).toBe(
      'FOCUS 1.0 · 1,000 rows · USD · 2024-09 to 2024-10 · 3 vendors',
    );
  });

  it('of a reading: how much, and once it can be known how fast and how long', () => {
    const at = { bytesDone: 74.5e6, bytesTotal: 298e6, rows: 250_000 };
    expect(phrases.readingText(at, 100)).toBe('75 of 298 MB');
    expect(phrases.readingText(at, 1_000)).toBe('75 of 298 MB · 250,000 rows/s · 3 s left');
    expect(phrases.readingText({ ...at, bytesDone: 1e6, rows: 0 }, 1_000)).toBe('1 of 298 MB · 5 min left');
    expect(phrases.readingText({ bytesDone: 12, bytesTotal: 12, rows: 1 }, 1_000)).toBe('12 of 12 bytes · 1 rows/s');
    expect(phrases.readingText({ bytesDone: 0, bytesTotal: 0, rows: 0 }, 9_000)).toBe('0 of 0 bytes');
  });

  it('of a size: the unit that fits', () => {
    expect([12, 4_560, 481_234, 298e6].map(phrases.sizeText)).toEqual(['12 bytes', '4.6 kB', '481 kB', '298 MB']);
  });

  it('of a text: its encoding and delimiter, known or not', () => {
    expect(phrases.textReading({ encoding: 'utf-16le', delimiter: '\t' })).toBe('Unicode (UTF-16 LE), tab');
    expect(phrases.textReading({ encoding: 'ibm866', delimiter: '~' })).toBe('ibm866, ~');
  });

  it('of AI services: by which columns, how much, and how much is left out', () => {
    expect(phrases.aiRecognition({ aiColumns: [] })).toMatch(/^Not possible here/);
    expect(phrases.aiRecognition({ aiColumns: ['ServiceName'] })).toMatch(/is missed, .* Looked at: ServiceName\.$/);
    expect(phrases.aiRecognition({ aiColumns: [], whollyAi: true })).toMatch(/^Every row/);
    expect(phrases.aiEffect(preview, false)).toBe('250 rows recognised as AI: 1,019.44607887953 USD.');
    expect(phrases.aiEffect(focus.preview({ ...mapping, onlyAi: true }), true)).toBe(
      '250 rows recognised as AI: 1,019.44607887953 USD. 750 rows left out as not AI: 110.0000000072922557592391990001 USD.',
    );
    expect(phrases.aiEffect({ ...preview, summary: { ...preview.summary, ai: [] } }, true)).toBe(
      'No row is recognised as AI. Nothing is left out as not AI.',
    );
  });

  it('of problems: where they are, and how many rows are in no total', () => {
    expect(troubled.summary.problems.slice(1, 3).map(phrases.problemPlace)).toEqual([
      'Line 13, column BilledCost',
      'Line 1,014, column BilledCost',
    ]);
    expect(phrases.problemPlace({ ...troubled.summary.problems[0]!, column: '' })).toBe('Line 12, amount');
    expect(phrases.rowsWithoutAmount(8, troubled.summary.totals)).toBe(7);
    expect(phrases.rowsWithoutAmount(0, troubled.summary.totals)).toBe(0);
  });

  it('of earlier imports: when, as what, how many rows', () => {
    const [earlier] = troubled.earlier(new Set());
    expect(phrases.sameFile(earlier!)).toBe(
      'Loaded on 2024-11-18 14:05 as september.csv; its 412 rows will be replaced.',
    );
    expect(phrases.sameFile({ ...earlier!, rows: 220, sameRows: true })).toBe(
      'Loaded on 2024-11-18 14:05 as september.csv: the same 220 rows. Loading it again changes nothing.',
    );
    expect(phrases.overlap({ ...earlier!, rows: 1 })).toContain('has 1 row for the same clients');
    expect(phrases.overlap({ ...earlier!, rows: 30, otherRows: 190, after: [] })).toBe(
      'september.csv, loaded on 2024-11-18 14:05, has 30 rows for the same clients, vendors and months: 20.5 USD. ' +
        'This file has nothing for them. The 190 other rows of september.csv stay.',
    );
  });

  it('of a load: only what it did', () => {
    const report = { source: 'bill.csv', added: 412, removed: 0, kept: 0 };
    expect(phrases.loadedText({ ...report, added: 0, rows: 220 })).toBe(
      'The same 220 rows of bill.csv were there already.',
    );
    expect(phrases.loadedText(report)).toBe('412 rows added as bill.csv.');
    expect(phrases.loadedText({ ...report, added: 1, removed: 400 })).toBe(
      '1 row added as bill.csv, 400 rows of an earlier load removed.',
    );
    expect(phrases.loadedText({ source: '', added: 125, removed: 0, kept: 2 }, 'rate')).toBe(
      '125 rates added, 2 other rates kept.',
    );
    expect(phrases.ratesFacts(RATES)).toBe('25 rates new, 100 rates replaced, 2 rates of your own kept');
  });

  it('to a screen reader: that the preview is there', () => {
    expect(phrases.previewReady(preview)).toBe('Preview ready: 9 rows to load from 1,000 rows of the file.');
    expect(phrases.previewReady(troubled)).toMatch(/, 8 rows with problems\.$/);
  });

  it('of the report: a name by its kind', () => {
    expect(phrases.reportName('bill.csv', 'text/plain')).toBe('bill.csv import report.txt');
    expect(phrases.reportName('bill.csv', 'application/json')).toBe('bill.csv import report.json');
  });
});

it('files that were chosen together are called by the first, whatever their order', () => {
  const named = (...names: readonly string[]): string => phrases.filesName(names.map((name) => new File([], name)));
  expect([named('a.csv'), named('part 10.csv', 'part 9.csv', 'part 11.csv')]).toEqual([
    'a.csv',
    'part 9.csv and 2 more',
  ]);
});
