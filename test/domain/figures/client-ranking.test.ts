import { parsePeriod } from '../../../src/domain/arguments/period';
import { EVERYONE, rankClients } from '../../../src/domain/figures/client-ranking';
import type { Ranked } from '../../../src/domain/figures/ranking-words';
import { ALL } from '../../../src/domain/ledger/name-key';
import { sampleBook } from '../sample-book';

/** What ranking so many rows may take; it takes a tenth of a second, and took half a minute. */
const MOST_MS = 5000;
const ROWS = 40_000;

it.each<Ranked>(['client', 'service'])(
  'ranks the many rows of one month by %s in a time that grows as they do',
  (by) => {
    const clients = Array.from({ length: ROWS }, (_, index) => ({
      Client: `Client ${index % 50}`,
      Service: 'Azure OpenAI',
      Spend: 1 + (index % 7),
    }));
    const book = sampleBook({ clients });
    book.clients().account(ALL, ALL);

    const started = performance.now();
    const ranking = rankClients(book, { ...EVERYONE, by, vendor: ALL, period: parsePeriod('2024'), currency: null });

    expect(performance.now() - started).toBeLessThan(MOST_MS);
    expect(ranking.clients).toHaveLength(by === 'client' ? 50 : 1);
    expect(ranking.total.amount.toNumber()).toBe(clients.reduce((sum, { Spend }) => sum + Spend, 0));
  },
);
