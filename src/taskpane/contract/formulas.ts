/** A formula that the pane offers for a client, with what it answers. */
export interface OfferedFormula {
  formula: string;
  answers: string;
}

/** A text as a formula writes it: in quotes, with the quotes inside doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The three questions about one client. */
export function clientFormulas(client: string): OfferedFormula[] {
  const name = quoted(client);
  return [
    { formula: `=AISPEND(${name})`, answers: 'Spend in the latest month' },
    { formula: `=REVSHARE(${name})`, answers: 'Share of the vendor’s AI revenue' },
    { formula: `=AIROI(${name})`, answers: 'Return on a year of this spend' },
  ];
}
