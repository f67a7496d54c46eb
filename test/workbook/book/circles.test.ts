import { Circles } from '../../../src/workbook/book/circles';

/** How many changes in a row, so far apart, it takes until they are a circle; null if they never are. */
function changesUntilCircle(apart: number): number | null {
  let now = 0;
  const circles = new Circles(() => (now += apart));
  for (let count = 1; count <= 1_000; count += 1) {
    if (circles.changedByCalculation()) {
      return count;
    }
  }
  return null;
}

it('a table that changes again and again by calculation alone rests on itself', () => {
  expect(changesUntilCircle(10)).toBe(26);
});

it('a feed that changes a table every few seconds is no circle', () => {
  expect(changesUntilCircle(5_000)).toBeNull();
});

it('an edit begins anew', () => {
  let now = 0;
  const circles = new Circles(() => (now += 1));
  for (let count = 0; count < 500; count += 1) {
    expect(circles.changedByCalculation()).toBe(false);
    if (count % 20 === 0) {
      circles.end();
    }
  }
});
