export const MONTHS_IN_YEAR = 12;
