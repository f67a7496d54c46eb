import { Saver } from '../../../../src/local/files/store/saver';

/** A page as far as it is left, and a store that takes or refuses what it is given. */
class Surroundings {
  readonly saved: number[] = [];
  readonly problems: (string | null)[] = [];
  content = 0;
  isBusy = false;
  isWrittenDown = false;
  /** How long the page stands still for a save. */
  saveMs = 0;
  refuses: string | null = null;
  private readonly listeners = new Map<string, () => void>();

  open(): Saver<number> {
    const listen = (event: string, listener: () => void): void => void this.listeners.set(event, listener);
    const page = { addEventListener: listen, visibilityState: 'visible' };
    Object.assign(globalThis, { document: page, window: page });
    const store = {
      blockedBecause: null as string | null,
      save: async (content: number) => {
        store.blockedBecause = this.refuses;
        if (this.refuses === null) {
          this.saved.push(content);
        }
      },
    };
    return new Saver(
      store,
      () => {
        jest.advanceTimersByTime(this.saveMs);
        return this.content;
      },
      () => this.isBusy,
      () => this.isWrittenDown,
      (problem) => this.problems.push(problem),
    );
  }

  leave(): void {
    this.listeners.get('pagehide')?.();
  }
}

let around: Surroundings;
let saver: Saver<number>;

beforeEach(() => {
  jest.useFakeTimers();
  around = new Surroundings();
  saver = around.open();
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'document');
  Reflect.deleteProperty(globalThis, 'window');
});

/** Changes the workbook every 100 ms. */
async function editFor(milliseconds: number): Promise<void> {
  for (let elapsed = 0; elapsed < milliseconds; elapsed += 100) {
    around.content += 1;
    saver.changed();
    await jest.advanceTimersByTimeAsync(100);
  }
}

it('a change is saved when all has been quiet for a moment', async () => {
  await editFor(200);
  expect(around.saved).toEqual([]);
  await jest.advanceTimersByTimeAsync(300);
  expect(around.saved).toEqual([2]);
});

it('changes without an end are saved every second, also while something is being calculated', async () => {
  around.isBusy = true;
  await editFor(3_000);
  expect(around.saved.length).toBeGreaterThanOrEqual(2);
  expect(around.saved.at(-1)).toBeGreaterThanOrEqual(20);
});

it('a workbook that takes long to save is saved less often, least of all where what was changed is written down', async () => {
  around.saveMs = 800;
  await editFor(9_000);
  const often = around.saved.length;
  expect(often).toBe(3);
  around.isWrittenDown = true;
  await editFor(6_000);
  expect(around.saved).toHaveLength(often);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(around.saved).toHaveLength(often + 1);
  await editFor(9_000);
  expect(around.saved).toHaveLength(often + 2);
});

it('what is not saved yet is handed over in the very task that leaves the page', async () => {
  await editFor(100);
  around.leave();
  expect(around.saved).toEqual([1]);
});

it('a save that fails is told, once, and tried again until it succeeds, which is told too', async () => {
  around.refuses = 'no room';
  await editFor(100);
  await jest.advanceTimersByTimeAsync(12_000);
  expect(around.problems).toEqual(['no room']);
  around.refuses = null;
  await jest.advanceTimersByTimeAsync(6_000);
  expect(around.problems).toEqual(['no room', null]);
  expect(around.saved).toEqual([1]);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(around.saved).toEqual([1]);
});

it('a workbook that is thrown away is not saved any more', async () => {
  await editFor(100);
  await saver.stop();
  saver.changed();
  around.leave();
  await jest.advanceTimersByTimeAsync(2_000);
  expect(around.saved).toEqual([]);
});
