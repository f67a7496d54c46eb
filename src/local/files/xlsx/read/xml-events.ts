/**
 * Reads a part's XML element by element. Nothing is fetched, no entity beyond XML's own five is known, and a DOCTYPE is refused.
 */
import { SaxesParser } from 'saxes';
import { XlsxProblem } from '../xlsx-problem';

/** Attributes by their names without prefix. */
export type Attributes = ReadonlyMap<string, string>;

/** Hears of each element. Names come without prefix. */
export interface XmlListener {
  opened?(name: string, attributes: Attributes): void;
  /** `text` is what stood directly in the element. */
  closed?(name: string, text: string): void;
}

const DEEPEST = 64;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reads a whole part; throws an XlsxProblem that names the part where it is not well formed. */
export function readXml(part: string, xml: string, listener: XmlListener): void {
  const refuse = (why: string): never => {
    throw new XlsxProblem(
      `This file is damaged: its part ${part} ${why}. Open it in Excel, which can repair workbooks, and save it again.`,
    );
  };
  const parser = new SaxesParser({ position: false });
  const texts: string[] = [];
  parser.on('doctype', () => refuse('has a DOCTYPE, which no workbook has'));
  parser.on('error', () => refuse('is not well-formed XML'));
  parser.on('opentag', (tag) => {
    if (texts.length >= DEEPEST) {
      refuse('is nested too deeply');
    }
    texts.push('');
    listener.opened?.(
      localName(tag.name),
      new Map(Object.entries(tag.attributes).map(([name, value]) => [localName(name), value])),
    );
  });
  const take = (text: string): void => {
    if (texts.length > 0) {
      texts[texts.length - 1] += text;
    }
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', (tag) => listener.closed?.(localName(tag.name), texts.pop() ?? ''));
  parser.write(xml).close();
}

/** A whole number that is not negative; null for anything else. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** `1` and `true` are yes. */
export function isYes(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
