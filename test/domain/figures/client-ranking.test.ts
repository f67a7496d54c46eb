import { parsePeriod } from '../../../src/domain/arguments/period';
import { EVERYONE, rankClients } from '../../../src/domain/figures/client-ranking';
import type { Ranked } from '../../../src/domain/figures/ranking-words';
import { ALL } from '../../../src/domain/ledger/name-key';
import { sampleBook } from '../sample-book';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

/** To rank so many takes a tenth of a second; it took half a minute. */
const ROWS = 40_000;

it.each<Ranked>(['client', 'service'])(
  'ranks the many rows of one month by %s in a time that grows as they do',
  async (by) => {
    const clients = Array.from({ length: ROWS }, (_, index) => ({
      Client: `Client ${index % 50}`,
      Service: 'Azure OpenAI',
      Spend: 1 + (index % 7),
    }));
    const book = sampleBook({ clients });
    book.clients().account(ALL, ALL);

    const asked = { ...EVERYONE, by, vendor: ALL, period: parsePeriod('2024'), currency: null };
    expect(await cpuTime(() => rankClients(book, asked))).toBeLessThan(WRONG_KIND_MS);

    const ranking = rankClients(book, asked);
    expect(ranking.clients).toHaveLength(by === 'client' ? 50 : 1);
    expect(ranking.total.amount.toNumber()).toBe(clients.reduce((sum, { Spend }) => sum + Spend, 0));
  },
);
