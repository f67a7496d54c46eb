import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button';
import { CopyField } from '../controls/copy-field';
import type { PaneContext } from '../pane-context';
import { reportName } from './import-phrases';
import type { ImportSession } from './import-services';

interface ReportLinksProps {
  pane: PaneContext;
  session: ImportSession;
  /** What the report tells of; it is made anew when this changes. */
  of: unknown;
}

/** The report for the records: as a file, and through the clipboard where a host blocks downloads. */
export function ReportLinks({ pane, session, of }: ReportLinksProps): JSX.Element {
  const [file, setFile] = useState<{ url: string; name: string } | null>(null);
  const [shownText, setShownText] = useState<string | null>(null);
  useEffect(() => {
    const report = session.report();
    const url = URL.createObjectURL(report);
    setFile({ url, name: reportName(session.opened.fileName, report.type) });
    setShownText(null);
    return () => URL.revokeObjectURL(url);
  }, [session, of]);

  const copy = async (): Promise<string | null> => {
    const text = await session.report().text();
    try {
      await navigator.clipboard.writeText(text);
      setShownText(null);
      return 'The report is in the clipboard.';
    } catch {
      // A frame may be refused the clipboard; the text can still be taken by hand.
      setShownText(text);
      return null;
    }
  };
  return (
    <>
      <p class="report-links">
        {file && (
          <a href={file.url} download={file.name}>
            Download the report
          </a>
        )}
        <Button look="link" disabled={pane.busy} onClick={() => pane.run({ doing: 'Copying…', work: copy })}>
          Copy the report
        </Button>
      </p>
      {shownText !== null && <CopyField text={shownText} />}
    </>
  );
}
