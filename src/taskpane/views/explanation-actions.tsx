import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../controls/button';
import { CopyField } from '../controls/copy-field';
import { explanationText } from '../explanation-text';
import type { PaneContext } from '../pane-context';
import type { ActiveCell, Explanation } from '../services';
import { writeNote } from '../tasks';

interface ExplanationActionsProps {
  pane: PaneContext;
  cell: ActiveCell;
  explanation: Explanation;
}

/** Takes the explanation along: to the clipboard, or into the sheet. */
export function ExplanationActions({ pane, cell, explanation }: ExplanationActionsProps): JSX.Element {
  const { services, snapshot, busy, run } = pane;
  const [shownText, setShownText] = useState<string | null>(null);
  const text = explanationText(cell.address, cell.formula, explanation);

  const copy = async (): Promise<string | null> => {
    try {
      await navigator.clipboard.writeText(text);
      setShownText(null);
      return 'The explanation is in the clipboard.';
    } catch {
      // A frame may be refused the clipboard; the text can still be taken by hand.
      setShownText(text);
      return null;
    }
  };
  return (
    <>
      <div class="explanation-actions">
        <Button disabled={busy} onClick={() => run({ doing: 'Copying…', work: copy })}>
          Copy as text
        </Button>
        <Button disabled={busy || snapshot.readOnly} onClick={() => run(writeNote(services, cell, text))}>
          Write as a note
        </Button>
      </div>
      {shownText !== null && <CopyField text={shownText} />}
    </>
  );
}
