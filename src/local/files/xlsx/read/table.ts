/**
 * A table of a sheet.
 */
import { parseAddress } from '../../../../formats/xlsx/address';
import { unescapeText } from '../../../../formats/xlsx/escaped-text';
import { attributesOf, wholeNumber, type Attributes } from '../../../../formats/xml/attributes';
import { scanHeldEntry } from '../../../../formats/xml/scan-entry';
import type { Zip, ZipEntry } from '../../../../formats/zip/zip';
import type { TableContent } from '../../../values/content';

const NO_STYLE = 'TableStyleLight1';

/** The table, without its totals row, which becomes ordinary cells; null where it has no header row or no rows. */
export async function readTable(zip: Zip, entry: ZipEntry): Promise<TableContent | null> {
  const found = new Map<string, Attributes>();
  await scanHeldEntry(zip, entry, {
    open(name, raw) {
      if (name === 'table' || name === 'tableStyleInfo') {
        found.set(name, attributesOf(raw));
      }
    },
  });
  const table: Attributes = found.get('table') ?? new Map();
  const area = parseAddress(table.get('ref') ?? '')?.area;
  const rowCount = (area?.rowCount ?? 0) - (wholeNumber(table.get('totalsRowCount')) ?? 0);
  const name = unescapeText(table.get('displayName') ?? table.get('name') ?? '');
  const hasHeaders = table.get('headerRowCount') !== '0';
  const style = found.get('tableStyleInfo')?.get('name') ?? NO_STYLE;
  return area && hasHeaders && rowCount > 1 && name !== '' ? { name, area: { ...area, rowCount }, style } : null;
}
