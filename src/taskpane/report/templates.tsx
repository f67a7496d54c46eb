import type { JSX } from 'preact';
import type { PaneContext } from '../contract/pane-context';
import type { ReportDraft, ReportPreview, TemplateId } from '../contract/report-services';
import { addTemplate } from '../contract/tasks';
import { Button } from '../controls/button';
import { Section } from '../controls/section';

const TEMPLATES: readonly { readonly id: TemplateId; readonly title: string; readonly hint: string }[] = [
  {
    id: 'monthly-spend',
    title: 'Monthly spend report',
    hint: 'The report as it is chosen above, on a sheet that stays as you change it.',
  },
  {
    id: 'vendor-dependence',
    title: 'Vendor dependence',
    hint: 'Shares, revenue and concentration of a vendor’s clients, with bounds.',
  },
  {
    id: 'business-case',
    title: 'AI business case',
    hint: 'Costs and benefits by year: ROI, NPV, payback and IRR in three scenarios. Needs no data.',
  },
];

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
