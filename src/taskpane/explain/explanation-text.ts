import { recordedText } from '../contract/phrases';
import type { Explanation } from '../contract/services';

type Row = Explanation['rows'][number];

/** An explanation as plain text, for a note or a mail. It begins with the cell's address, so no cell takes it for a formula. */
export function explanationText(address: string, formula: string, explanation: Explanation): string {
  const { functionName, problem, result } = explanation;
  const counted = explanation.rows.filter((row) => row.counted);
  const others = explanation.rows.filter((row) => !row.counted);
  const outcome = problem === null ? result : `${problem.code} ${problem.message}`;
  return [
    `${address}: ${formula}`,
    `${functionName}: ${outcome === '' ? 'a table' : outcome}`,
    ...explanation.steps.map((step) => `  ${step}`),
    ...(explanation.recorded === null ? [] : [recordedText(explanation.recorded)]),
    ...(explanation.remarks ?? []),
    ...part(
      'Arguments',
      explanation.arguments.map(({ name, understood }) => `${name}: ${understood}`),
    ),
    ...part('Rows that count', counted.map(rowText)),
    ...part(
      'Rows that do not count',
      others.map((row) => `${rowText(row)}: ${row.reason}`),
    ),
    ...part(
      'Conversions',
      explanation.conversions.map(
        ({ amount, rate, month, source, result: converted }) =>
          `${amount} at ${rate} (${month}, ${source}) = ${converted}`,
      ),
    ),
  ].join('\n');
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function rowText({ table, row, month, client, service, amount, basis, source, note }: Row): string {
  return `${table} row ${row}: ${[month, client, service, amount, basis, source, note].filter(Boolean).join(', ')}`;
}
