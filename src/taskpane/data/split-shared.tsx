import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isShared } from '../../domain/ledger/shared-rows';
import { asFailure } from '../contract/failure';
import type { PaneContext } from '../contract/pane-context';
import { count, SPLIT_WORDS } from '../contract/phrases';
import type { SplitDraft, SplitKind, SplitLine, SplitPreview } from '../contract/split-services';
import { splitSharedCost } from '../contract/tasks';
import { Button } from '../controls/button';
import { ShortList } from '../controls/pages';
import { useLatest } from './use-latest';

/** A split that another view asked for; each time another object. */
export interface AskedSplit {
  /** By what it is split to begin with. */
  readonly kind: SplitKind;
}

interface SplitSharedProps {
  pane: PaneContext;
  shown: boolean;
  asked: AskedSplit | null;
}

/** The way to split what several clients pay together: a button if a client is called `shared`, and in its place the form. */
export function SplitShared({ pane, shown, asked }: SplitSharedProps): JSX.Element | null {
  const [open, setOpen] = useState<AskedSplit | null>(null);
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked !== null) {
      setOpen(asked);
      // The form may be open already.
      start.current?.querySelector('select')?.focus();
    }
  }, [asked]);
  const close = (): void => {
    setOpen(null);
    // The form goes, and the focus goes back to where it came from.
    requestAnimationFrame(() => start.current?.querySelector('button')?.focus());
  };
  if (open === null && !pane.snapshot.clients.some(({ name }) => isShared(name))) {
    return null;
  }
  return (
    <div ref={start} class="new-budget">
      {open === null ? (
        <>
          <Button describedBy="split-hint" onClick={() => setOpen({ kind: 'spend' })}>
            Split shared cost…
          </Button>
          <p class="hint" id="split-hint">
            Divides what is billed to “shared” among the clients, to the cent.
          </p>
        </>
      ) : (
        <SplitForm key={open.kind} pane={pane} shown={shown} kind={open.kind} onClose={close} />
      )}
    </div>
  );
}

interface SplitFormProps {
  pane: PaneContext;
  shown: boolean;
  kind: SplitKind;
  onClose(): void;
}

function SplitForm({ pane, shown, kind, onClose }: SplitFormProps): JSX.Element {
  const [draft, setDraft] = useState<SplitDraft>({ kind, vendors: 'same', parts: '' });
  const form = useRef<HTMLElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const { services, snapshot } = pane;
  const preview = useLatest<SplitPreview>(
    shown,
    async () => (await services.sharedCost()).preview(draft),
    (thrown) => ({ kind: 'open', message: asFailure(thrown).message }),
    [services, snapshot, draft],
  );
  const splits = preview?.kind === 'ready' && preview.split.length > 0;
  const locked = pane.busy || snapshot.readOnly;
  return (
    <section ref={form} class="reference-card" aria-label="Split shared cost">
      <h3>Split shared cost</h3>
      <SplitFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <div role="status" class="budget-preview">
        {preview?.kind === 'open' && <p class="hint">{preview.message}</p>}
        {preview?.kind === 'ready' && (
          <p>
            {splits
              ? `${count(preview.split.length, 'row')} of “shared” ${preview.split.length === 1 ? 'becomes' : 'become'} ${count(preview.parts, 'row')}; the sum stays the same.`
              : 'No row can be split this way.'}
            {preview.stays.length > 0 && splits && ` ${count(preview.stays.length, 'row')} cannot be split this way.`}
          </p>
        )}
      </div>
      {preview?.kind === 'ready' && splits && <Lines label="Rows that are split" lines={preview.split} />}
      {preview?.kind === 'ready' && preview.stays.length > 0 && (
        <Lines label="Rows that stay shared" lines={preview.stays} />
      )}
      <div class="reference-actions">
        <Button
          look="primary"
          disabled={locked || !splits}
          onClick={() => pane.run(splitSharedCost(services, draft, onClose))}
        >
          Split
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </section>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly SplitLine[] }): JSX.Element {
  return (
    <>
      <h4 class="hint">{label}</h4>
      <ShortList
        label={label}
        noun="rows"
        items={lines}
        line={({ row, shared, outcome }) => (
          <>
            <span>
              Row {row}: {shared}
            </span>{' '}
            <span class="figure-change">{outcome}</span>
          </>
        )}
      />
    </>
  );
}

interface SplitFieldsProps {
  draft: SplitDraft;
  onChange(part: Partial<SplitDraft>): void;
}

function SplitFields({ draft, onChange }: SplitFieldsProps): JSX.Element {
  return (
    <>
      <label class="field">
        Split
        <select value={draft.kind} onChange={(event) => onChange({ kind: event.currentTarget.value as SplitKind })}>
          {Object.entries(SPLIT_WORDS).map(([kind, text]) => (
            <option key={kind} value={kind}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {draft.kind === 'fixed' ? (
        <label class="field">
          Clients and their parts
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder="Acme 60; Beta 40"
            value={draft.parts}
            onInput={(event) => onChange({ parts: event.currentTarget.value })}
          />
        </label>
      ) : (
        <label class="field">
          Among the clients that have in that month
          <select
            value={draft.vendors}
            onChange={(event) => onChange({ vendors: event.currentTarget.value as SplitDraft['vendors'] })}
          >
            <option value="same">bills of the same vendor</option>
            <option value="all">bills of any vendor</option>
          </select>
        </label>
      )}
    </>
  );
}
