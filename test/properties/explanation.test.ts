import fc from 'fast-check';
import { shownAs } from '../../src/functions/explain/cell-text';
import { Problem } from '../../src/domain/messages/problem';
import { evaluate } from '../../src/functions/call/evaluate';
import { explain } from '../../src/functions/explain/explain';
import { declarationOf, fetchLateCode } from '../../src/functions/explain/outside-cells';
import { CLIENTS, clientRows, periodText, VENDORS, workbookOf } from './random-workbook';

const client = fc.constantFrom(...CLIENTS, '*', 'Nobody');
const vendor = fc.constantFrom(...VENDORS, '', '*');
const currency = fc.constantFrom('EUR', 'USD', 'GBP', '');

/** Calls as analysts make them. */
const call: fc.Arbitrary<[string, unknown[]]> = fc.oneof(
  fc.tuple(fc.constant('AISPEND'), fc.tuple(client, periodText, currency, vendor)),
  fc.tuple(fc.constant('REVSHARE'), fc.tuple(client, vendor, periodText)),
  fc.tuple(fc.constant('AIREVENUE'), fc.tuple(vendor, periodText, currency)),
  fc.tuple(
    fc.constant('AIROI'),
    fc.tuple(
      fc.oneof(client, fc.integer({ min: -5, max: 1000 })),
      fc.constantFrom('', 'All', 250),
      fc.constantFrom('roi', 'multiple', 'benefit', 'net', 'payback', 'irr'),
      fc.constantFrom(null, 0.1),
    ),
  ),
  fc.tuple(
    fc.constant('AICONCENTRATION'),
    fc.tuple(vendor, periodText, fc.constantFrom('hhi', 'cr1', 'cr4', 'effective')),
  ),
  fc.tuple(
    fc.constant('AIUSAGE'),
    fc.tuple(client, periodText, fc.constantFrom('quantity', 'unitcost'), fc.constantFrom('', '1M tokens'), currency),
  ),
  fc.tuple(
    fc.constant('AIFX'),
    fc.tuple(
      fc.integer({ min: -1000, max: 100_000 }),
      fc.constantFrom('EUR', 'USD'),
      fc.constantFrom('GBP', 'JPY', 'SEK'),
      fc.constantFrom('', '2024-02'),
    ),
  ),
);

beforeAll(fetchLateCode);

describe('an explanation', () => {
  it('ends with what the cell shows, or tells the problem that the cell has', () => {
    fc.assert(
      fc.property(clientRows, call, (rows, [name, args]) => {
        const book = workbookOf(rows);
        const raw = args.map((value) => [[value]]);
        const [[cell = ''] = []] = evaluate(declarationOf(name), raw, book);
        const explanation = explain(name, raw, book);
        if (cell instanceof Problem) {
          expect(explanation.problem).toMatchObject({ code: cell.code, message: cell.message });
        } else {
          expect(explanation.problem).toBeNull();
          expect(explanation.result).toBe(shownAs(cell));
          expect(explanation.steps.at(-1)).toMatch(
            new RegExp(`(^|[= ])${explanation.result.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
          );
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('counts rows that are on record in the months it names, and no superseded one', () => {
    fc.assert(
      fc.property(clientRows, client, periodText, (rows, who, period) => {
        const {
          rows: explained,
          recorded,
          problem,
        } = explain('AISPEND', [[[who]], [[period]], [['EUR']]], workbookOf(rows));
        if (problem !== null) {
          return;
        }
        const counted = explained.filter((row) => row.counted);
        expect(counted.length).toBeGreaterThan(0);
        expect(counted.every((row) => row.amount !== '' && row.basis !== 'superseded' && row.reason === '')).toBe(true);
        expect(explained.filter((row) => !row.counted).every((row) => row.reason !== '')).toBe(true);
        expect(new Set(counted.map((row) => row.month)).size).toBe(recorded?.onRecord);
      }),
    );
  });
});
