import { article } from './article';

/** A row of the table AIReturns as it ships, before anything has checked it. */
export interface ReferenceReturn {
  readonly study: string;
  readonly year: number;
  readonly segment: string;
  /** Decimal text: what comes back for each 1 spent, in the same currency. */
  readonly returnPer1: string;
  readonly source: string;
  readonly note: string;
}

/** The return on AI investment that the article quotes; the article gives no date for the study, so the year is its own. */
export const referenceReturns: readonly ReferenceReturn[] = [
  {
    study: 'IDC study commissioned by Microsoft',
    year: article.year,
    segment: 'All',
    returnPer1: '3.70',
    source: article.source,
    note: 'The article quotes the study: $3.70 back for every dollar spent. The year is that of the article.',
  },
];
