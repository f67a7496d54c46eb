import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { resolveReferences } from '../xml/references';
import { scanHeldEntry } from '../xml/scan-entry';
import type { Zip, ZipEntry } from '../zip/zip';
import { unescapeText } from './escaped-text';

/** The texts that the cells refer to by number: the runs of a rich text joined, phonetic hints left out. */
export async function readSharedStrings(zip: Zip, entry: ZipEntry): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await scanHeldEntry(zip, entry, {
    open(name) {
      if (name === 'si') {
        text = '';
      } else if (name === 'rPh') {
        inPhonetic = true;
      } else if (name === 't') {
        inText = !inPhonetic;
      }
    },
    text(raw) {
      if (inText) {
        text += resolveReferences(raw);
      }
    },
    close(name) {
      if (name === 't') {
        inText = false;
      } else if (name === 'rPh') {
        inPhonetic = false;
      } else if (name === 'si') {
        if (strings.length === LIMITS.sharedStrings) {
          throw new FileProblem(fileMessages.tooManyStrings(LIMITS.sharedStrings));
        }
        strings.push(unescapeText(text));
      }
    },
  });
  return strings;
}
