import { oneAtATime } from '../../../src/taskpane/data/one-at-a-time';

it('a task never runs twice at once, and once more for all who asked meanwhile', async () => {
  const ends: (() => void)[] = [];
  const start = oneAtATime(() => new Promise((resolve) => ends.push(resolve)));
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  start();
  start();
  start();
  expect(ends).toHaveLength(1);
  ends[0]!();
  await settled();
  expect(ends).toHaveLength(2);
  ends[1]!();
  await settled();
  expect(ends).toHaveLength(2);
  start();
  expect(ends).toHaveLength(3);
});
