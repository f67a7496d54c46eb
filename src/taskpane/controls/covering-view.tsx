import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { PaneFailure } from '../contract/failure';
import { Button } from './button';
import { Icon } from './icon';
import { FailureBar } from './message-bar';
import { useLate, useOnce } from './waiting';

interface CoveringViewProps<Fetched> {
  title: string;
  /** The title's id in the page: it takes the focus when the view opens. */
  titleId: string;
  /** The class of the panel. */
  look: string;
  /** What is said while the view's code is on its way: `Opening the import…` */
  opening: string;
  /** What is said if it does not come: `The import could not be opened.` */
  failed: string;
  fetch(): Promise<Fetched>;
  view(fetched: Fetched): JSX.Element;
  onClose(): void;
}

/** A view in the tabs' place, with the way back; it fetches its code when it is opened. */
export function CoveringView<Fetched>({
  title,
  titleId,
  look,
  opening,
  failed,
  fetch,
  view,
  onClose,
}: CoveringViewProps<Fetched>): JSX.Element {
  const fetched = useOnce(() => fetch().catch((thrown: unknown) => Promise.reject(fetchFailure(failed, thrown))));
  const late = useLate(fetched.value === null && fetched.failure === null);
  useLayoutEffect(() => document.getElementById(titleId)?.focus(), []);
  return (
    <>
      <header class="view-head">
        <Button look="quiet" label="Back" onClick={onClose}>
          <Icon name="back" />
        </Button>
        <h1 id={titleId} tabIndex={-1}>
          {title}
        </h1>
      </header>
      <div class={`panel ${look}`}>
        {fetched.value !== null ? (
          view(fetched.value)
        ) : fetched.failure ? (
          <div role="alert">
            <FailureBar failure={fetched.failure} actions={<Button onClick={fetched.askAgain}>Try again</Button>} />
          </div>
        ) : (
          <p class="hint" role="status">
            {late && opening}
          </p>
        )}
      </div>
    </>
  );
}

function fetchFailure(what: string, thrown: unknown): PaneFailure {
  if (thrown instanceof PaneFailure) {
    return thrown;
  }
  console.error(thrown);
  return new PaneFailure(what, 'A part of the pane did not load.', 'Check the connection, then try again.');
}
