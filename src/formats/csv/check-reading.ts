import { fileMessages } from '../file/messages';
import { ENCODINGS } from '../encoding/encodings';
import { FileProblem } from '../file/file-problem';
import type { TextReading } from '../file/text-table';

/** Refuses a choice that nothing can be read with. */
export function checkReading({ encoding, delimiter }: Partial<TextReading>): void {
  if (encoding !== undefined && !ENCODINGS.some(({ name }) => name === encoding)) {
    throw new FileProblem(fileMessages.unknownEncoding(encoding));
  }
  if (delimiter !== undefined && !/^[^"\r\n\0\p{L}\p{N}\p{Cs}]$/u.test(delimiter)) {
    throw new FileProblem(fileMessages.badDelimiter(delimiter));
  }
}
