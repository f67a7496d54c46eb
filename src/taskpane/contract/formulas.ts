/** A formula that the pane offers for a client, with what it answers. */
export interface OfferedFormula {
  formula: string;
  answers: string;
}

/** A text as a formula writes it: in quotes, with the quotes inside doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The questions about one client. Not all have an answer as the tables are: of a client with several vendors a share is one of a vendor's revenue. */
export function clientFormulas(client: string, vendors: readonly string[], hasFigure: boolean): OfferedFormula[] {
  const name = quoted(client);
  const bounds = [
    { formula: `=AISPEND(${name},,,,,"low")`, answers: 'The least it may be' },
    { formula: `=AISPEND(${name},,,,,"high")`, answers: 'The most it may be' },
  ];
  const shares =
    vendors.length > 1
      ? vendors.map((vendor) => ({
          formula: `=REVSHARE(${name},${quoted(vendor)})`,
          answers: `Share of ${vendor}’s AI revenue`,
        }))
      : [{ formula: `=REVSHARE(${name})`, answers: 'Share of the vendor’s AI revenue' }];
  return [
    { formula: `=AISPEND(${name})`, answers: 'Spend in the latest month' },
    ...(hasFigure ? [] : bounds),
    ...shares,
    { formula: `=AIROI(${name})`, answers: 'Return on a year of this spend' },
    { formula: `=AISOURCE(${name})`, answers: 'What is on record, row by row' },
  ];
}
