import type { FunctionComponent, JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/failure-bar';
import { Icon } from '../controls/icon';
import type { PaneContext } from '../pane-context';
import { PaneFailure, type PaneServices } from '../services';
import type { SharingServices } from '../sharing/sharing-services';
import { useLate } from '../state/use-late';
import { useOnce } from '../state/use-once';

const TITLE_ID = 'sharing-title';

/** What the view works with; its code is a chunk of its own. */
export interface SharingViewProps {
  pane: PaneContext;
  sharing: SharingServices;
}

interface SharingHostProps {
  pane: PaneContext;
  onClose(): void;
}

/** "Prepare for sharing" in the tabs' place, with the way back; it fetches its code when it is opened. */
export function SharingHost({ pane, onClose }: SharingHostProps): JSX.Element {
  const loaded = useOnce(() => fetchSharing(pane.services));
  const late = useLate(loaded.value === null && loaded.failure === null);
  useLayoutEffect(() => document.getElementById(TITLE_ID)?.focus(), []);
  return (
    <>
      <header class="view-head">
        <Button look="quiet" label="Back" onClick={onClose}>
          <Icon name="back" />
        </Button>
        <h1 id={TITLE_ID} tabIndex={-1}>
          Prepare for sharing
        </h1>
      </header>
      <div class="panel sharing">
        {loaded.value ? (
          <loaded.value.View pane={pane} sharing={loaded.value.sharing} />
        ) : loaded.failure ? (
          <div role="alert">
            <FailureBar failure={loaded.failure} actions={<Button onClick={loaded.askAgain}>Try again</Button>} />
          </div>
        ) : (
          <p class="hint" role="status">
            {late && 'Opening the check list…'}
          </p>
        )}
      </div>
    </>
  );
}

interface FetchedSharing {
  View: FunctionComponent<SharingViewProps>;
  sharing: SharingServices;
}

async function fetchSharing(services: PaneServices): Promise<FetchedSharing> {
  try {
    const [{ SharingView }, sharing] = await Promise.all([
      import(/* webpackChunkName: "sharing" */ '../sharing/sharing-view'),
      services.sharing(),
    ]);
    return { View: SharingView, sharing };
  } catch (thrown) {
    if (thrown instanceof PaneFailure) {
      throw thrown;
    }
    console.error(thrown);
    throw new PaneFailure(
      'The check list could not be opened.',
      'A part of the pane did not load.',
      'Check the connection, then try again.',
    );
  }
}
