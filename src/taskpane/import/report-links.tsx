import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../controls/button';
import { useCopying } from '../controls/copy-text';
import type { PaneContext } from '../contract/pane-context';
import { reportName } from './import-phrases';
import type { ImportDecision, ImportSession, ReportForm } from '../contract/import-services';

interface ReportLinksProps {
  pane: PaneContext;
  session: ImportSession;
  /** What the user has decided so far; null after the load. */
  decision: ImportDecision | null;
  /** What the report tells of; it is made anew when any of these changes. */
  of: readonly unknown[];
}

const FORMS: readonly { readonly as: ReportForm; readonly label: string }[] = [
  { as: 'json', label: 'Download the report' },
  { as: 'csv', label: 'As CSV' },
];

/** The report for the records: as a file, and through the clipboard if a host blocks downloads. */
export function ReportLinks({ pane, session, decision, of }: ReportLinksProps): JSX.Element {
  const [files, setFiles] = useState<readonly { url: string; name: string; label: string }[]>([]);
  const { copy, clear, byHand } = useCopying();
  useEffect(() => {
    const made = FORMS.map(({ as, label }) => {
      const report = session.report(as, decision);
      return { url: URL.createObjectURL(report), name: reportName(session.opened.fileName, report.type), label };
    });
    setFiles(made);
    clear();
    return () => made.forEach(({ url }) => URL.revokeObjectURL(url));
  }, [session, ...of]);

  const copyReport = async (): Promise<string | null> =>
    copy(await session.report('json', decision).text(), 'The report is in the clipboard.');
  return (
    <>
      <p class="report-links">
        {files.map(({ url, name, label }) => (
          <a key={label} href={url} download={name}>
            {label}
          </a>
        ))}
        <Button look="link" disabled={pane.busy} onClick={() => pane.run({ doing: 'Copying…', work: copyReport })}>
          Copy the report
        </Button>
      </p>
      {byHand}
    </>
  );
}
