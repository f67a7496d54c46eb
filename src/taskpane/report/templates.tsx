import type { JSX } from 'preact';
import { TEMPLATES } from '../../workbook/report/templates/templates';
import type { PaneContext } from '../contract/pane-context';
import type { ReportDraft, ReportPreview } from '../contract/report-services';
import { addTemplate } from '../contract/tasks';
import { Button } from '../controls/button';
import { Section } from '../controls/section';

interface TemplatesProps {
  pane: PaneContext;
  draft: ReportDraft;
  preview: ReportPreview | null;
}

/** Sheets made after a template, which are the user's to change. */
export function Templates({ pane, draft, preview }: TemplatesProps): JSX.Element {
  const locked = pane.busy || pane.snapshot.readOnly;
  return (
    <Section title="New from template">
      <ul class="report-templates">
        {TEMPLATES.map(({ id, title, hint }) => (
          <li key={id}>
            <Button
              describedBy={`template-${id}`}
              disabled={locked || (id === 'monthly-spend' && preview?.kind !== 'ready')}
              onClick={() => pane.run(addTemplate(pane.services, id, draft))}
            >
              {title}
            </Button>
            <p class="hint" id={`template-${id}`}>
              {hint}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
