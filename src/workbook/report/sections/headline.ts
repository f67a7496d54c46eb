import { PERCENT, PLAIN_AMOUNT, type Asked } from '../asked-cells';
import { cellOf, type SheetDraft } from '../sheet-draft';

/** A figure of the period and of that compared with, and by how much the two differ. */
export interface ComparedFigure {
  readonly label: string;
  readonly now: string;
  readonly then: string;
  /** The number format of both; null leaves it to the function. */
  readonly format: string | null;
  readonly formatWithoutTypes: string;
  readonly changeFormat: string;
  /** A share changes by points: a change in per cent of it would mislead. */
  readonly hasPercent: boolean;
}

/** The head of a table of figures compared. */
export function putComparedHead(draft: SheetDraft, { periodWords, comparedWords }: Asked): void {
  draft.header(['', `=${periodWords}`, `=${comparedWords}`, 'Change', 'Change, %']);
}

/** A row of it. The change stays empty where one of the two is not known. */
export function putCompared(draft: SheetDraft, figure: ComparedFigure): void {
  const { label, now, then, format, formatWithoutTypes, changeFormat, hasPercent } = figure;
  const [a, b] = [cellOf(draft.row, 1), cellOf(draft.row, 2)];
  const look = { ...(format !== null && { format }), formatWithoutTypes };
  draft.line([
    [label],
    [`=${now}`, look],
    [`=${then}`, look],
    [`=IF(COUNT(${a},${b})=2,${a}-${b},"")`, { format: changeFormat }],
    hasPercent ? [`=IF(COUNT(${a},${b})<2,"",IF(${b}>0,${a}/${b}-1,""))`, { format: PERCENT }] : null,
  ]);
}

/** An amount by one of our functions. */
export function amount(label: string, now: string, then: string): ComparedFigure {
  return {
    label,
    now,
    then,
    format: null,
    formatWithoutTypes: PLAIN_AMOUNT,
    changeFormat: PLAIN_AMOUNT,
    hasPercent: true,
  };
}

/** Spend of the period and of the year, and how much of it is the largest's. */
export function putHeadline(draft: SheetDraft, asked: Asked): void {
  const { client, vendor, currency, by, period, compared, yearToDate, yearToDateBefore, first } = asked;
  const spend = (when: string): string => `AISPEND(${client},${when},${currency},${vendor})`;
  const ranking = (when: string): string => `AICLIENTS(${vendor},${when},${currency},,${by},${client})`;
  draft.heading('Headline figures');
  putComparedHead(draft, asked);
  putCompared(draft, amount('Spend', spend(period), spend(compared)));
  putCompared(draft, amount('Year to date; last year’s', spend(yearToDate), spend(yearToDateBefore)));
  putCompared(draft, {
    label: `="Share of "&${first}`,
    now: asked.firstShare,
    then: `IFERROR(VLOOKUP(${first},${ranking(compared)},3,FALSE),"")`,
    format: PERCENT,
    formatWithoutTypes: PERCENT,
    changeFormat: '+0.0%;-0.0%;0.0%',
    hasPercent: false,
  });
}
