import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import { CoveringView } from '../controls/covering-view';

/** "Prepare for sharing" in the tabs' place; its code is a chunk of its own. */
export function SharingHost({ pane, onClose }: { pane: PaneContext; onClose(): void }): JSX.Element {
  return (
    <CoveringView
      title="Prepare for sharing"
      titleId="sharing-title"
      look="sharing"
      opening="Opening the check list…"
      failed="The check list could not be opened."
      fetch={() =>
        Promise.all([import(/* webpackChunkName: "sharing" */ './sharing-view'), pane.services.sharing()] as const)
      }
      view={([{ SharingView }, sharing]) => <SharingView pane={pane} sharing={sharing} />}
      onClose={onClose}
    />
  );
}
