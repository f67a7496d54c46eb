import { inOrder, matchingClients, totalTitle } from '../../../src/taskpane/clients/arrangement';
import type { ClientLine } from '../../../src/taskpane/contract/snapshot';

const client = (name: string, ...vendors: string[]): ClientLine => ({
  name,
  vendors,
  month: null,
  spend: null,
  size: null,
  hasFigure: false,
  kind: 'market',
  share: null,
  basis: null,
  disclosed: true,
  problem: null,
  doubt: [],
  marks: [],
  budget: null,
  source: '',
  note: '',
});

const clients = [client('ByteDance', 'Microsoft'), client('Adobe', 'OpenAI'), client('Straße 3 ＡＧ', 'Microsoft')];
const found = (text: string): string[] => matchingClients(clients, text).map(({ name }) => name);

describe('the search for clients', () => {
  it('finds all for no text or blanks', () => {
    expect(found('')).toHaveLength(3);
    expect(found('   ')).toHaveLength(3);
  });

  it('finds a part of the name in any case', () => {
    expect(found('tedan')).toEqual(['ByteDance']);
    expect(found('BYTED')).toEqual(['ByteDance']);
  });

  it('finds by vendor', () => {
    expect(found('openai')).toEqual(['Adobe']);
    expect(found('microsoft')).toEqual(['ByteDance', 'Straße 3 ＡＧ']);
  });

  it('ignores width and repeated spaces', () => {
    expect(found('ｂｙｔｅ')).toEqual(['ByteDance']);
    expect(found('  3   ag ')).toEqual(['Straße 3 ＡＧ']);
  });

  it('takes no sign for a pattern', () => {
    expect(found('.*')).toEqual([]);
  });
});

describe('the order of clients', () => {
  const sized = (name: string, size: number | null): ClientLine => ({ ...client(name), size });
  const lines = [sized('Client 10', null), sized('client 9', 5), sized('Beta', 7), sized('Alpha', null)];

  it('is natural by name', () => {
    expect(inOrder(lines, 'name').map(({ name }) => name)).toEqual(['Alpha', 'Beta', 'client 9', 'Client 10']);
  });

  it('is the largest first by spend, and those without a figure come last, by name', () => {
    expect(inOrder(lines, 'spend').map(({ name }) => name)).toEqual(['Beta', 'client 9', 'Alpha', 'Client 10']);
  });
});

describe('a total', () => {
  it('says how many clients are not in it', () => {
    const figure = { ...client('A'), hasFigure: true };
    expect(totalTitle([figure, figure])).toBe('Latest months together');
    expect(totalTitle([figure, client('B')])).toBe('Latest months together, without 1 client that has no figure');
    expect(totalTitle([figure, client('B'), client('C')])).toBe(
      'Latest months together, without 2 clients that have no figure',
    );
  });
});
