import type { PaneFailure } from '../../../src/taskpane/contract/failure';
import type {
  RepairOutcome,
  SharingServices,
  SharingStatus,
  SourcesOutcome,
  ValuesCopy,
} from '../../../src/taskpane/contract/sharing-services';

const WELL: SharingStatus = {
  sheets: [
    { name: 'Report', figures: 4 },
    { name: 'A sheet whose name is as long as', figures: 10_000 },
  ],
  activeSheet: 'Summary',
  ailing: [],
  unwatched: [],
  protectedSheets: [],
  hasSources: false,
  startsWithWorkbook: false,
};

const AILING: SharingStatus['ailing'] = [
  { address: 'Report!B2', ailment: 'name', formula: '=AISPEND("ByteDance")' },
  {
    address: "'A sheet whose name is as long as'!XFD1048576",
    ailment: 'prefix',
    formula: '=IFERROR(AISPEND("ByteDance","2024-11","USD"),0)',
  },
  { address: 'Locked!A1', ailment: 'busy', formula: '=AIROI(A1:A3)' },
];

/** The check list of a workbook in memory. */
export class MemorySharing implements SharingServices {
  readonly calls: string[] = [];
  state: SharingStatus = WELL;
  failure: PaneFailure | null = null;

  /** Puts a workbook in need of repair in place. */
  ail(): void {
    this.state = { ...WELL, ailing: AILING, protectedSheets: ['Locked'], startsWithWorkbook: true, hasSources: true };
  }

  async status(): Promise<SharingStatus> {
    if (this.failure) {
      throw this.failure;
    }
    return this.state;
  }

  async repair(): Promise<RepairOutcome> {
    this.calls.push('repair');
    const [locked] = AILING.filter(({ address }) => address.startsWith('Locked'));
    const left = locked ? [locked] : [];
    this.state = { ...this.state, ailing: left };
    return { repaired: AILING.slice(0, 2), protected: left, watched: [], undoSteps: 1 };
  }

  async copyWithValues(sheet: string | null): Promise<ValuesCopy> {
    this.calls.push(`copy ${sheet}`);
    return { sheet: sheet ?? '', copy: `${sheet} (values)`, figures: 4, notes: 0 };
  }

  async writeSources(): Promise<SourcesOutcome> {
    this.calls.push('sources');
    this.state = { ...this.state, hasSources: true };
    return { figures: 4, undoSteps: 1 };
  }

  async startWithWorkbook(on: boolean): Promise<void> {
    this.calls.push(`start ${on}`);
    this.state = { ...this.state, startsWithWorkbook: on };
  }
}
