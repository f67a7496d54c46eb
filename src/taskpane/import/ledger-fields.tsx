import type { JSX } from 'preact';
import type { Mapping } from '../../bills/mapping/mapping';
import type { ImportTable } from '../contract/import-services';
import { Section } from '../controls/section';
import type { DraftChange } from './bill-draft';
import { FieldRow } from './step';

interface LedgerFieldsProps {
  table: ImportTable;
  mapping: Mapping;
  onChange(change: DraftChange): void;
}

const NONE = '';

/** Which columns say that an amount is taken away: as ledgers and statements have them. */
export function LedgerFields({ table: { columns }, mapping, onChange }: LedgerFieldsProps): JSX.Element {
  const { credits = [], side } = mapping;
  const extent = [...credits, ...(side === undefined ? [] : [side])].join(', ');
  const chooseCredits = (column: string): void => {
    onChange({ kind: 'ledger', credits: column === NONE ? [] : (JSON.parse(column) as string[]), side });
  };
  return (
    <Section title="Debit and credit" extent={extent === '' ? 'no such column' : extent} open={extent !== ''}>
      <FieldRow id="import-side" label="Says debit or credit">
        <select
          id="import-side"
          value={side ?? NONE}
          onChange={({ currentTarget: { value } }) =>
            onChange({ kind: 'ledger', credits, side: value === NONE ? undefined : value })
          }
        >
          <option value={NONE}>none</option>
          {columns.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </select>
      </FieldRow>
      <FieldRow id="import-credits" label="Amounts taken away">
        <select
          id="import-credits"
          value={credits.length === 0 ? NONE : JSON.stringify(credits)}
          onChange={({ currentTarget: { value } }) => chooseCredits(value)}
        >
          <option value={NONE}>none</option>
          {credits.length > 1 && <option value={JSON.stringify(credits)}>{credits.join(' and ')}</option>}
          {columns.map((column) => (
            <option key={column} value={JSON.stringify([column])}>
              {column}
            </option>
          ))}
        </select>
      </FieldRow>
    </Section>
  );
}
