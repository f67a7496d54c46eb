import type { CDPSession, Page } from 'playwright-core';

/*
 * Who holds the thread of a page, and for how long at a time. The pane, the functions and the local workbook around them share one; a
 * task is what it does in one go, and for so long whoever is waiting waits. It is measured in CPU time of the thread itself, so that
 * what else the machine does is not counted, and given to those whose scripts ran in the task, by what a sampling profiler saw.
 */

/** Whose scripts: the add-in's own, those of Office.js that run by themselves (messages), and those of the local workbook. */
export type Owner = 'addIn' | 'office' | 'host';

/** What one of them did with the thread, in milliseconds of its CPU time. */
export interface ThreadUse {
  /** The longest that it was held in one task. */
  readonly longest: number;
  readonly total: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread, in microseconds. */
  readonly tdur?: number;
  readonly id?: string;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly startTime?: number;
      readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
      readonly timeDeltas?: readonly number[];
    };
  };
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: { readonly functionName: string; readonly url?: string };
}

const CATEGORIES = [
  '__metadata',
  'toplevel',
  'disabled-by-default-devtools.timeline',
  'v8',
  'disabled-by-default-v8.cpu_profiler',
];

/** Does something, and tells what the thread of the page did meanwhile. One page of a browser at a time. */
export async function threadUse(page: Page, act: () => Promise<unknown>): Promise<Record<Owner, ThreadUse>> {
  const session = await page.context().newCDPSession(page);
  try {
    return usesIn(await traced(session, act));
  } finally {
    await session.detach();
  }
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}

async function traced(session: CDPSession, act: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) {
      events.push(event);
    }
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { recordMode: 'recordContinuously', includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  try {
    await act();
  } finally {
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await complete;
  }
  return events;
}

function usesIn(events: readonly TraceEvent[]): Record<Owner, ThreadUse> {
  const uses: Record<Owner, { longest: number; total: number }> = {
    addIn: { longest: 0, total: 0 },
    office: { longest: 0, total: 0 },
    host: { longest: 0, total: 0 },
  };
  const own = eventsOfThread(events);
  const samples = samplesIn(own);
  // To start the profiler takes long, and is none of theirs.
  const started = own.filter(({ name }) => name === 'CpuProfiler::StartProfiling');
  let next = 0;
  for (const task of own.filter(isTask).sort((a, b) => a.ts - b.ts)) {
    const end = task.ts + (task.dur ?? 0);
    const seen: Record<Owner | 'test', number> = { addIn: 0, office: 0, host: 0, test: 0 };
    for (; next < samples.length && (samples[next]?.at ?? 0) <= end; next += 1) {
      const sample = samples[next];
      if (sample !== undefined && sample.at >= task.ts) {
        seen[sample.owner] += 1;
      }
    }
    const all = seen.addIn + seen.office + seen.host + seen.test;
    const foreign = started.filter(({ ts }) => ts >= task.ts && ts <= end);
    const time = [...foreign].reduce((left, { tdur = 0 }) => left - tdur, task.tdur ?? 0) / 1000;
    for (const owner of ['addIn', 'office', 'host'] as const) {
      const part = all === 0 ? 0 : (time * seen[owner]) / all;
      uses[owner].longest = Math.max(uses[owner].longest, part);
      uses[owner].total += part;
    }
  }
  return uses;
}

function isTask({ name, ph }: TraceEvent): boolean {
  return ph === 'X' && name === 'RunTask';
}

/** Those of the page's main thread: of all main threads that which did the most. */
function eventsOfThread(events: readonly TraceEvent[]): TraceEvent[] {
  const main = new Map<string, number>(
    events.flatMap((event) =>
      event.name === 'thread_name' && event.args.name === 'CrRendererMain' ? [[threadOf(event), 0] as const] : [],
    ),
  );
  for (const event of events.filter(isTask)) {
    const thread = threadOf(event);
    const time = main.get(thread);
    if (time !== undefined) {
      main.set(thread, time + (event.tdur ?? 0));
    }
  }
  const [busiest] = [...main].sort(([, a], [, b]) => b - a);
  if (busiest === undefined) {
    throw new Error('The trace tells of no main thread of a page.');
  }
  const [thread] = busiest;
  const [process] = thread.split('/');
  // The pieces of a profile are written by a thread of its own.
  return events.filter(
    (event) => threadOf(event) === thread || (event.name === 'ProfileChunk' && String(event.pid) === process),
  );
}

/** When a script of whom was seen to run, in the order of time. */
function samplesIn(events: readonly TraceEvent[]): { readonly at: number; readonly owner: Owner | 'test' }[] {
  const profile = events.find(({ name }) => name === 'Profile');
  const nodes = new Map<number, ProfileNode>();
  const samples: { at: number; owner: Owner | 'test' }[] = [];
  let at = profile?.args.data?.startTime ?? 0;
  const chunks = events.filter(({ name, id }) => name === 'ProfileChunk' && id === profile?.id);
  for (const { args } of chunks.sort((a, b) => a.ts - b.ts)) {
    for (const node of args.data?.cpuProfile?.nodes ?? []) {
      nodes.set(node.id, node);
    }
    (args.data?.cpuProfile?.samples ?? []).forEach((id, index) => {
      at += args.data?.timeDeltas?.[index] ?? 0;
      const owner = ownerOf(nodes, id);
      if (owner !== null) {
        samples.push({ at, owner });
      }
    });
  }
  return samples.sort((a, b) => a.at - b.at);
}

/** Whose scripts are on the stack: what the add-in has Office.js do is the add-in's. Those of a test have no address. Null for none. */
function ownerOf(nodes: ReadonlyMap<number, ProfileNode>, id: number): Owner | 'test' | null {
  // The profiler's own words: (garbage collector), (program), (idle).
  let owner: Owner | 'test' | null = nodes.get(id)?.callFrame.functionName.startsWith('(') === false ? 'test' : null;
  for (let node = nodes.get(id); node !== undefined; node = nodes.get(node.parent ?? -1)) {
    const { pathname } = new URL(node.callFrame.url || 'about:blank');
    if (pathname.startsWith('/local/')) {
      return 'host';
    }
    if (pathname.includes('/office-js/')) {
      owner = owner === 'addIn' ? owner : 'office';
    } else if (pathname.endsWith('.js')) {
      owner = 'addIn';
    }
  }
  return owner;
}
