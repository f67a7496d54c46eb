import fc from 'fast-check';
import { crossed, movedArea, movedCell, type LineShift, type Step } from '../../../src/local/values/line-shift';

function rows(how: LineShift['how'], at: number, count: number, across: LineShift['across'] = null): LineShift {
  return { sheetId: 's', how, what: 'rows', at, count, across };
}

const cell = (row: number, column = 0): { sheetId: string; row: number; column: number } => ({
  sheetId: 's',
  row,
  column,
});

describe('a shift of lines', () => {
  it('moves the cells behind it, takes away those in it, and leaves those of other sheets and columns', () => {
    expect(movedCell(cell(2), rows('inserted', 2, 3))).toEqual(cell(5));
    expect(movedCell(cell(1), rows('inserted', 2, 3))).toEqual(cell(1));
    expect(movedCell(cell(4), rows('deleted', 2, 2))).toEqual(cell(2));
    expect(movedCell(cell(3), rows('deleted', 2, 2))).toBeNull();
    const part = rows('inserted', 0, 1, { first: 1, count: 2 });
    expect([0, 1, 2, 3].map((column) => movedCell(cell(5, column), part)?.row)).toEqual([5, 6, 6, 5]);
    expect(movedCell({ ...cell(5), sheetId: 'other' }, rows('deleted', 0, 9))?.row).toBe(5);
    expect(movedCell(cell(3, 4), { ...rows('deleted', 1, 2), what: 'columns' })).toEqual(cell(3, 2));
  });

  it('widens an area that it is in the middle of, and moves one that it is before', () => {
    const area = { row: 2, column: 0, rowCount: 3, columnCount: 1 };
    expect(movedArea('s', area, rows('inserted', 3, 2))).toEqual({ ...area, rowCount: 5 });
    expect(movedArea('s', area, rows('inserted', 2, 2))).toEqual({ ...area, row: 4 });
    expect(movedArea('s', area, rows('inserted', 5, 2))).toEqual(area);
    expect(movedArea('s', area, rows('deleted', 1, 2))).toEqual({ ...area, row: 1, rowCount: 2 });
    expect(movedArea('s', area, rows('deleted', 0, 9))).toBeNull();
  });

  it("deletes none of the lines that others inserted between one's own", () => {
    const others: Step[] = [{ kind: 'shift', shift: rows('inserted', 3, 1) }];
    const [after, own] = crossed(others, [rows('deleted', 2, 3)]);
    expect(own).toEqual([rows('deleted', 4, 2), rows('deleted', 2, 1)]);
    expect(after).toEqual([{ kind: 'shift', shift: rows('inserted', 2, 1) }]);
  });

  it('deletes once what both deleted', () => {
    const [after, own] = crossed([{ kind: 'shift', shift: rows('deleted', 1, 3) }], [rows('deleted', 2, 4)]);
    expect(own).toEqual([rows('deleted', 1, 2)]);
    expect(after).toEqual([{ kind: 'shift', shift: rows('deleted', 1, 1) }]);
  });
});

/** Lines by name; those inserted are named by who inserted them. */
function after(lines: readonly string[], shifts: readonly LineShift[], who: string): string[] {
  const result = [...lines];
  for (const { how, at, count } of shifts) {
    if (how === 'inserted') {
      result.splice(at, 0, ...Array.from({ length: count }, () => who));
    } else {
      result.splice(at, count);
    }
  }
  return result;
}

const shift = fc
  .record({
    how: fc.constantFrom('inserted' as const, 'deleted' as const),
    at: fc.nat(6),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ how, at, count }) => rows(how, at, count));

it('shifts of two sides come to the same lines, whichever is made first', () => {
  fc.assert(
    fc.property(fc.array(shift, { maxLength: 4 }), fc.array(shift, { maxLength: 4 }), (others, own) => {
      const lines = Array.from({ length: 24 }, (_, index) => `line ${index}`);
      const [othersAfter, ownAfter] = crossed(
        others.map((each): Step => ({ kind: 'shift', shift: each })),
        own,
      );
      const shifts = othersAfter.flatMap((step) => (step.kind === 'shift' ? [step.shift] : []));
      expect(after(after(lines, own, 'own'), shifts, 'theirs')).toEqual(
        after(after(lines, others, 'theirs'), ownAfter, 'own'),
      );
    }),
    { seed: 3, numRuns: 2_000 },
  );
});
