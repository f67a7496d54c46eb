import type { Cell } from '../files/text-table';
import { columnsOf } from './column-names';
import { anthropic } from './formats/anthropic';
import { anyTable } from './formats/any-table';
import { aws } from './formats/aws';
import { azure } from './formats/azure';
import { azureDailyMeters } from './formats/azure-daily-meters';
import type { BillFormat } from './formats/bill-format';
import { focus } from './formats/focus';
import { googleCloud } from './formats/google-cloud';
import { langfuse } from './formats/langfuse';
import { litellm } from './formats/litellm';
import { openai } from './formats/openai';
import type { Recognition } from './mapping';

/** The surest first: a FOCUS export of Azure has columns of Azure's own. */
const FORMATS: readonly BillFormat[] = [
  focus,
  aws,
  azure,
  azureDailyMeters,
  googleCloud,
  openai,
  anthropic,
  litellm,
  langfuse,
];

/**
 * What kind of bill a table is, by its columns, and the mapping that suits it.
 *
 * @param sample some rows, each in the order of the header; the more, the surer are guesses about a table of no known kind
 */
export function recogniseTable(header: readonly string[], sample: readonly (readonly Cell[])[]): Recognition {
  const columns = columnsOf(header);
  for (const format of FORMATS) {
    const recognition = format(columns, sample);
    if (recognition !== null) {
      return recognition;
    }
  }
  return anyTable(columns, sample);
}
