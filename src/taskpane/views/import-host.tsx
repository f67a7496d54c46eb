import type { FunctionComponent, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/failure-bar';
import { Icon } from '../controls/icon';
import type { ImportServices } from '../import/import-services';
import type { PaneContext } from '../pane-context';
import { PaneFailure, type PaneServices } from '../services';
import type { DroppedFile } from '../state/use-file-drop';
import { useLate } from '../state/use-late';
import { useOnce } from '../state/use-once';

const TITLE_ID = 'import-title';

/** What the view of an import works with; its code is a chunk of its own. */
export interface ImportViewProps {
  pane: PaneContext;
  imports: ImportServices;
  /** The latest file that was dropped on the pane; null for none. */
  dropped: DroppedFile | null;
  /** The id of the element to which the focus goes where a step takes its own element away. */
  titleId: string;
  onDone(): void;
}

interface ImportHostProps {
  pane: PaneContext;
  dropped: DroppedFile | null;
  onClose(): void;
}

/** The import in the tabs' place, with the way back; it fetches the code of the import when it is opened. */
export function ImportHost({ pane, dropped, onClose }: ImportHostProps): JSX.Element {
  const loaded = useOnce(() => fetchImport(pane.services));
  const late = useLate(loaded.value === null && loaded.failure === null);
  useLayoutEffect(() => document.getElementById(TITLE_ID)?.focus(), []);
  return (
    <>
      <header class="view-head">
        <Button look="quiet" label="Back" onClick={onClose}>
          <Icon name="back" />
        </Button>
        <h1 id={TITLE_ID} tabIndex={-1}>
          Import
        </h1>
      </header>
      <div class="panel import">
        {loaded.value ? (
          <loaded.value.View
            pane={pane}
            imports={loaded.value.imports}
            dropped={dropped}
            titleId={TITLE_ID}
            onDone={onClose}
          />
        ) : loaded.failure ? (
          <div role="alert">
            <FailureBar failure={loaded.failure} actions={<Button onClick={loaded.askAgain}>Try again</Button>} />
          </div>
        ) : (
          <p class="hint" role="status">
            {late && 'Opening the import…'}
          </p>
        )}
      </div>
    </>
  );
}

interface FetchedImport {
  View: FunctionComponent<ImportViewProps>;
  imports: ImportServices;
}

async function fetchImport(services: PaneServices): Promise<FetchedImport> {
  try {
    const [{ ImportView }, imports] = await Promise.all([
      import(/* webpackChunkName: "import" */ '../import/import-view'),
      services.imports(),
    ]);
    return { View: ImportView, imports };
  } catch (thrown) {
    if (thrown instanceof PaneFailure) {
      throw thrown;
    }
    console.error(thrown);
    throw new PaneFailure(
      'The import could not be opened.',
      'A part of the pane did not load.',
      'Check the connection, then try again.',
    );
  }
}
