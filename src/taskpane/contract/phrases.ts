import type { SplitKind } from '../../domain/ledger/shared-rows';
import type { ReferenceSetId, TableChange } from './reference-data';
import type { LoadOutcome } from './services';
import type { TableState } from './snapshot';
import type { Step } from './task';

/** A whole number as the pane writes it: `10,000`. */
export function number(count: number): string {
  return count.toLocaleString('en');
}

/** A count with its noun: `1 row`, `10,000 rows`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${number(n)} ${n === 1 ? noun : plural}`;
}

/** By what shared cost is split, within a sentence. */
export const SPLIT_WORDS: Readonly<Record<SplitKind, string>> = {
  spend: 'by spend',
  quantity: 'by quantity',
  equal: 'in equal parts',
  fixed: 'by fixed parts',
};

/** The months a table covers: `2024-11`, or `2024-01 to 2024-12`. */
export function months(from: string | null, to: string | null): string | null {
  if (from === null || to === null) {
    return from ?? to;
  }
  return from === to ? from : `${from} to ${to}`;
}

/** What a table that can be read holds: `3 rows · 2024-11 · sheet AI Clients`. */
export function tableContents(table: Extract<TableState, { kind: 'present' }>): string {
  return [count(table.rows, 'row'), months(table.from, table.to), `sheet ${table.sheet}`].filter(Boolean).join(' · ');
}

/** A moment: the time alone if it is today, else with the date. */
export function moment(at: Date, now: Date): string {
  const sameDay = at.toDateString() === now.toDateString();
  return at.toLocaleString(undefined, { timeStyle: 'short', ...(sameDay ? {} : { dateStyle: 'medium' }) });
}

/** What the sets of the data that ships are called in a sentence. */
export const SET_NAMES: Readonly<Record<ReferenceSetId, string>> = {
  article: 'Reference data',
  claims: 'Reported claims',
  rates: 'Exchange rates',
};

/** That a set was not loaded. */
export function notLoaded(set: ReferenceSetId): string {
  return `The ${SET_NAMES[set].toLowerCase()} ${set === 'article' ? 'was' : 'were'} not loaded.`;
}

/** What a load of a set did. */
export function loadReport(outcome: LoadOutcome, set: ReferenceSetId = 'article'): string {
  return loadOutcomeText(SET_NAMES[set], outcome);
}

/** What a load did; what did not happen is not mentioned. */
export function loadOutcomeText(what: string, { added, replaced, removed, kept }: LoadOutcome): string {
  const parts = [
    added > 0 && `${count(added, 'row')} added`,
    replaced > 0 && `${count(replaced, 'row')} replaced`,
    removed > 0 && `${count(removed, 'row')} removed`,
    kept > 0 && `${count(kept, 'row')} of your own kept`,
  ].filter(Boolean);
  return `${what} loaded: ${parts.length > 0 ? parts.join(', ') : 'nothing had changed'}.`;
}

/** What became of rows that were to go. */
export function removalOutcomeText(what: string, { removed, kept }: LoadOutcome): string {
  return `${what} removed: ${count(removed, 'row')}${kept === 0 ? '' : `, ${count(kept, 'row')} of your own kept`}.`;
}

/** What a load would do, table by table: `Adds 10 rows to AIClients, with the new columns Spend low and Share of.` */
export function changeText({ table, isNew, added, replaced, removed, columns }: TableChange): string {
  const parts = [
    isNew && `makes ${table} with ${count(added, 'row')}`,
    !isNew && added > 0 && `adds ${count(added, 'row')} to ${table}`,
    replaced > 0 && `puts ${count(replaced, 'row')} of ${table} right`,
    removed > 0 && `takes out ${count(removed, 'second copy', 'second copies')}`,
    columns.length > 0 && `with the new ${columns.length === 1 ? 'column' : 'columns'} ${list(columns)}`,
  ].filter((part) => part !== false);
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** How many cells follow the data after a recalculation. */
export function recalculationReport(cells: number): string {
  return cells === 0 ? 'No cell uses an AI Spend function yet.' : `${count(cells, 'cell')} up to date.`;
}

/** A list in a sentence: `AIClients and AIRates`. */
export function list(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}

/** That tables lack their watch cell, in short. */
export function unwatchedTitle(tables: readonly string[]): string {
  return `Figures may not follow every change in ${list(tables)}.`;
}

/** What that comes to, and what is done about it. */
export function unwatchedHint(tables: readonly string[]): string {
  return `A small formula beside ${tables.length === 1 ? 'the table' : 'each table'} makes Excel tell AI Spend of changes, also when a formula in it gets a new result. It is missing.`;
}

/** That rows are shown in another currency than they count in, in short. */
export function shownOtherwiseTitle(rows: number): string {
  return `${count(rows, 'amount')} in AIClients ${rows === 1 ? 'is' : 'are'} shown in another currency than the Currency of ${rows === 1 ? 'its' : 'their'} row.`;
}

/** What a row shows, and what it counts as. */
export function shownOtherwiseText({ shown, currency }: { readonly shown: string; readonly currency: string }): string {
  return `shows ${shown} and counts as ${currency}. Correct the Currency, or the number format.`;
}

/** What became of tables that were to be watched. */
export function watchReport(tables: readonly string[]): string {
  return tables.length === 0
    ? 'No table could be watched: its sheet is protected, or all are watched already.'
    : `${list(tables)} ${tables.length === 1 ? 'is' : 'are'} watched again.`;
}

/** A step as a line of text. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case 'waiting-for-cell-edit':
      return 'Finish editing the cell, then this goes on by itself.';
    case 'reading':
      return 'Reading the tables…';
    case 'writing':
      return `Writing row ${number(step.done)} of ${number(step.total)}`;
    case 'recalculating':
      return `${number(step.done)} of ${count(step.total, 'cell')}`;
  }
}

/** `1 of 1 month on record`. */
export function recordedText({ onRecord, asked }: { onRecord: number; asked: number }): string {
  return `${number(onRecord)} of ${count(asked, 'month')} on record`;
}
