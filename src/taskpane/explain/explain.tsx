import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isBusy } from '../../workbook/formulas/busy-cell';
import { callsIn } from '../../workbook/formulas/formula-calls';
import type { PaneContext } from '../contract/pane-context';
import type { ActiveCell, FormulaStyle } from '../contract/services';
import { Button } from '../controls/button';
import { FormulaText } from '../controls/formula-text';
import { FailureBar, MessageBar, ReadOnlyNote } from '../controls/message-bar';
import { useLate } from '../controls/waiting';
import { ExplainedFormula } from './explained-formula';
import { Slip, slipOf } from './slip';
import { useActiveCell } from './use-active-cell';

interface ExplainProps {
  pane: PaneContext;
  /** The view is on the screen: only then the selection is followed. */
  shown: boolean;
}

/** Explains the figure in the selected cell. */
export function Explain({ pane, shown }: ExplainProps): JSX.Element {
  const { cell: selected, failure, readAgain } = useActiveCell(pane.services, shown);
  const [held, setHeld] = useState<ActiveCell | null>(null);
  const late = useLate(selected === null && failure === null);

  // Who goes from an explanation to one of its rows wants to read on.
  const isOurs = selected !== null && callsIn(selected.formula).length > 0;
  if (held !== null && isOurs && selected.address !== held.address) {
    setHeld(null);
  }
  const cell = held !== null && !isOurs ? held : selected;

  if (failure) {
    return (
      <Notice>
        <FailureBar
          failure={failure}
          actions={
            <Button look="link" onClick={readAgain}>
              Try again
            </Button>
          }
        />
      </Notice>
    );
  }
  if (cell === null) {
    return <Notice>{late && <p class="hint">Reading the cell…</p>}</Notice>;
  }
  const slip = slipOf(cell);
  if (slip !== null) {
    return <Slip pane={pane} cell={cell} slip={slip} />;
  }
  const unexplained = whyNot(cell, pane.style);
  if (unexplained !== null) {
    return <Notice>{unexplained}</Notice>;
  }
  return (
    <>
      {cell !== selected && (
        <MessageBar
          tone="info"
          actions={
            <Button look="link" onClick={() => setHeld(null)}>
              Follow the selection
            </Button>
          }
        >
          Still explaining {cell.address}.
        </MessageBar>
      )}
      {pane.snapshot.readOnly && <ReadOnlyNote />}
      <ExplainedFormula key={`${cell.address} ${cell.formula}`} pane={pane} cell={cell} onLeave={() => setHeld(cell)} />
    </>
  );
}

function Notice({ children }: { children: ComponentChildren }): JSX.Element {
  return <div role="status">{children}</div>;
}

/** What is to be said instead of an explanation; null if there is one. */
function whyNot(cell: ActiveCell, style: FormulaStyle): ComponentChildren | null {
  if (cell.formula === '') {
    return (
      <div class="empty">
        <h2>Select a cell with one of our functions</h2>
        <p>
          Then this view shows how its figure came about: rows, rates, arithmetic. For example{' '}
          <code>=AISPEND("ByteDance")</code>.
        </p>
        <p class="hint">
          {cell.address} holds {cell.text === '' ? 'nothing' : 'a value and no formula'}.
        </p>
      </div>
    );
  }
  if (isBusy(cell.text)) {
    return <p class="hint">{cell.address} is still being calculated…</p>;
  }
  if (callsIn(cell.formula).length > 0) {
    return null;
  }
  return (
    <div class="empty">
      <h2>None of our functions in {cell.address}</h2>
      <FormulaText class="formula" formula={cell.formula} style={style} />
      <p class="hint">Select a cell with a function such as AISPEND or AIROI.</p>
    </div>
  );
}
