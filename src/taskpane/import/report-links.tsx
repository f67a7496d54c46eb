import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button';
import { useCopying } from '../controls/copy-text';
import type { PaneContext } from '../contract/pane-context';
import { reportName } from './import-phrases';
import type { ImportSession } from '../contract/import-services';

interface ReportLinksProps {
  pane: PaneContext;
  session: ImportSession;
  /** What the report tells of; it is made anew when this changes. */
  of: unknown;
}

/** The report for the records: as a file, and through the clipboard where a host blocks downloads. */
export function ReportLinks({ pane, session, of }: ReportLinksProps): JSX.Element {
  const [file, setFile] = useState<{ url: string; name: string } | null>(null);
  const { copy, clear, byHand } = useCopying();
  useEffect(() => {
    const report = session.report();
    const url = URL.createObjectURL(report);
    setFile({ url, name: reportName(session.opened.fileName, report.type) });
    clear();
    return () => URL.revokeObjectURL(url);
  }, [session, of]);

  const copyReport = async (): Promise<string | null> =>
    copy(await session.report().text(), 'The report is in the clipboard.');
  return (
    <>
      <p class="report-links">
        {file && (
          <a href={file.url} download={file.name}>
            Download the report
          </a>
        )}
        <Button look="link" disabled={pane.busy} onClick={() => pane.run({ doing: 'Copying…', work: copyReport })}>
          Copy the report
        </Button>
      </p>
      {byHand}
    </>
  );
}
