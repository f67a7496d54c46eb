import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { ImportServices } from '../contract/import-services';
import type { LedgerAsked, PaneContext } from '../contract/pane-context';
import { takeLostFocus } from '../controls/lost-focus';
import { FailureBar, ReadOnlyNote } from '../controls/message-bar';
import { AnotherEncoding } from './another-encoding';
import { BillSteps } from './bill-steps';
import { FileStep } from './file-step';
import { sizeText } from './import-phrases';
import { InvoicesCard } from './invoices-card';
import type { ImportState } from './import-state';
import { Outcome } from './outcome';
import { RatesCard } from './rates-card';
import { ReadingBar } from './reading-bar';
import { LedgerForm } from './ledger-form';
import { useImport } from './use-import';
import { WorkbookTables } from './workbook-tables';
import './import.css';
import './step.css';
import './preview.css';

interface ImportViewProps {
  pane: PaneContext;
  imports: ImportServices;
  /** What was dropped on the pane last; null for nothing. */
  dropped: readonly File[] | null;
  /** The earlier import that the file is to correct; null for none. */
  correcting: string | null;
  /** A ledger is to be connected, and which import of one is to be brought up to date; null: a file is to be read. */
  ledger: LedgerAsked | null;
  /** The id of the element to which the focus goes if a step takes its own element away. */
  titleId: string;
  onDone(): void;
}

/** A file or a table of the workbook on its way into AIClients or AIRates, from the choice to the outcome. */
export function ImportView({
  pane,
  imports,
  dropped,
  correcting,
  ledger,
  titleId,
  onDone,
}: ImportViewProps): JSX.Element {
  const running = useImport(imports, correcting);
  const { state } = running;
  // At once: what a load before it came to is told at the foot, also if it ends before the next frame.
  useLayoutEffect(() => {
    if (dropped) {
      running.openFiles(dropped);
    }
  }, [dropped]);
  useKeptFocus(state.kind, titleId);
  return (
    <>
      {pane.snapshot.readOnly && <ReadOnlyNote />}
      {correcting !== null && ledger === null && state.kind === 'choosing' && (
        <p>
          Choose the corrected file of <b>{correcting}</b>: it replaces what that file has for the same clients, vendors
          and months.
        </p>
      )}
      {ledger !== null && state.kind === 'choosing' && (
        <LedgerForm pane={pane} refreshing={ledger.refreshing} onOpen={running.openLedger} />
      )}
      {ledger !== null && state.kind !== 'choosing' && <p class="ledger-chosen">{chosenFile(state)?.name}</p>}
      {ledger === null && <FileStep chosen={chosenFile(state)} onFiles={(files) => running.openFiles(files)} />}
      <div role="alert">{state.kind === 'choosing' && state.failure && <FailureBar failure={state.failure} />}</div>
      {state.kind === 'choosing' && state.refused && (
        <AnotherEncoding files={state.refused} onEncoding={running.openFiles} />
      )}
      <p class="hint" role="status">
        {state.kind === 'choosing' && state.note}
      </p>
      {ledger === null && state.kind === 'choosing' && <WorkbookTables imports={imports} onTable={running.openTable} />}
      {state.kind === 'opening' && (
        <ReadingBar doing={`Reading ${state.name}…`} reading={state.reading} onCancel={running.cancelOpening} />
      )}
      {state.kind === 'bill' && <BillSteps pane={pane} running={running} state={state} />}
      {state.kind === 'rates' && (
        <RatesCard pane={pane} running={running} session={state.session} rates={state.rates} />
      )}
      {state.kind === 'invoices' && <InvoicesCard pane={pane} session={state.session} opened={state.invoices} />}
      {state.kind === 'done' && (
        <Outcome
          pane={pane}
          session={state.session}
          report={state.report}
          client={state.client}
          onAnother={running.another}
          onDone={onDone}
        />
      )}
    </>
  );
}

function chosenFile(state: ImportState): { name: string; detail: string } | null {
  switch (state.kind) {
    case 'choosing':
      return null;
    case 'opening':
      return { name: state.name, detail: '' };
    case 'bill':
      return {
        name: state.bill.fileName,
        detail: state.bill.fileKind !== 'workbook' ? sizeText(state.bill.bytes) : '',
      };
    case 'invoices':
      return { name: state.invoices.fileName, detail: '' };
    case 'rates':
      return { name: state.rates.fileName, detail: '' };
    case 'done':
      return { name: state.session.opened.fileName, detail: '' };
  }
}

/** Where a change takes away the element that had the focus, the keyboard goes on at the element with this id. */
function useKeptFocus(change: string, id: string): void {
  // Before the next key can be pressed.
  useLayoutEffect(() => {
    takeLostFocus(id);
  }, [change]);
}
