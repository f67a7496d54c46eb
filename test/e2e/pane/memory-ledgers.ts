import { ALL_MONTHS } from '../../../src/bills/ledger/month-span';
import type { ImportSession, OpenLedger } from '../../../src/taskpane/contract/import-services';
import type { LedgerConnection, LedgerRefresh, LedgerServices } from '../../../src/taskpane/contract/ledger-services';
import type { MemoryImports } from './memory-imports';

/** A ledger that answers from memory. Nobody has named one until a test does. */
export class MemoryLedgers implements LedgerServices {
  admitted: readonly string[] = [];
  private connection: LedgerConnection | null = null;

  constructor(private readonly bills: MemoryImports) {}

  last(): LedgerConnection | null {
    return this.connection;
  }

  async tables(connection: LedgerConnection): Promise<readonly string[]> {
    this.connection = connection;
    return ['billing.focus', 'billing.`a long name with a point. in it`'];
  }

  async refresh(source: string): Promise<LedgerRefresh> {
    return { source, address: this.admitted[0] ?? '', table: 'billing.focus', months: ALL_MONTHS };
  }

  async open(_: LedgerConnection, table: string): Promise<ImportSession> {
    let isAsked = false;
    const ledger: OpenLedger = {
      months: ALL_MONTHS,
      areMonthsFixed: false,
      question: (_recognition, _mapping, { from }) =>
        from === '' || /^\d{4}-\d\d$/.test(from)
          ? {
              statement: `SELECT\n  toString(\`BilledCost\`)\nFROM ${table}\n-- from ${from}`,
              before: [`SELECT\n  count()\nFROM ${table}\n-- from ${from}`],
            }
          : { problem: `"${from}" is not a month.` },
      isAnswered: () => isAsked,
    };
    const session = this.bills.ofLedger(table, ledger);
    return {
      ...session,
      preview: (...asked) => {
        isAsked = true;
        return session.preview(...asked);
      },
    };
  }
}
