import type { Cell } from '../../formats/file/text-table';
import { columnsOf } from '../mapping/column-names';
import { anthropic } from './anthropic';
import { anyTable } from './any-table';
import { aws } from './aws';
import { azure } from './azure';
import { azureDailyMeters } from './azure-daily-meters';
import type { BillFormat } from './bill-format';
import { focus } from './focus';
import { googleCloud } from './google-cloud';
import { langfuse } from './langfuse';
import { litellm } from './litellm';
import { openai } from './openai';
import type { Recognition } from '../mapping/mapping';

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
