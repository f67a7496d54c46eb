/**
 * A table of a sheet.
 */
import { parseAddress } from '../../../../formats/xlsx/address';
import { unescapeText } from '../../../../formats/xlsx/escaped-text';
import { attributesOf, wholeNumber, type Attributes } from '../../../../formats/xml/attributes';
import { resolveReferences } from '../../../../formats/xml/references';
import { scanHeldEntry } from '../../../../formats/xml/scan-entry';
import type { XmlListener } from '../../../../formats/xml/xml-scanner';
import type { Zip, ZipEntry } from '../../../../formats/zip/zip';
import type { TableContent, TableExtras, TotalsCell } from '../../../values/content';

const NO_STYLE = 'TableStyleLight1';

/** What a table's part says. */
class TableReader implements XmlListener {
  /** Of the first element of each name: an extension of the table is called as the table itself. */
  readonly found = new Map<string, Attributes>();
  readonly totals: TotalsCell[] = [];
  alternative: Attributes = new Map();
  private formula: string | null = null;

  open(name: string, raw: string): void {
    if (name === 'tableColumn') {
      const attributes = attributesOf(raw);
      this.totals.push({
        label: unescapeText(attributes.get('totalsRowLabel') ?? ''),
        aggregate: attributes.get('totalsRowFunction') ?? '',
        formula: '',
      });
    } else if (name === 'totalsRowFormula') {
      this.formula = '';
    } else if (name === 'table' && this.found.has(name)) {
      this.alternative = attributesOf(raw);
    } else if (name === 'table' || name === 'tableStyleInfo') {
      this.found.set(name, attributesOf(raw));
    }
  }

  text(raw: string): void {
    if (this.formula !== null) {
      this.formula += resolveReferences(raw);
    }
  }

  close(name: string): void {
    const last = this.totals.pop();
    if (last) {
      this.totals.push(name === 'totalsRowFormula' ? { ...last, formula: this.formula ?? '' } : last);
    }
    this.formula = name === 'totalsRowFormula' ? null : this.formula;
  }

  extras(): TableExtras {
    const [text, description] = [this.alternative.get('altText'), this.alternative.get('altTextSummary')];
    return {
      ...(wholeNumber(this.found.get('table')?.get('totalsRowCount')) === 1 ? { totals: this.totals } : {}),
      ...(text === undefined ? {} : { alternativeText: text }),
      ...(description === undefined ? {} : { alternativeDescription: description }),
    };
  }
}

/** The table; its area is without the row of totals. Null if it has no header row or no rows. */
export async function readTable(zip: Zip, entry: ZipEntry): Promise<TableContent | null> {
  const reader = new TableReader();
  await scanHeldEntry(zip, entry, reader);
  const table: Attributes = reader.found.get('table') ?? new Map();
  const area = parseAddress(table.get('ref') ?? '')?.area;
  const rowCount = (area?.rowCount ?? 0) - (wholeNumber(table.get('totalsRowCount')) ?? 0);
  const name = unescapeText(table.get('displayName') ?? table.get('name') ?? '');
  const hasHeaders = table.get('headerRowCount') !== '0';
  const style = reader.found.get('tableStyleInfo')?.get('name') ?? NO_STYLE;
  const extras = reader.extras();
  return area && hasHeaders && rowCount > 1 && name !== ''
    ? { name, area: { ...area, rowCount }, style, ...(Object.keys(extras).length === 0 ? {} : { extras }) }
    : null;
}
