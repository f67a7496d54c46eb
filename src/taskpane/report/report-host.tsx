import type { JSX } from 'preact';
import { PaneFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import { Button } from '../controls/button';
import { FailureBar } from '../controls/message-bar';
import { useLate, useOnce } from '../controls/waiting';

/** The view "Report"; its code is a chunk of its own. */
export function ReportHost({ pane, shown }: { pane: PaneContext; shown: boolean }): JSX.Element {
  const fetched = useOnce(() =>
    Promise.all([import(/* webpackChunkName: "report" */ './report-view'), pane.services.report()] as const).catch(
      (thrown: unknown) => {
        if (thrown instanceof PaneFailure) {
          throw thrown;
        }
        console.error(thrown);
        throw new PaneFailure(
          'The view could not be opened.',
          'A part of the pane did not load.',
          'Check the connection, then try again.',
        );
      },
    ),
  );
  const late = useLate(fetched.value === null && fetched.failure === null);
  if (fetched.failure) {
    return (
      <div role="alert">
        <FailureBar failure={fetched.failure} actions={<Button onClick={fetched.askAgain}>Try again</Button>} />
      </div>
    );
  }
  if (fetched.value === null) {
    return (
      <p class="hint" role="status">
        {late && 'Opening the report…'}
      </p>
    );
  }
  const [{ ReportView }, report] = fetched.value;
  return <ReportView pane={pane} report={report} shown={shown} />;
}
