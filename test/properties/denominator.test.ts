import fc from 'fast-check';
import { parsePeriod } from '../../src/domain/arguments/period';
import { revenue } from '../../src/domain/figures/revenue';
import { share } from '../../src/domain/figures/share';
import { spend } from '../../src/domain/figures/spend';
import { EUR } from '../../src/domain/money/currency';
import type { Decimal } from '../../src/domain/money/decimal';
import { Problem } from '../../src/domain/messages/problem';
import { revenueRows } from './random-revenue';
import { CLIENTS, clientRows, VENDORS, workbookOf } from './random-workbook';

/** The figure; null if a Problem stands in the way. */
function known(ask: () => Decimal): Decimal | null {
  try {
    return ask();
  } catch (thrown) {
    if (thrown instanceof Problem) {
      return null;
    }
    throw thrown;
  }
}

describe('shares and revenues have one denominator', () => {
  it('so that share x revenue = spend, wherever all three are known for a month', () => {
    let times = 0;
    fc.assert(
      fc.property(
        clientRows,
        revenueRows,
        fc.constantFrom(...CLIENTS, '*'),
        fc.constantFrom(...VENDORS),
        fc.constantFrom('2023-11', '2023-12', '2024-01', '2024-02', '2024-06', ''),
        fc.constantFrom(null, 'AI revenue', 'Models revenue', 'Models'),
        (rows, revenues, client, vendor, when, of) => {
          const book = workbookOf(rows, revenues);
          // The latest month of each may be another.
          const month =
            when === ''
              ? latestShare(() => share(book, { client, vendor, period: parsePeriod(null), of, bound: null }))
              : when;
          if (month === null) {
            return;
          }
          const period = parsePeriod(month);
          const three = [
            known(() => share(book, { client, vendor, period, of, bound: null }).share),
            known(() => revenue(book, { vendor, period, currency: EUR, line: of, bound: null }).revenue.amount),
            known(() => spend(book, { client, vendor, period, currency: EUR }).total.amount),
          ];
          const [part = null, whole = null, spent = null] = three;
          if (part === null || whole === null || spent === null) {
            return;
          }
          times += 1;
          expect(part.times(whole).minus(spent).abs().lte(spent.abs().times('1e-25').plus('1e-25'))).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
    expect(times).toBeGreaterThan(25);
  });
});

function latestShare(ask: () => ReturnType<typeof share>): string | null {
  try {
    return ask().period.label;
  } catch (thrown) {
    if (thrown instanceof Problem) {
      return null;
    }
    throw thrown;
  }
}
