/**
 * The shared strings, without the formats of their parts and without the readings of Asian scripts.
 */
import { unescapeCharacters } from '../xml-text';
import { readXml } from './xml-events';

/** The texts in the order of their numbers. */
export function readStrings(part: string, xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let isReading = false;
  readXml(part, xml, {
    opened: (name) => {
      if (name === 'si') {
        text = '';
      } else if (name === 'rPh') {
        isReading = true;
      }
    },
    closed: (name, content) => {
      if (name === 't' && !isReading) {
        text += content;
      } else if (name === 'rPh') {
        isReading = false;
      } else if (name === 'si') {
        strings.push(unescapeCharacters(text));
      }
    },
  });
  return strings;
}
