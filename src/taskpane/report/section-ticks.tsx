import type { JSX } from 'preact';
import type { ReportDraft, ReportSection } from '../contract/report-services';

interface SectionTicksProps {
  sections: readonly ReportSection[];
  ticked: ReportDraft['sections'];
  onChange(ticked: ReportDraft['sections']): void;
}

/** The parts of the report to choose from, in their order; below each what the tables lack for it. */
export function SectionTicks({ sections, ticked, onChange }: SectionTicksProps): JSX.Element {
  const after = (changed: ReportSection): ReportDraft['sections'] =>
    sections.filter(({ id }) => (id === changed.id ? !ticked.includes(id) : ticked.includes(id))).map(({ id }) => id);
  return (
    <fieldset class="report-sections">
      <legend>Sections</legend>
      {sections.map((section) => (
        <div key={section.id}>
          <label>
            <input
              type="checkbox"
              checked={ticked.includes(section.id)}
              aria-describedby={section.lacks === null ? undefined : `lacks-${section.id}`}
              onChange={() => onChange(after(section))}
            />
            {section.title}
          </label>
          {section.lacks !== null && (
            <p class="hint" id={`lacks-${section.id}`}>
              {section.lacks}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}
