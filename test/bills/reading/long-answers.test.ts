import { putTogether, takenApart } from '../../../src/bills/reading/long-answers';

const sums = (count: number): unknown[] => Array.from({ length: count }, (_, at) => ({ client: `Client ${at}` }));

it.each([
  ['a summary', (groups: unknown[]) => ({ groups, rows: 7 })],
  ['an answer with a summary in it', (groups: unknown[]) => ({ summary: { groups, rows: 7 }, sha256: 'ab' })],
])('%s of very many sums comes in several messages, and is whole again', (_, answerWith) => {
  for (const count of [0, 1, 5_000, 12_345]) {
    const whole = answerWith(sums(count));
    const { answer, sums: parts } = takenApart(whole);
    expect(answer).toEqual(answerWith([]));
    expect(Math.max(0, ...parts.map(({ length }) => length))).toBeLessThanOrEqual(5_000);
    expect(putTogether(answer, parts)).toEqual(whole);
  }
});

it('an answer without sums comes as it is', () => {
  for (const answer of ['ab12', null, [{ client: 'Acme' }], { kind: 'bill', tables: [] }]) {
    expect(takenApart(answer)).toEqual({ answer, sums: [] });
    expect(putTogether(answer, [])).toBe(answer);
  }
});
