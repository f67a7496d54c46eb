/**
 * Types of charts as arguments.
 */
import { HostError } from '../protocol/host-error';
import { CHART_TYPES, type ChartType } from '../values/chart';
import type { Given } from './excel-class';

/** A type that is drawn here; those of Excel's that are not are refused by name. */
export function chartTypeArgument<P>(value: Given<P>): ChartType {
  const given: unknown = value;
  const type = CHART_TYPES.find((candidate) => candidate === given);
  if (!type) {
    throw new HostError(
      'ApiNotFound',
      `Charts of the type "${String(given)}" are not drawn in the local workbook. It draws ${CHART_TYPES.join(', ')}.`,
    );
  }
  return type;
}
