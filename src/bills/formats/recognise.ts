import { columnsOf, type Columns } from '../mapping/column-names';
import { anthropic } from './anthropic';
import { anthropicConsole } from './anthropic-console';
import { anyTable } from './any-table';
import { aws } from './aws';
import { amazonInvoice } from './amazon-invoice';
import { azure } from './azure';
import { azureDailyMeters } from './azure-daily-meters';
import { azureQuery } from './azure-query';
import { costExplorer } from './cost-explorer';
import { costQuery } from './cost-query';
import { cursor } from './cursor';
import { datev } from './datev';
import type { BillFormat, SampleRows } from './bill-format';
import { focus } from './focus';
import { github } from './github';
import { googleCloud } from './google-cloud';
import { googleCloudConsole } from './google-cloud-console';
import { langfuse } from './langfuse';
import { litellm } from './litellm';
import { oracleCloud } from './oracle-cloud';
import { openai } from './openai';
import { openrouter } from './openrouter';
import type { Recognition } from '../mapping/mapping';

/** The formats that are known, each a file of its own. The surest first: a FOCUS export of Azure has columns of Azure's own. */
export const FORMATS: readonly BillFormat[] = [
  focus,
  aws,
  costExplorer,
  costQuery,
  azure,
  azureDailyMeters,
  azureQuery,
  amazonInvoice,
  datev,
  googleCloud,
  googleCloudConsole,
  oracleCloud,
  openai,
  anthropic,
  anthropicConsole,
  openrouter,
  cursor,
  github,
  litellm,
  langfuse,
];

/**
 * What kind of bill a table is, by its columns, and the mapping that suits it.
 *
 * @param above the cells of the lines above the header
 * @param sample the more rows, the surer are guesses about a table of no known kind
 * @param marks the currencies that a workbook shows beside the numbers of a column, row by row of the sample
 */
export function recogniseTable(
  header: readonly string[],
  sample: SampleRows,
  above: readonly (readonly string[])[] = [],
  marks?: (column: string) => readonly string[],
): Recognition {
  const columns = columnsOf(header, above, marks);
  for (const format of FORMATS) {
    const recognition = format.recognise(columns, sample);
    if (recognition !== null) {
      return withKeys(recognition, columns);
    }
  }
  return withKeys(anyTable(columns, sample), columns);
}

/** A row for each tag of a cost states the cost once for each: by what name the tag is told. */
function withKeys(recognition: Recognition, columns: Columns): Recognition {
  const tag = ['tag', 'tags', 'label', 'labels', 'resourcetag', 'projectlabels'].find(
    (name) => columns.has(`${name}key`, `${name}value`) || columns.has(`${name}name`, `${name}value`),
  );
  const column = tag === undefined ? null : columns.find(`${tag}key`, `${tag}name`);
  return column === null ? recognition : { ...recognition, tagKeyColumn: column };
}
