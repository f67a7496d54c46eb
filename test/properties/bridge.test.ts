import fc from 'fast-check';
import { parsePeriod } from '../../src/domain/arguments/period';
import { requireCurrency } from '../../src/domain/arguments/required-currency';
import { bridge, effectsInOrder, type Bridge } from '../../src/domain/figures/bridge';
import { BRIDGED } from '../../src/domain/figures/bridge-words';
import type { Book } from '../../src/domain/ledger/book';
import { Problem } from '../../src/domain/messages/problem';
import { sum } from '../../src/domain/money/decimal';
import { CLIENTS, clientRows, workbookOf } from './random-workbook';

const period = fc.constantFrom('2023-11', '2024-02', '2024-Q1', '2023-11:2024-04', '2024');
const question = fc.record({
  client: fc.constantFrom(...CLIENTS, '*', '*'),
  from: period,
  to: period,
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
  by: fc.constantFrom(...BRIDGED),
});
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never;

/** Null if there is none: nothing on record, claims that disagree. */
function ask(book: Book, { client, from, to, currency, by }: Question): Bridge | null {
  try {
    return bridge(book, {
      client,
      from: parsePeriod(from),
      to: parsePeriod(to),
      currency: requireCurrency(currency),
      vendor: '*',
      by,
    });
  } catch (problem) {
    if (problem instanceof Problem) {
      return null;
    }
    throw problem;
  }
}

const isNoCredit = (row: readonly unknown[]): boolean => Number(row[4] ?? 0) >= 0;

const told = (found: Bridge | null): string[] =>
  found === null ? [] : effectsInOrder(found).map(([effect, amount]) => `${effect} ${amount.toFixed()}`);

describe('a bridge', () => {
  it('adds up to the change to the last digit, in every currency', () => {
    let found = 0;
    fc.assert(
      fc.property(clientRows, question, (rows, asked) => {
        const bridged = ask(workbookOf(rows), asked);
        if (bridged === null) {
          return;
        }
        found += 1;
        const effects = sum(effectsInOrder(bridged).map(([, amount]) => amount));
        expect(bridged.first.total.amount.plus(effects).toFixed()).toBe(bridged.second.total.amount.toFixed());
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(clientRows, question, (rows, asked) => {
        const [forth, back] = [rows, [...rows].reverse()].map((ordered) => told(ask(workbookOf(ordered), asked)));
        expect(back).toEqual(forth);
      }),
      { numRuns: 500 },
    );
  });

  it('of a period with itself has no effect, where nothing is in credit', () => {
    fc.assert(
      fc.property(clientRows, question, (rows, asked) => {
        const bridged = ask(workbookOf(rows.filter(isNoCredit)), { ...asked, to: asked.from });
        // Prices and mean rates of several months are rounded in their 34th digit.
        const effects = bridged === null ? [] : effectsInOrder(bridged).map(([, amount]) => amount);
        const most = bridged?.first.months.flatMap((month) => month.amounts()).map(({ amount }) => amount.abs()) ?? [];
        expect(effects.filter((amount) => amount.abs().greaterThan(sum(most).times('1e-25')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
