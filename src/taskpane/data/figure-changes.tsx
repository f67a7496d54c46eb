import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asFailure } from '../contract/failure';
import type { FigureChange, ReferenceServices, ReferenceSet } from '../contract/reference-data';
import { ShortList } from '../controls/pages';
import { Section } from '../controls/section';

interface FigureChangesProps {
  services: ReferenceServices;
  set: ReferenceSet;
}

/**
 * The figures that loading a set would change, as they are and as they would be. They are worked out while the user looks: it
 * takes an index of tables that may be large.
 */
export function FigureChanges({ services, set }: FigureChangesProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<readonly FigureChange[] | string | null>(null);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    let isLatest = true;
    const tell = (answer: readonly FigureChange[] | string): void => {
      if (isLatest) {
        setFound(answer);
      }
    };
    services.figureChanges(set.id).then(tell, (failure: unknown) => tell(asFailure(failure).message));
    return () => {
      isLatest = false;
    };
  }, [services, set, isOpen]);
  return (
    <Section
      title="Figures that change"
      extent={Array.isArray(found) ? String(found.length) : undefined}
      onToggle={setOpen}
    >
      {found === null || typeof found === 'string' ? (
        <p class="hint">{found ?? 'Working out what changes…'}</p>
      ) : found.length === 0 ? (
        <p class="hint">None of those that rest on these rows.</p>
      ) : (
        <ShortList
          label="Figures that change"
          noun="figures"
          items={found}
          line={({ formula, before, after }) => (
            <>
              <code>{formula}</code>
              <span class="figure-change">{before}</span>
              <span class="figure-change after">{after}</span>
            </>
          )}
        />
      )}
    </Section>
  );
}
