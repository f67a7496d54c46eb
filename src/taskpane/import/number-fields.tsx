import type { JSX } from 'preact';
import type { DateOrder, Mapping, NumberStyle } from '../../bills/mapping/mapping';
import { Section } from '../controls/section';
import type { DraftChange } from './bill-draft';
import { CheckField, FieldRow } from './step';

const NUMBERS: Readonly<Record<NumberStyle, string>> = {
  auto: 'found out from the file',
  point: '1,234.56',
  comma: '1.234,56',
};
const DATES: Readonly<Record<DateOrder, string>> = {
  auto: 'found out from the file',
  'month-first': 'month first (11/18/2024)',
  'day-first': 'day first (18/11/2024)',
  'year-first': 'year first (24/11/18)',
  serial: 'days as Excel counts them (45614)',
};

/** How numbers and dates are written in the file. */
export function NumberFields({
  mapping,
  onChange,
}: {
  mapping: Mapping;
  onChange(change: DraftChange): void;
}): JSX.Element {
  const automatic = mapping.numbers === 'auto' && mapping.dates === 'auto' && !mapping.hundredths;
  return (
    <Section title="Numbers and dates" extent={automatic ? 'automatic' : 'as chosen'}>
      <FieldRow id="import-numbers" label="Numbers">
        <select
          id="import-numbers"
          value={mapping.numbers}
          onChange={(event) =>
            onChange({ kind: 'reading', part: { numbers: event.currentTarget.value as NumberStyle } })
          }
        >
          {Object.entries(NUMBERS).map(([style, text]) => (
            <option key={style} value={style}>
              {text}
            </option>
          ))}
        </select>
      </FieldRow>
      <FieldRow id="import-dates" label="Dates">
        <select
          id="import-dates"
          value={mapping.dates}
          onChange={(event) => onChange({ kind: 'reading', part: { dates: event.currentTarget.value as DateOrder } })}
        >
          {Object.entries(DATES).map(([order, text]) => (
            <option key={order} value={order}>
              {text}
            </option>
          ))}
        </select>
      </FieldRow>
      <CheckField
        checked={mapping.hundredths}
        onCheck={(hundredths) => onChange({ kind: 'reading', part: { hundredths } })}
      >
        Amounts are in hundredths (cents)
      </CheckField>
    </Section>
  );
}
