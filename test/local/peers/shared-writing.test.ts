import fc from 'fast-check';
import { Simulation, type SimulatedWindow } from './simulated-windows';

const HEADERS = 2;

/** The first two cells are only ever written together; what is inserted goes below them. */
type Action =
  | { readonly kind: 'edit'; readonly who: number; readonly row: number }
  | { readonly kind: 'insert'; readonly who: number; readonly row: number }
  | { readonly kind: 'request'; readonly who: number }
  | { readonly kind: 'moves'; readonly picks: readonly number[] }
  | { readonly kind: 'join' }
  | { readonly kind: 'leave'; readonly who: number }
  | { readonly kind: 'hide'; readonly who: number };

const who = fc.nat(7);
const row = fc.integer({ min: HEADERS, max: 6 });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, row }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), who, row }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('request' as const), who }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('moves' as const), picks: fc.array(fc.nat(), { maxLength: 12 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), who }) },
);

async function perform(simulation: Simulation, { kind, ...details }: Action, number: number): Promise<void> {
  const { windows } = simulation;
  const window = windows[('who' in details ? details.who : 0) % windows.length]!;
  const text = `${window.id}${number}`;
  if (kind === 'join' && windows.length < 4) {
    simulation.join(`w${number}`);
  } else if (kind === 'leave' && windows.length > 1) {
    simulation.leave(window);
  } else if (kind === 'hide') {
    window.hidden = !window.hidden;
    window.writing.visibilityChanged();
  } else if (kind === 'moves' && 'picks' in details) {
    for (const pick of details.picks) {
      await simulation.step(pick);
    }
  } else if (kind === 'edit' && 'row' in details) {
    void window.edit({ set: details.row, text });
  } else if (kind === 'insert' && 'row' in details) {
    void window.edit({ insert: details.row }, { set: details.row, text });
  } else if (kind === 'request') {
    void window.request({ set: 0, text }, { set: 1, text });
  }
}

async function two(): Promise<[Simulation, SimulatedWindow, SimulatedWindow]> {
  const simulation = new Simulation();
  const [one, other] = [simulation.join('a'), simulation.join('b')];
  await simulation.settle();
  return [simulation, one, other];
}

describe('windows of a shared workbook', () => {
  it('come to the same, whatever they write and however long messages take, and never see half a request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 40 }), async (actions) => {
        const simulation = new Simulation();
        simulation.join('a');
        simulation.join('b');
        for (const [number, each] of actions.entries()) {
          await perform(simulation, each, number);
        }
        await simulation.settle();
        const [first, ...others] = simulation.windows;
        others.forEach((other) => expect(other.sheet).toEqual(first!.sheet));
        for (const window of simulation.windows) {
          expect(window.lostBecause).toBeNull();
          window.seen.forEach((sheet) => expect(sheet[0]).toBe(sheet[1]));
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('keep every edit of different cells, and of one cell the later', async () => {
    const [simulation, one, other] = await two();
    void one.edit({ set: 2, text: 'of one' });
    void other.edit({ set: 3, text: 'of the other' });
    void one.edit({ set: 4, text: 'earlier' });
    await simulation.settle();
    void other.edit({ set: 4, text: 'later' });
    await simulation.settle();
    expect(one.sheet.slice(2)).toEqual(['of one', 'of the other', 'later']);
    expect(other.sheet).toEqual(one.sheet);
  });

  it('let each other write in turns, also while one has much to write', async () => {
    const [simulation, one, other] = await two();
    for (let number = 0; number < 5; number += 1) {
      void one.request({ set: 0, text: String(number) }, { set: 1, text: String(number) });
    }
    void other.edit({ set: 2, text: 'between' });
    await simulation.settle();
    void one.edit({ set: 3, text: 'x' });
    void other.edit({ set: 4, text: 'y' });
    void one.edit({ set: 5, text: 'z' });
    await simulation.settle();
    expect(other.sheet).toEqual(['4', '4', 'between', 'x', 'y', 'z']);
    expect(one.sheet).toEqual(other.sheet);
  });

  it('do one job in a turn while others wait', async () => {
    const [simulation, one, other] = await two();
    const done: string[] = [];
    void one.edit({ set: 2, text: 'turn' });
    await simulation.settle();
    void other.edit({ set: 4, text: 'other' }).then(() => done.push('other'));
    await simulation.step(0);
    await simulation.step(0);
    void one.edit({ set: 4, text: 'first' }).then(() => done.push('first'));
    void one.edit({ set: 4, text: 'second' }).then(() => done.push('second'));
    expect(one.sheet[4]).toBe('first');
    await simulation.settle();
    expect(done).toEqual(['first', 'other', 'second']);
    expect([one.sheet[4], other.sheet[4]]).toEqual(['second', 'second']);
  });

  it('send what the grid changed on its own account, out of turn, when their turn comes', async () => {
    const [simulation, one, other] = await two();
    void one.edit({ set: 2, text: 'turn' });
    await simulation.settle();
    other.change({ set: 3, text: 'drawn' });
    await simulation.settle();
    expect(one.sheet[3]).toBe('drawn');
  });

  it('hand the workbook on once, by one of them', async () => {
    const [simulation] = await two();
    const sent: string[] = [];
    simulation.join('c');
    simulation.windows.forEach((window) => {
      const push = window.outbox.push.bind(window.outbox);
      window.outbox.push = (message) => {
        sent.push(`${window.id} ${message.kind}`);
        return push(message);
      };
    });
    simulation.join('d');
    await simulation.settle();
    expect(sent.filter((message) => message.endsWith('workbook'))).toEqual(['a workbook', 'a workbook']);
  });

  it('write at once while nobody else wants to', async () => {
    const [simulation, one] = await two();
    await Promise.all([one.edit({ set: 2, text: 'first' }), simulation.settle()]);
    expect(one.writing.mayWrite).toBe(true);
    void one.edit({ set: 2, text: 'second' });
    expect(one.sheet[2]).toBe('second');
  });

  it('give their turn back when they are hidden', async () => {
    const [simulation, one] = await two();
    await Promise.all([one.edit({ set: 2, text: 'first' }), simulation.settle()]);
    one.hidden = true;
    one.writing.visibilityChanged();
    await simulation.settle();
    expect(one.writing.mayWrite).toBe(false);
    expect(simulation.room.writer).toBeNull();
  });

  it('hand the workbook to one that comes in the midst of writing, and to one that comes back', async () => {
    const [simulation, one, other] = await two();
    void one.request({ set: 0, text: 'r' }, { set: 1, text: 'r' });
    const late = simulation.join('c');
    void other.edit({ insert: 2 }, { set: 2, text: 'row' });
    await simulation.settle();
    expect(late.sheet).toEqual(one.sheet);
    expect(late.sheet).toEqual(['r', 'r', 'row']);
    simulation.leave(other);
    void one.edit({ set: 2, text: 'while away' });
    const back = simulation.join('b2');
    await simulation.settle();
    expect(back.sheet).toEqual(['r', 'r', 'while away']);
  });

  it('are told when everything that was said before has arrived', async () => {
    const [simulation, one, other] = await two();
    void one.edit({ set: 2, text: 'said' });
    while (!one.writing.isSettled) {
      await simulation.step(0);
    }
    const heard = other.writing.heardAll().then(() => other.sheet[2]);
    await simulation.settle();
    expect(await heard).toBe('said');
  });

  it('write for themselves once they have lost the others', async () => {
    const [simulation, one, other] = await two();
    const waiting = other.edit({ set: 2, text: 'alone' });
    other.writing.lose('the line is cut');
    await waiting;
    expect([other.sheet[2], other.lostBecause, other.writing.mayWrite]).toEqual(['alone', 'the line is cut', true]);
    expect(other.writing.memberCount).toBe(1);
    simulation.leave(other);
    await simulation.settle();
    expect(one.sheet[2]).toBeUndefined();
  });
});
