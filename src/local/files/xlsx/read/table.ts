/**
 * A table of a sheet.
 */
import { parseAddress } from '../../../../formats/xlsx/address';
import type { TableContent } from '../content';
import { unescapeCharacters } from '../xml-text';
import { readXml, wholeNumber } from './xml-events';

const NO_STYLE = 'TableStyleLight1';

/** The table, without its totals row, which becomes ordinary cells; null where it has no header row or no rows. */
export function readTable(part: string, xml: string): TableContent | null {
  let table: TableContent | null = null;
  let style = NO_STYLE;
  readXml(part, xml, {
    opened: (name, attributes) => {
      if (name === 'table') {
        const area = parseAddress(attributes.get('ref') ?? '')?.area;
        const totals = wholeNumber(attributes.get('totalsRowCount')) ?? 0;
        const rowCount = (area?.rowCount ?? 0) - totals;
        const hasHeaders = attributes.get('headerRowCount') !== '0';
        const tableName = unescapeCharacters(attributes.get('displayName') ?? attributes.get('name') ?? '');
        table =
          area && hasHeaders && rowCount > 1 && tableName
            ? { name: tableName, area: { ...area, rowCount }, style }
            : null;
      } else if (name === 'tableStyleInfo') {
        style = attributes.get('name') ?? style;
      }
    },
  });
  return table && { ...(table as TableContent), style };
}
