import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import type { BilledSum } from '../../../src/domain/ledger/rows-to-load';
import { addExactText, exactText, type ExactSum } from '../../../src/bills/sums/exact-sum';
import { mergeClients, proposeMerges } from '../../../src/bills/sums/merge';
import { describeWithData, sharedData } from '../../shared-data';

const KNOWN = ['ByteDance', 'Meta', 'Adobe', 'Group 42', 'Contoso 1', 'Deutsche Telekom'];

const propose = (name: string) => proposeMerges([name], KNOWN, []).map(({ client }) => client)[0] ?? null;

describe('a merge', () => {
  it.each([
    ['ByteDance Ltd.', 'ByteDance'],
    ['Bytedance Ltd. and/or its affiliates', 'ByteDance'],
    ['Bytedance Inc', 'ByteDance'],
    ['bytedance', 'ByteDance'],
    ['ＢｙｔｅＤａｎｃｅ', 'ByteDance'],
    ['Byte Dance', 'ByteDance'],
    ['Bytedanse', 'ByteDance'],
    ['ByteDance Co., Ltd.', 'ByteDance'],
    ['ByteDance Holding', 'ByteDance'],
    ['Adobe Inc.', 'Adobe'],
    ['META', 'Meta'],
    ['Group 42 Holding Ltd', 'Group 42'],
    ['Deutsche Telekom AG', 'Deutsche Telekom'],
    ['Meta S.A.', 'Meta'],
    ['Adobe GmbH & Co. KG', 'Adobe'],
    ['Adobe Sp. z o.o.', 'Adobe'],
    ['Adobe S.A. de C.V.', 'Adobe'],
    ['Adobe A/S', 'Adobe'],
    ['Deutsche Telekmo', 'Deutsche Telekom'],
  ])('of %s into %s is proposed', (name, client) => expect(propose(name)).toBe(client));

  it.each([
    'ByteDance',
    'Meta Financial Group',
    'Meta Group Inc.',
    'Meta Platforms',
    'TikTok',
    'TikTok Inc.',
    'G42',
    'Contoso 2',
    'Beta',
    'Adobe Systems',
    'Adone',
    'Deutsche Telefon',
    'Marks &',
    'Ltd.',
    '',
  ])('of %s is not proposed', (name) => expect(propose(name)).toBeNull());

  it('is proposed for Chinese names with their legal form', () => {
    expect(
      proposeMerges(['字节跳动有限公司', '字节 跳动', '北京字节跳动科技有限公司'], ['字节跳动'], []),
    ).toMatchObject([
      { name: '字节跳动有限公司', client: '字节跳动' },
      { name: '字节 跳动', client: '字节跳动' },
    ]);
  });

  it('follows AIAliases before anything else, and gives a reason', () => {
    const aliases = [{ alias: 'tiktok', client: 'bytedance' }];
    expect(proposeMerges(['TikTok', 'TikTok', 'ByteDance Ltd.'], KNOWN, aliases)).toEqual([
      { name: 'TikTok', client: 'ByteDance', reason: 'in AIAliases' },
      { name: 'ByteDance Ltd.', client: 'ByteDance', reason: 'the same name but for its legal form or punctuation' },
    ]);
  });

  it('is proposed within the first bill as well, into the name without a legal form, and never in a chain', () => {
    expect(proposeMerges(['Contosoo Ltd.', 'Contoso Ltd.', 'Contoso', 'CONTOSO', 'Fabrikam'], [], [])).toEqual([
      { name: 'Contosoo Ltd.', client: 'Contoso', reason: 'nearly the same letters: look closely' },
      { name: 'Contoso Ltd.', client: 'Contoso', reason: 'the same name but for its legal form or punctuation' },
      { name: 'CONTOSO', client: 'Contoso', reason: 'the same name but for case, width or spaces' },
    ]);
  });

  it('adds up exactly what belongs together', () => {
    const group = (client: string, amount: string): BilledSum => ({
      client,
      vendor: 'V',
      service: '',
      month: '2024-09',
      currency: 'USD',
      amount,
      rows: 1,
    });
    const merged = mergeClients(
      [group('Adobe', '0.1'), group('Adobe Inc.', '0.2'), group('Zoom', '5')],
      [{ name: 'Adobe Inc.', client: 'Adobe', reason: '' }],
    );
    expect(merged).toEqual([{ ...group('Adobe', '0.3'), rows: 2 }, group('Zoom', '5')]);
    expect(mergeClients(merged, [])).toEqual(merged);
  });

  it('keeps the total and the rows of every currency', () => {
    const group = fc.record({
      client: fc.constantFrom('A', 'B', 'C'),
      vendor: fc.constantFrom('V', 'W'),
      service: fc.constantFrom('', 'S'),
      month: fc.constantFrom('2024-09', '2024-10'),
      currency: fc.constant('USD'),
      amount: fc
        .bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
        .map((unscaled) => exactText([{ scale: 12, safe: 0, beyond: unscaled }])),
      rows: fc.nat(9),
    });
    const total = (groups: readonly BilledSum[]) => {
      const sum: ExactSum = [];
      for (const { amount } of groups) {
        addExactText(sum, amount);
      }
      return exactText(sum);
    };
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), (groups) => {
        const merged = mergeClients(groups, [{ name: 'A', client: 'B', reason: '' }]);
        expect(total(merged)).toBe(total(groups));
        expect(merged.reduce((rows, one) => rows + one.rows, 0)).toBe(groups.reduce((rows, one) => rows + one.rows, 0));
        expect(merged.some(({ client }) => client === 'A')).toBe(false);
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});

describeWithData('the names of the seed list', () => {
  it('are never merged into another client', () => {
    const text = readFileSync(join(sharedData, 'entity/aliases_seed.csv'), 'utf8');
    const { data } = Papa.parse<{ canonical: string; alias: string; note: string }>(text, {
      header: true,
      skipEmptyLines: true,
    });
    const canonical = [...new Set(data.map((row) => row.canonical))];
    const proposals = proposeMerges(
      data.map(({ alias }) => alias),
      [...canonical, 'Meta'],
      [],
    );
    expect(proposals.length).toBeGreaterThan(5);
    const meant = new Map([['Meta', 'Meta Platforms'], ...data.map((row) => [row.alias, row.canonical] as const)]);
    for (const { name, client } of proposals) {
      expect(meant.get(client) ?? client).toBe(meant.get(name));
    }
    expect(proposals.map(({ name }) => name)).not.toContain('Meta Financial Group');
    expect(proposals.map(({ name }) => name)).not.toContain('TikTok');
  });
});
