import { summarise, tableFrom } from '../tables';

const bill = (days: readonly number[], month = '2025-11'): ReturnType<typeof tableFrom> =>
  tableFrom(
    [
      'Client|Vendor|Date|Amount|Currency',
      ...days.map((day) => `Acme|OpenAI|${month}-${String(day).padStart(2, '0')}|1|USD`),
    ].join('\n'),
  );
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);
const isPartial = async (...args: Parameters<typeof bill>): Promise<boolean> =>
  (await summarise(bill(...args))).groups.at(-1)?.isPartial === true;

describe('a bill that ends before its last month does', () => {
  it('marks that month as not complete where it has rows day by day, and asks', async () => {
    const { groups, questions } = await summarise(bill(upTo(18)));
    expect(groups).toMatchObject([{ month: '2025-11', isPartial: true }]);
    expect(questions).toMatchObject([{ option: 'complete', answer: 'no' }]);
    expect((await summarise(bill(upTo(18)), { complete: 'yes' })).groups[0]).not.toHaveProperty('isPartial');
  });

  it('is one of a few days without rows too, but not one that has rows on some days', async () => {
    expect(await isPartial(upTo(20).filter((day) => day % 7 !== 0))).toBe(true);
    expect(await isPartial([3, 9, 10, 11, 12, 18])).toBe(false);
    expect(await isPartial([1, 2, 3, 4])).toBe(false);
  });

  it('is none that has the last day, of a short month too', async () => {
    expect(await isPartial(upTo(30))).toBe(false);
    expect(await isPartial(upTo(28), '2025-02')).toBe(false);
    expect(await isPartial(upTo(28), '2024-02')).toBe(true);
  });

  it('is judged by its last month alone', async () => {
    const both = tableFrom(
      ['Client|Vendor|Date|Amount|Currency']
        .concat(upTo(18).map((day) => `Acme|OpenAI|2025-10-${String(day).padStart(2, '0')}|1|USD`))
        .concat(upTo(30).map((day) => `Acme|OpenAI|2025-11-${String(day).padStart(2, '0')}|1|USD`))
        .join('\n'),
    );
    expect((await summarise(both)).questions).toEqual([]);
  });
});
