import { type Reading, timedReading } from '../../../src/taskpane/import/reading-bar';

it('progress is told with its time, at once and then no more often than anyone can read', () => {
  let now = 1_000;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const told: Reading[] = [];
  const listener = timedReading((reading) => told.push(reading));
  const at = (rows: number) => ({ bytesDone: rows, bytesTotal: 100, rows });
  for (const [elapsed, rows] of [
    [0, 1],
    [50, 2],
    [99, 3],
    [100, 4],
    [199, 5],
    [450, 6],
  ] as const) {
    now = 1_000 + elapsed;
    listener(at(rows));
  }
  expect(told.map(({ at: { rows }, elapsedMs }) => [rows, elapsedMs])).toEqual([
    [1, 0],
    [4, 100],
    [6, 450],
  ]);
  clock.mockRestore();
});
