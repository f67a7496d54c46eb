import fc from 'fast-check';
import { Simulation, type SimulatedWindow } from './simulated-windows';

/** Two windows with a workbook of five rows. */
async function two(): Promise<[Simulation, SimulatedWindow, SimulatedWindow]> {
  const simulation = new Simulation();
  const [one, other] = [simulation.join('a'), simulation.join('b')];
  await simulation.settle();
  void one.edit(...['r0', 'r1', 'r2', 'r3', 'r4'].map((text, set) => ({ set, text })));
  await simulation.settle();
  return [simulation, one, other];
}

function sheets(simulation: Simulation): readonly string[][] {
  return simulation.windows.map(({ sheet }) => sheet);
}

describe('windows of a shared workbook whose server was away', () => {
  it('write for themselves, keep what they write, and share it when the server is back', async () => {
    const [simulation, one, other] = await two();
    simulation.stopServer();
    await simulation.settle();
    expect([one.status, other.status]).toEqual(['away 0', 'away 0']);
    void one.edit({ set: 1, text: 'kept' });
    await simulation.settle();
    void one.edit({ set: 2, text: 'kept too' });
    await simulation.settle();
    expect([one.status, one.sheet[1], other.sheet[1]]).toEqual(['away 2', 'kept', 'r1']);
    expect([...one.kept.values()].slice(-2).map(({ unit }) => unit.changes)).toEqual([
      [{ set: 1, text: 'kept' }],
      [{ set: 2, text: 'kept too' }],
    ]);
    simulation.startServer();
    await simulation.settle();
    expect(sheets(simulation)).toEqual([
      ['r0', 'kept', 'kept too', 'r3', 'r4'],
      ['r0', 'kept', 'kept too', 'r3', 'r4'],
    ]);
    expect([one.status, other.status, one.kept.size, other.kept.size]).toEqual(['back 2', 'back 0', 0, 0]);
  });

  it('take in what others wrote meanwhile, in place, where they wrote nothing themselves, whoever comes back first', async () => {
    const [simulation, one, other] = await two();
    simulation.stopServer();
    await simulation.settle();
    void one.edit({ set: 1, text: 'kept' });
    await simulation.settle();
    simulation.startServer([other, one]);
    await simulation.settle();
    expect(simulation.windows).toEqual([one, other]);
    expect(sheets(simulation)[1]).toEqual(['r0', 'kept', 'r2', 'r3', 'r4']);
    expect(one.sheet).toEqual(other.sheet);
  });

  it('begin anew where both wrote, and make their edits again where the cells are now', async () => {
    const [simulation, one, other] = await two();
    simulation.stopServer();
    await simulation.settle();
    void one.edit({ insert: 1 }, { set: 1, text: 'new' });
    void other.edit({ set: 0, text: 'R0' });
    await simulation.settle();
    void other.edit({ set: 3, text: 'R3' });
    await simulation.settle();
    simulation.startServer();
    await simulation.settle();
    expect(sheets(simulation)).toEqual([
      ['R0', 'new', 'r1', 'r2', 'R3', 'r4'],
      ['R0', 'new', 'r1', 'r2', 'R3', 'r4'],
    ]);
    expect(simulation.windows.map(({ status }) => status)).toEqual(['back 1', 'back 2']);
  });

  it('keep the order of lines that both inserted at one place', async () => {
    const [simulation, one, other] = await two();
    simulation.stopServer();
    await simulation.settle();
    void one.edit({ insert: 2 }, { set: 2, text: 'of one' });
    void other.edit({ insert: 2 }, { set: 2, text: 'of the other' });
    void other.edit({ set: 2, text: 'of the other, again' });
    await simulation.settle();
    simulation.startServer();
    await simulation.settle();
    expect(sheets(simulation)).toEqual([
      ['r0', 'r1', 'of one', 'of the other, again', 'r2', 'r3', 'r4'],
      ['r0', 'r1', 'of one', 'of the other, again', 'r2', 'r3', 'r4'],
    ]);
  });

  it('go on while only one of them is away', async () => {
    const [simulation, one, other] = await two();
    simulation.cut(other);
    await simulation.settle();
    void one.edit({ set: 1, text: 'meanwhile' });
    void other.edit({ set: 2, text: 'away' });
    await simulation.settle();
    expect([one.sheet[1], one.status, other.status]).toEqual(['meanwhile', '', 'away 1']);
    simulation.reconnect(other);
    await simulation.settle();
    expect(sheets(simulation)).toEqual([
      ['r0', 'meanwhile', 'away', 'r3', 'r4'],
      ['r0', 'meanwhile', 'away', 'r3', 'r4'],
    ]);
  });

  it('make again once what had reached the others when the line broke', async () => {
    const [simulation, one, other] = await two();
    void one.edit({ insert: 1 }, { set: 1, text: 'once' });
    // Until the others have it, and it has not heard so itself.
    while (other.sheet[1] !== 'once') {
      const at = simulation.windows.indexOf(other);
      await simulation.step(one.outbox.length > 0 ? 0 : at === 0 ? 0 : 1);
      if (one.inbox.some(({ event }) => event.kind === 'change')) {
        one.inbox.splice(0);
      }
    }
    simulation.cut(one);
    await simulation.settle();
    void one.edit({ set: 3, text: 'later' });
    void other.edit({ set: 0, text: 'first' });
    await simulation.settle();
    simulation.reconnect(one);
    await simulation.settle();
    const [a, b] = sheets(simulation);
    expect(a).toEqual(['first', 'once', 'r1', 'later', 'r3', 'r4']);
    expect(b).toEqual(a);
  });

  it('leave what they kept to the next that is opened, where they are closed before', async () => {
    const [simulation, one, other] = await two();
    simulation.stopServer();
    await simulation.settle();
    void one.edit({ set: 1, text: 'of one' });
    void other.edit({ set: 2, text: 'of the other' });
    await simulation.settle();
    const leftBehind = other.leave();
    simulation.leave(other);
    simulation.startServer();
    await simulation.settle();
    const next = simulation.join('c', null, [leftBehind]);
    await simulation.settle();
    expect(next.sheet).toEqual(['r0', 'of one', 'of the other', 'r3', 'r4']);
    expect([one.sheet, next.status]).toEqual([next.sheet, 'back 1']);
  });

  it('make only those units again that the others have not, though these came in another order to them', async () => {
    const [simulation, one] = await two();
    void one.edit({ insert: 0 }, { set: 0, text: 'theirs' });
    await simulation.settle();
    void one.edit({ insert: 2 }, { set: 2, text: 'known' });
    await simulation.settle();
    const ids = one.save().log.units.map(({ id }) => id);
    const [before = '', , known = ''] = ids.slice(-3);
    const kept = {
      after: before,
      units: [
        { id: known, changes: [{ insert: 1 }, { set: 1, text: 'known' }] },
        { id: 'new', changes: [{ set: 3, text: 'mine' }] },
      ],
    };
    const next = simulation.join('c', null, [kept]);
    await simulation.settle();
    expect(next.sheet).toEqual(['theirs', 'r0', 'known', 'r1', 'mine', 'r3', 'r4']);
    expect(one.sheet).toEqual(next.sheet);
  });

  it('end as lost, with their edits kept, where so much was changed that the logs have nothing in common', async () => {
    const [simulation, one, other] = await two();
    simulation.cut(other);
    await simulation.settle();
    void other.edit({ set: 2, text: 'away' });
    for (let number = 0; number < 10; number += 1) {
      void one.edit({ set: 1, text: String(number).repeat(1_000_000) });
      await simulation.settle();
    }
    simulation.reconnect(other);
    await simulation.settle();
    expect(other.lostBecause).toMatch(/away for so long/);
    expect([other.sheet[2], one.sheet[2], other.leave().units.length > 0]).toEqual(['away', 'r2', true]);
    simulation.leave(other);
    const next = simulation.join('c', null, [other.leave()]);
    await simulation.settle();
    expect([next.sheet[2], next.told.at(-1)]).toEqual(['r2', 'away']);
  });

  type Action =
    | { readonly kind: 'insert' | 'cut' | 'reconnect'; readonly who: number; readonly row: number }
    | { readonly kind: 'stop' | 'start' }
    | { readonly kind: 'moves'; readonly picks: readonly number[] };
  const action: fc.Arbitrary<Action> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('insert' as const),
        who: fc.nat(2),
        row: fc.integer({ min: 2, max: 6 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('cut' as const, 'reconnect' as const),
        who: fc.nat(2),
        row: fc.constant(0),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('stop' as const, 'start' as const) }) },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('moves' as const), picks: fc.array(fc.nat(), { maxLength: 15 }) }),
    },
  );

  it('lose no line and double none, whenever the lines break and in whatever order they come back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 40 }), async (actions) => {
        const simulation = new Simulation();
        ['a', 'b', 'c'].forEach((id) => simulation.join(id));
        await simulation.settle();
        const inserted: string[] = [];
        const isHere = (window: SimulatedWindow): boolean => simulation.room.members.some(({ id }) => id === window.id);
        for (const [number, each] of actions.entries()) {
          const window = simulation.windows['who' in each ? each.who : 0]!;
          if (each.kind === 'insert') {
            const text = `${number}`;
            const before = window.sheet.length;
            void window
              .edit({ insert: Math.min(each.row, before) }, { set: Math.min(each.row, before), text })
              .then(() => inserted.push(text));
          } else if (each.kind === 'cut' && isHere(window)) {
            simulation.cut(window);
          } else if (each.kind === 'reconnect' && !simulation.isServerAway && !isHere(window)) {
            simulation.reconnect(window);
          } else if (each.kind === 'stop' && !simulation.isServerAway) {
            simulation.stopServer();
          } else if (each.kind === 'start' && simulation.isServerAway) {
            simulation.startServer();
          } else if (each.kind === 'moves') {
            for (const pick of each.picks) {
              await simulation.step(pick);
            }
          }
        }
        if (simulation.isServerAway) {
          simulation.startServer();
        }
        simulation.windows.filter((window) => !isHere(window)).forEach((window) => simulation.reconnect(window));
        await simulation.settle();
        const [first, ...others] = simulation.windows;
        others.forEach((other) => expect(other.sheet).toEqual(first!.sheet));
        expect(first!.sheet.filter((text) => text !== '').sort()).toEqual(inserted.sort());
        simulation.windows.forEach((window) => expect([window.lostBecause, window.kept.size]).toEqual([null, 0]));
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
