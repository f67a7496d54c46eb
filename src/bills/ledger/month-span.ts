/** The first and the last month that are asked for, such as 2024-11; '': from the beginning, to the end. */
export interface MonthSpan {
  readonly from: string;
  readonly to: string;
}

export const ALL_MONTHS: MonthSpan = { from: '', to: '' };
