import { areAlike, PERCENT, PLAIN_AMOUNT, POINTS, type Asked } from '../asked-cells';
import { cellOf, type SheetDraft } from '../sheet-draft';

/** A figure of the period and of that compared with, and by how much the two differ. */
export interface ComparedFigure {
  readonly label: string;
  readonly now: string;
  readonly then: string;
  /** The number format of both; null leaves it to the function. */
  readonly format: string | null;
  readonly formatWithoutTypes: string;
  /** A share changes by points: a change of it in per cent would mislead. */
  readonly isShare: boolean;
  readonly changeFormat: string;
  /** The change is rounded to what its format shows, so that no zero has a sign; null if its format shows all of it. */
  readonly changeDigits: number | null;
  /** A condition without which the two are not compared; null for none. */
  readonly onlyIf: string | null;
}

/** The head of a table of figures compared. */
export function putComparedHead(draft: SheetDraft, { periodWords, comparedWords }: Asked): void {
  draft.header(['', `=${periodWords}`, `=${comparedWords}`, 'Change', 'Change, %']);
}

/** A row of it. The change stays empty if one of the two is not known, or they are not alike. */
export function putCompared(draft: SheetDraft, figure: ComparedFigure): void {
  const { label, now, then, format, formatWithoutTypes, changeFormat, changeDigits, isShare, onlyIf } = figure;
  const rounded = (change: string): string => (changeDigits === null ? change : `ROUND(${change},${changeDigits})`);
  const [a, b] = [cellOf(draft.row, 1), cellOf(draft.row, 2)];
  const look = { ...(format !== null && { format }), formatWithoutTypes };
  const areKnown = `COUNT(${a},${b})=2`;
  const ifAlike = (change: string): string =>
    onlyIf === null ? `=IF(${areKnown},${change},"")` : `=IF(${areKnown},IF(${onlyIf},${change},""),"")`;
  draft.line([
    [label],
    [`=${now}`, look],
    [`=${then}`, look],
    [ifAlike(rounded(isShare ? `(${a}-${b})*100` : `${a}-${b}`)), { format: isShare ? POINTS : changeFormat }],
    isShare ? null : [ifAlike(`IF(${b}>0,${a}/${b}-1,"")`), { format: PERCENT }],
  ]);
}

/** An amount by one of our functions. */
export function amount(label: string, now: string, then: string, onlyIf: string | null = null): ComparedFigure {
  return {
    label,
    now,
    then,
    format: null,
    formatWithoutTypes: PLAIN_AMOUNT,
    isShare: false,
    changeFormat: PLAIN_AMOUNT,
    changeDigits: null,
    onlyIf,
  };
}

/** A share. */
export function share(label: string, now: string, then: string): ComparedFigure {
  return { ...amount(label, now, then), format: PERCENT, formatWithoutTypes: PERCENT, isShare: true, changeDigits: 1 };
}

/** Spend of the period and of the year, and how much of it is the largest's. */
export function putHeadline(draft: SheetDraft, asked: Asked): void {
  const { client, vendor, currency, by, period, compared, yearToDate, yearToDateBefore, first, isOver } = asked;
  const spend = (when: string): string => `AISPEND(${client},${when},${currency},${vendor})`;
  const ranking = `AICLIENTS(${vendor},${compared},${currency},,${by},${client})`;
  const alike = (when: string, other: string): string => `AND(${isOver},${areAlike(asked, when, other)})`;
  draft.heading('Headline figures');
  putComparedHead(draft, asked);
  putCompared(draft, amount('Spend', spend(period), spend(compared), alike(period, compared)));
  putCompared(
    draft,
    amount(
      'Year to date, and a year before',
      spend(yearToDate),
      spend(yearToDateBefore),
      alike(yearToDate, yearToDateBefore),
    ),
  );
  const before = `IFERROR(VLOOKUP(${first},${ranking},3,FALSE),"")`;
  putCompared(draft, share(`="Share of "&${first}`, asked.firstShare, before));
}
