/**
 * What the functions compute from follows the workbook: also a change that comes while it is being read. The requests are
 * stood in for; how they go to a workbook is tested in test/e2e.
 */
import type { CellValue } from '../../../src/domain/ledger/table';
import { TABLES, TABLE_NAMES, type TableName } from '../../../src/domain/ledger/tables';
import {
  CurrentBook,
  type BookHost,
  type PartReader,
  type WorkbookListener,
} from '../../../src/workbook/book/current-book';
import type { FiscalYearName, ReadTable } from '../../../src/workbook/book/read-parts';

/** A workbook of which the test decides when each read of a table ends. */
class Workbook implements BookHost, PartReader {
  readonly rows = new Map<string, readonly CellValue[]>();
  /** Of the clients' table, in the place of its one row. */
  many: readonly (readonly CellValue[])[] | null = null;
  readonly ids = new Map<string, string>();
  fiscalYearName: FiscalYearName = { value: null, worksheetId: null };
  listener: WorkbookListener | null = null;
  /** Called after a table's rows have been taken, before the reader has them. */
  meanwhile: ((table: string) => void) | null = null;
  readonly reads: string[] = [];
  isEdited = false;

  async watch(listener: WorkbookListener): Promise<void> {
    this.listener = listener;
  }

  read<T>(batch: (reader: PartReader) => Promise<T>): Promise<T> {
    return batch(this);
  }

  async table(name: TableName): Promise<ReadTable | null> {
    this.reads.push(name);
    const id = this.ids.get(name);
    const row = this.rows.get(name);
    const { many } = this;
    await Promise.resolve();
    this.meanwhile?.(name);
    return id === undefined
      ? null
      : {
          id,
          sheet: 'Sheet',
          worksheetId: 'sheet',
          raw:
            name === 'AIClients' && many !== null
              ? { name, firstRow: 2, header: TABLES.AIClients.columns.map((column) => column.name), rows: many }
              : { name, firstRow: 1, header: ['Client', 'Month'], rows: row ? [row] : [] },
        };
  }

  async isBeingEdited(): Promise<boolean> {
    return this.isEdited;
  }

  async fiscalYear(): Promise<FiscalYearName> {
    return this.fiscalYearName;
  }
}

async function clientsRead(book: CurrentBook): Promise<readonly CellValue[] | undefined> {
  return (await book.read()).tables.AIClients?.raw.rows[0];
}

describe('what the functions compute from', () => {
  let workbook: Workbook;
  let book: CurrentBook;

  beforeEach(() => {
    workbook = new Workbook();
    workbook.ids.set('AIClients', 'clients').set('AIReturns', 'returns');
    workbook.rows.set('AIClients', ['old']);
    book = new CurrentBook(workbook);
  });

  /** Changes the clients' table once, while the named table is being read. */
  const changeWhileReading = (name: string): void => {
    workbook.meanwhile = (table) => {
      if (table === name) {
        workbook.meanwhile = null;
        workbook.rows.set('AIClients', ['new']);
        workbook.listener?.tableChanged('clients');
      }
    };
  };

  it('says once that the tables have been read for the first time, when that can be computed from', async () => {
    const found: unknown[] = [];
    book.onFirstRead(() => found.push(workbook.reads.length));
    await Promise.all([book.read(), book.read()]);
    await book.reread();
    expect(found).toEqual([TABLE_NAMES.length]);
  });

  it.each(['AIClients', 'AIReturns', 'AIRates'])(
    'has a change that came during the first read, while %s was read',
    async (name) => {
      changeWhileReading(name);
      expect(await clientsRead(book)).toEqual(['new']);
    },
  );

  it('has a change of a table that was made a moment before, and that no read had found yet', async () => {
    workbook.ids.delete('AIClients');
    expect(await clientsRead(book)).toBeUndefined();
    workbook.ids.set('AIClients', 'clients');
    workbook.listener?.tablesComeOrGo();
    changeWhileReading('AIReturns');
    expect(await clientsRead(book)).toEqual(['new']);
  });

  it('has a change of the fiscal year that came during the first read', async () => {
    workbook.fiscalYearName = { value: 4, worksheetId: 'settings' };
    workbook.meanwhile = (table) => {
      if (table === 'AIClients') {
        workbook.listener?.sheetChanged('settings', 'B1');
      } else if (table === 'AIRates') {
        workbook.meanwhile = null;
        queueMicrotask(() => {
          workbook.fiscalYearName = { value: 7, worksheetId: 'settings' };
        });
      }
    };
    expect((await book.read()).fiscalYear.value).toBe(7);
  });

  it('reads again only what has changed, and nothing for a table that is not ours', async () => {
    workbook.meanwhile = (table) => {
      if (table === 'AIReturns') {
        workbook.listener?.tableChanged('somebody else’s');
      }
    };
    await book.read();
    expect(workbook.reads).toEqual(TABLE_NAMES);
    workbook.rows.set('AIClients', ['new']);
    workbook.listener?.tableChanged('clients');
    workbook.listener?.tableChanged('somebody else’s');
    expect(await clientsRead(book)).toEqual(['new']);
    expect(workbook.reads.slice(TABLE_NAMES.length)).toEqual(['AIClients']);
  });

  it('is told to listeners when a change during the first read has made it another', async () => {
    jest.useFakeTimers();
    try {
      const told: (readonly string[])[] = [];
      book.onChange((changed) => told.push(changed));
      changeWhileReading('AIReturns');
      await book.read();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(told).toEqual([['AIClients']]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('waits for a user who is editing a cell, however long that takes, and for nothing else longer than 30 seconds', async () => {
    jest.useFakeTimers();
    try {
      let end: () => void = () => undefined;
      const edited = new Promise<void>((resolve) => (end = resolve));
      jest.spyOn(workbook, 'watch').mockImplementation(() => edited);
      workbook.isEdited = true;
      const reading = book.read();
      await jest.advanceTimersByTimeAsync(20 * 60_000);
      workbook.isEdited = false;
      end();
      expect((await reading).tables.AIClients?.raw.rows).toEqual([['old']]);

      jest.spyOn(workbook, 'watch').mockImplementation(() => new Promise(() => undefined));
      const silent = new CurrentBook(workbook).read();
      const refused = expect(silent).rejects.toThrow('Excel did not answer within 30 seconds');
      await jest.advanceTimersByTimeAsync(30_000);
      await refused;
    } finally {
      jest.useRealTimers();
    }
  });

  it('listens again if listening was not answered', async () => {
    jest.useFakeTimers();
    try {
      const never = jest.spyOn(workbook, 'watch').mockImplementation(() => new Promise(() => undefined));
      const refused = expect(book.read()).rejects.toThrow('Excel did not answer within 30 seconds');
      await jest.advanceTimersByTimeAsync(31_000);
      await refused;
      never.mockRestore();
      expect((await book.read()).tables.AIClients?.raw.rows).toEqual([['old']]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('answers nothing while a table changes by nothing but calculation, to the pane either, until someone edits', async () => {
    jest.useFakeTimers();
    try {
      await book.read();
      for (let round = 0; round <= 30; round += 1) {
        book.adopt({ table: 'AIClients', address: 'D1', places: [0, 1] }, [[`calculated ${round}`]]);
        await jest.advanceTimersByTimeAsync(1);
      }
      const circle = /^AIClients rests on itself: Client in row 1 changes with every calculation/;
      const read = await book.read();
      expect(() => read.book.clients()).toThrow(circle);
      const asked = await book.get();
      expect(() => asked.clients()).toThrow(circle);
      workbook.listener?.tableChanged('clients');
      const opened = await book.read();
      expect(() => opened.book.clients()).not.toThrow(circle);
      expect(opened.tables.AIClients?.raw.rows).toEqual([['old']]);
    } finally {
      jest.useRealTimers();
    }
  });

  describe('of a large table', () => {
    const spends = (last: number): CellValue[][] =>
      Array.from({ length: 4_000 }, (_, at) => [
        `Client ${at}`,
        'OpenAI',
        null,
        '2025-06',
        at === 3_999 ? last : 1,
        'USD',
        ...[null, null, null, null],
      ]);
    let now = performance.now();
    let turns = 0;
    /** Done at a turn of the others, counted from 1. */
    let atTurn: (turn: number) => void = () => undefined;

    beforeEach(() => {
      turns = 0;
      // Each look at the clock is a turn's time later.
      jest.spyOn(performance, 'now').mockImplementation(() => (now += 30));
      const { port1 } = new MessageChannel();
      port1.close();
      const proto = Object.getPrototypeOf(port1) as MessagePort;
      const post = proto.postMessage;
      jest.spyOn(proto, 'postMessage').mockImplementation(function (this: MessagePort, ...message: unknown[]) {
        turns += 1;
        atTurn(turns);
        post.apply(this, message as Parameters<MessagePort['postMessage']>);
      });
    });

    afterEach(() => {
      atTurn = () => undefined;
      jest.restoreAllMocks();
    });

    it('is answered when its ledger stands, which is built in turns; all who ask meanwhile wait for that', async () => {
      workbook.many = spends(7);
      const later: Promise<unknown>[] = [];
      atTurn = () => later.push(book.get());
      const first = await book.get();
      const built = turns;
      expect(built).toBeGreaterThan(10);
      expect(first.clients().account('Client 3999', '*').months[0]?.amounts()[0]?.amount.toNumber()).toBe(7);
      expect(new Set(await Promise.all(later))).toEqual(new Set([first]));
      await book.get();
      expect(turns).toBe(built);
    });

    it.each([1, 5, 12])('has a change that is heard of at turn %i of the building', async (turn) => {
      workbook.many = spends(7);
      atTurn = (at) => {
        if (at === turn) {
          workbook.many = spends(8);
          workbook.listener?.tableChanged('clients');
        }
      };
      const ledger = (await book.get()).clients();
      expect(ledger.account('Client 3999', '*').months[0]?.amounts()[0]?.amount.toNumber()).toBe(8);
    });

    it.each([1, 12])('has what a watch cell hands over at turn %i, built from what stands', async (turn) => {
      workbook.many = spends(7);
      const rows = workbook.many;
      let before = 0;
      atTurn = (at) => {
        if (at === turn) {
          const last = (rows[3_999] ?? []).map((cell, column) => (column === 4 ? 8 : cell));
          book.adopt({ table: 'AIClients', address: 'L1', places: [4] }, [...rows.slice(0, -1), last]);
        }
        before = at;
      };
      const ledger = (await book.get()).clients();
      expect(ledger.account('Client 3999', '*').months[0]?.amounts()[0]?.amount.toNumber()).toBe(8);
      expect(before).toBeLessThan(40);
    });
  });

  it('cells that could not be worked out are announced as a change is, though the data are the same', async () => {
    jest.useFakeTimers();
    try {
      await book.read();
      const heard: (readonly TableName[])[] = [];
      book.onChange((changed) => heard.push(changed));
      book.announceAnew();
      await jest.advanceTimersByTimeAsync(1_000);
      expect(heard).toEqual([[]]);
    } finally {
      jest.useRealTimers();
    }
  });
});
