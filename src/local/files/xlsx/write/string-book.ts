/**
 * The shared strings of a workbook: each text once, cells name it by number.
 */
import { XML_HEAD, xmlText } from '../xml-text';

/** Collects texts and writes `sharedStrings.xml`. */
export class StringBook {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The number of a text, for a cell's value. */
  place(text: string): number {
    this.uses += 1;
    const place = this.places.get(text) ?? this.places.size;
    this.places.set(text, place);
    return place;
  }

  xml(): string {
    const items = [...this.places.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`);
    return (
      `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" ` +
      `uniqueCount="${items.length}">${items.join('')}</sst>`
    );
  }
}
