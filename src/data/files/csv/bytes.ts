/** Bytes that mean the same in every dialect of CSV. */
export const NUL = 0;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
