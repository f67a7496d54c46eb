import type { JSX } from 'preact';
import type { LedgerAsked, PaneContext } from '../contract/pane-context';
import { CoveringView } from '../controls/covering-view';

const TITLE_ID = 'import-title';

interface ImportHostProps {
  pane: PaneContext;
  dropped: readonly File[] | null;
  /** The earlier import that the file is to correct; null for none. */
  correcting: string | null;
  /** A ledger is to be connected; null: a file is to be read. */
  ledger: LedgerAsked | null;
  onClose(): void;
}

/** The import in the tabs' place; its code is a chunk of its own. */
export function ImportHost({ pane, dropped, correcting, ledger, onClose }: ImportHostProps): JSX.Element {
  return (
    <CoveringView
      title="Import"
      titleId={TITLE_ID}
      look="import"
      opening="Opening the import…"
      failed="The import could not be opened."
      fetch={() =>
        Promise.all([import(/* webpackChunkName: "import" */ './import-view'), pane.services.imports()] as const)
      }
      view={([{ ImportView }, imports]) => (
        <ImportView
          pane={pane}
          imports={imports}
          dropped={dropped}
          correcting={correcting}
          ledger={ledger}
          titleId={TITLE_ID}
          onDone={onClose}
        />
      )}
      onClose={onClose}
    />
  );
}
