/**
 * Numbers by Excel's number formats, as the grid itself writes them.
 */
import { numfmt } from '@univerjs/core';
import { GENERAL } from '../../formats/xlsx/number-formats';

/** The number as text; by no format where the format is none. */
export function numberText(value: number, format: string): string {
  try {
    return numfmt.format(format || GENERAL, value);
  } catch {
    return String(value);
  }
}
