import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TABLE_NAMES } from '../../domain/ledger/tables';
import { ENGLISH_STYLE } from '../../workbook/formulas/formula-style';
import { Build } from '../build/build';
import { Clients } from '../clients/clients';
import { VIEW_LABELS, type PaneContext, type ViewId } from '../contract/pane-context';
import type { PaneServices } from '../contract/services';
import type { Snapshot } from '../contract/snapshot';
import type { SplitKind } from '../contract/split-services';
import { takeLostFocus } from '../controls/lost-focus';
import { tabElementId, Tabs, type TabView } from '../controls/tabs';
import { useOnce } from '../controls/waiting';
import { Data } from '../data/data';
import type { AskedBudget } from '../data/new-budget';
import type { AskedSplit } from '../data/split-shared';
import { Explain } from '../explain/explain';
import { ImportHost } from '../import/import-host';
import { Plans } from '../plan/plan';
import { ReportHost } from '../report/report-host';
import { SharingHost } from '../sharing/sharing-host';
import { onAskedView } from './asked-view';
import { FirstRun } from './first-run';
import { OutOfStepBar } from './out-of-step-bar';
import { BeforeFirstReading, Staleness, UnseenTitle } from './reading-states';
import { TaskBar } from './task-bar';
import { useFileDrop } from './use-file-drop';
import { type KnownWorkbook, useSnapshot } from './use-snapshot';
import { useTask } from './use-task';
import { type ImportOpening, useImportOpening, useViewOpening, type ViewOpening } from './use-view-opening';

const VIEW_IDS = Object.keys(VIEW_LABELS) as ViewId[];

/** The whole pane: what there is to show, and the bar where tasks report. */
export function Workspace({ services }: { services: PaneServices }): JSX.Element {
  const workbook = useSnapshot(services);
  const style = useOnce(() => services.formulaStyle()).value ?? ENGLISH_STYLE;
  const { task, run, dismiss } = useTask();
  const [view, setView] = useState<ViewId>('clients');
  const [budgetFor, setBudgetFor] = useState<AskedBudget | null>(null);
  const [splitAsked, setSplitAsked] = useState<AskedSplit | null>(null);
  const importing = useImportOpening(tabElementId(view));
  const sharing = useViewOpening(tabElementId(view));
  const fileIsOver = useFileDrop((dropped) => {
    sharing.close();
    importing.start({ dropped });
  });

  const show = (id: ViewId): void => {
    setView(id);
    document.getElementById(tabElementId(id))?.focus();
  };
  useAskedView(workbook.snapshot !== null, (id) => {
    importing.close();
    sharing.close();
    show(id);
  });
  const covered = importing.open || sharing.open;
  // What an earlier task said would seem to be said of the view that opens.
  useEffect(() => {
    if (covered && task.kind !== 'running') {
      dismiss();
    }
  }, [covered]);
  const { snapshot } = workbook;
  const pane = snapshot && {
    services,
    snapshot,
    style,
    busy: task.kind === 'running',
    run,
    show,
    newBudget: (client: string) => {
      setView('data');
      setBudgetFor({ client });
    },
    splitShared: (kind: SplitKind) => {
      setView('data');
      setSplitAsked({ kind });
    },
    openImport: (correcting?: string) => importing.start({ correcting }),
    openLedger: (refreshing?: string) =>
      importing.start({ ledger: { refreshing: refreshing ?? null }, correcting: refreshing }),
    openSharing: sharing.start,
  };
  const place = { view, onView: setView, budgetFor, splitAsked, importing, sharing };
  return (
    <>
      {pane ? <Views pane={pane} workbook={workbook} {...place} /> : <BeforeFirstReading {...workbook} />}
      <TaskBar task={task} onDismiss={dismiss} />
      {fileIsOver && <DropZone />}
    </>
  );
}

function DropZone(): JSX.Element {
  return (
    <div class="drop-zone">
      <p>Drop the file to import it</p>
    </div>
  );
}

/** Goes to a view that is asked for from outside, once there are tabs to go to. */
function useAskedView(isReady: boolean, show: (view: ViewId) => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => (isReady ? onAskedView((view) => latest.current(view)) : undefined), [isReady]);
}

interface ViewsProps {
  pane: PaneContext;
  workbook: KnownWorkbook;
  view: ViewId;
  onView(view: ViewId): void;
  budgetFor: AskedBudget | null;
  splitAsked: AskedSplit | null;
  importing: ImportOpening;
  sharing: ViewOpening;
}

function Views({ pane, workbook, view, onView, budgetFor, splitAsked, importing, sharing }: ViewsProps): JSX.Element {
  const covered = importing.open || sharing.open;
  const empty = isEmpty(pane.snapshot);
  useFocusAfterFirstRun(empty, view);
  const views: Readonly<Record<ViewId, TabView<ViewId>['view']>> = {
    clients: () => <Clients {...pane} />,
    plan: () => <Plans pane={pane} shown={view === 'plan' && !covered} />,
    report: () => <ReportHost pane={pane} shown={view === 'report' && !covered} />,
    explain: () => <Explain pane={pane} shown={view === 'explain' && !covered} />,
    build: () => <Build pane={pane} shown={view === 'build' && !covered} />,
    data: () => <Data pane={pane} shown={view === 'data' && !covered} budgetFor={budgetFor} splitAsked={splitAsked} />,
  };
  const tabs = VIEW_IDS.map((id) => ({ id, label: VIEW_LABELS[id], view: views[id] }));
  return (
    <>
      {/* Kept while another view is there, with all that was typed. */}
      <div class="beneath" hidden={covered}>
        {empty ? (
          <FirstRun {...pane} />
        ) : (
          <>
            <UnseenTitle />
            <Tabs label="AI Spend" tabs={tabs} selected={view} onSelect={onView} />
          </>
        )}
      </div>
      {importing.open && (
        <ImportHost
          pane={pane}
          dropped={importing.dropped}
          correcting={importing.correcting}
          ledger={importing.ledger}
          onClose={importing.close}
        />
      )}
      {sharing.open && <SharingHost pane={pane} onClose={sharing.close} />}
      <OutOfStepBar pane={pane} />
      <Staleness {...workbook} />
    </>
  );
}

/** No table of ours is in the workbook. */
function isEmpty(snapshot: Snapshot): boolean {
  return TABLE_NAMES.every((name) => snapshot.tables[name].kind === 'missing');
}

/** The first load takes its own button away; the keyboard then goes on at the tab that came in its place. */
function useFocusAfterFirstRun(empty: boolean, view: ViewId): void {
  const wasEmpty = useRef(empty);
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    if (wasEmpty.current && !empty) {
      takeLostFocus(tabElementId(view));
    }
    wasEmpty.current = empty;
  }, [empty, view]);
}
