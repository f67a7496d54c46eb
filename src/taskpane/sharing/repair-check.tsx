import type { JSX } from 'preact';
import { count, unwatchedHint, unwatchedTitle } from '../contract/phrases';
import type { RepairOutcome, SharingStatus } from '../contract/sharing-services';
import { MoreButton, usePages } from '../controls/pages';
import { Check, CheckAction, type CheckContext } from './check';
import { AILMENTS, repair } from './sharing-tasks';

interface RepairCheckProps extends CheckContext {
  outcome: RepairOutcome | null;
  onOutcome(outcome: RepairOutcome): void;
}

/** Cells that show #NAME? or #BUSY!, or carry a foreign prefix, and what a repair did to them. */
export function RepairCheck({ pane, sharing, status, outcome, onOutcome }: RepairCheckProps): JSX.Element {
  const { ailing, sheets, unwatched } = status;
  const figures = sheets.reduce((sum, sheet) => sum + sheet.figures, 0);
  if (ailing.length + unwatched.length === 0) {
    const title =
      figures === 0 ? 'No cell uses an AI Spend function yet' : `Nothing to repair in ${count(figures, 'figure')}`;
    return (
      <Check state={figures === 0 ? 'info' : 'ok'} title={title}>
        {outcome && <Repaired outcome={outcome} />}
      </Check>
    );
  }
  return (
    <Check
      state="attention"
      title={title(ailing.length, unwatched)}
      action={
        <CheckAction
          pane={pane}
          text="Repair"
          readOnly="Cells cannot be rewritten"
          task={() => repair(sharing, onOutcome)}
        />
      }
    >
      {unwatched.length > 0 && <p>{unwatchedHint(unwatched)}</p>}
      {ailing.length > 0 && (
        <>
          <p>Repair writes formulas anew, in these cells only. Cells on protected sheets are left as they are.</p>
          <Cells label="Cells that need repair" cells={ailing} told={(cell) => AILMENTS[cell.ailment]} />
        </>
      )}
      {outcome && <Repaired outcome={outcome} />}
    </Check>
  );
}

function title(ailing: number, unwatched: readonly string[]): string {
  return ailing > 0 ? `${count(ailing, 'cell')} ${ailing === 1 ? 'needs' : 'need'} repair` : unwatchedTitle(unwatched);
}

function Repaired({ outcome }: { outcome: RepairOutcome }): JSX.Element {
  return (
    <>
      {outcome.repaired.length > 0 && (
        <Cells label="Written anew" cells={outcome.repaired} told={(cell) => cell.formula} shown />
      )}
      {outcome.protected.length > 0 && (
        <Cells
          label="Protected, left as they are"
          cells={outcome.protected}
          told={(cell) => AILMENTS[cell.ailment]}
          shown
        />
      )}
    </>
  );
}

type Cell = SharingStatus['ailing'][number];

interface CellsProps {
  label: string;
  cells: readonly Cell[];
  told(cell: Cell): string;
  /** The label is to be seen, not only heard. */
  shown?: boolean;
}

function Cells({ label, cells, told, shown = false }: CellsProps): JSX.Element {
  const pages = usePages(cells);
  return (
    <div class="check-cells">
      {shown && <p>{label}:</p>}
      <ul ref={pages.list} aria-label={label}>
        {pages.shown.map((cell) => (
          <li key={cell.address}>
            <b>{cell.address}</b> {told(cell)}
          </li>
        ))}
      </ul>
      <MoreButton next={pages.next} noun="cells" onMore={pages.showMore} />
    </div>
  );
}
