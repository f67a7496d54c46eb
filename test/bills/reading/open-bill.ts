import type { BillSummary } from '../../../src/bills/sums/bill-summary';
import type { Mapping } from '../../../src/bills/mapping/mapping';
import { parseMapping } from '../../../src/bills/mapping/mapping-text';
import type { TextReading } from '../../../src/formats/file/text-table';
import type { Found, FoundTable } from '../../../src/bills/reading/import-protocol';
import { importReader } from '../../../src/bills/reading/import-reader';

/** The clock stands still, so that what is asked about months in the future is the same on each day. */
const TODAY = new Date('2026-06-15T12:00:00Z');

/** What the reader found instead of a bill. */
export class NoBill extends Error {
  constructor(readonly found: Exclude<Found, { kind: 'bill' }>) {
    super(`The file is one of ${found.kind}.`);
  }
}

/** A bill, its first table opened the way the pane opens it. */
export interface OpenBill {
  readonly found: Extract<Found, { kind: 'bill' }>;
  readonly table: FoundTable;
  /** Sums it by the proposed mapping, changed by a text such as `EffectiveCost=amount`. */
  summarise(change?: string): Promise<{ mapping: Mapping; summary: BillSummary }>;
}

export async function openBill(file: File, reading: TextReading | null = null): Promise<OpenBill> {
  const reader = importReader(() => TODAY);
  const found = await reader.answer('open', { kind: 'file', file, reading }, () => undefined);
  if (found.kind !== 'bill') {
    throw new NoBill(found);
  }
  const [table] = found.tables;
  if (table === undefined) {
    throw new Error('The file has no table.');
  }
  return {
    found,
    table,
    async summarise(change = '') {
      const mapping = parseMapping(change, table.recognition.mapping, table.columns);
      return { mapping, summary: await reader.answer('summarise', { table: 0, mapping }, () => undefined) };
    },
  };
}
