import { attributesOf } from '../xml/attributes';
import { scanHeldEntry } from '../xml/scan-entry';
import type { Zip, ZipEntry } from '../zip/zip';
import { builtInKind, formatKind, type FormatKind } from './date-format';

/** What the format of each cell style, by its number, makes of a number. */
export type CellStyles = readonly FormatKind[];

export async function readCellStyles(zip: Zip, entry: ZipEntry): Promise<CellStyles> {
  const custom = new Map<string, FormatKind>();
  const formatOfStyle: string[] = [];
  let list = '';
  await scanHeldEntry(zip, entry, {
    open(name, raw) {
      if (name === 'numFmts' || name === 'cellXfs') {
        list = name;
      } else if (name === 'numFmt' && list === 'numFmts') {
        const attributes = attributesOf(raw);
        custom.set(attributes.get('numFmtId') ?? '', formatKind(attributes.get('formatCode') ?? ''));
      } else if (name === 'xf' && list === 'cellXfs') {
        formatOfStyle.push(attributesOf(raw).get('numFmtId') ?? '0');
      }
    },
    text() {
      // Styles are all in attributes.
    },
    close(name) {
      if (name === list) {
        list = '';
      }
    },
  });
  return formatOfStyle.map((id) => custom.get(id) ?? builtInKind(Number(id)));
}
