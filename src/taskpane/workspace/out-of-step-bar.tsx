import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaneContext } from '../contract/pane-context';
import type { OutOfStep } from '../contract/services';
import { list } from '../contract/phrases';
import { recalculate } from '../contract/tasks';
import { Button } from '../controls/button';
import { MessageBar } from '../controls/message-bar';

/** Says when cells do not show what the tables give, and offers to recalculate. Nothing recalculates by itself. */
export function OutOfStepBar({ pane }: { pane: PaneContext }): JSX.Element {
  const { services, busy, run } = pane;
  const [known, setKnown] = useState(services.inStep.current());
  useEffect(() => {
    setKnown(services.inStep.current());
    void services.inStep.check();
    return services.inStep.onChange(() => setKnown(services.inStep.current()));
  }, [services]);
  return (
    <div class="staleness" role="status">
      {known && (
        <MessageBar
          tone="warning"
          title={titleOf(known)}
          actions={
            <Button look="link" disabled={busy} onClick={() => run(recalculate(services))}>
              Recalculate
            </Button>
          }
        >
          {reasonOf(known)}
        </MessageBar>
      )}
    </div>
  );
}

/** `AIRates changed after these cells were calculated.` */
function titleOf({ why, tables }: OutOfStep): string {
  if (why === 'saved') {
    return 'The saved values do not match the tables.';
  }
  return `${tables.length === 0 ? 'The data' : list(tables)} changed after these cells were calculated.`;
}

function reasonOf({ why, example }: OutOfStep): string {
  if (why === 'manual') {
    return 'Calculation is set to manual in this workbook.';
  }
  if (why === 'failed') {
    return 'They could not be recalculated.';
  }
  return example === null
    ? ''
    : `${example.address} shows ${example.shown || 'nothing'}; the tables give ${example.given || 'nothing'}.`;
}
