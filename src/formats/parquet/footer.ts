import type { FileMetaData } from 'hyparquet';
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { fileMessages } from '../file/messages';
import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { structEnd } from './thrift-structure';

const PLAIN_END = 'PAR1';
const ENCRYPTED_END = 'PARE';
/** The length of the footer and the four letters that end the file. */
const TRAILER = 8;

/** Reads what a Parquet file says of itself at its end: its columns, and where the parts of each lie. */
export async function readFooter(file: Blob): Promise<FileMetaData> {
  const trailer = new DataView(await file.slice(-TRAILER).arrayBuffer());
  const letters = trailer.byteLength < TRAILER ? '' : String.fromCharCode(...new Uint8Array(trailer.buffer, 4));
  if (letters === ENCRYPTED_END) {
    throw new FileProblem(fileMessages.parquetEncrypted());
  }
  if (letters !== PLAIN_END) {
    throw new FileProblem(fileMessages.parquetNoEnd());
  }
  const length = trailer.getUint32(0, true);
  if (length > file.size - TRAILER || length > LIMITS.parquetFooterBytes) {
    throw new FileProblem(fileMessages.parquetDamaged('its footer'));
  }
  const footer = await file.slice(-TRAILER - length).arrayBuffer();
  try {
    structEnd(new DataView(footer, 0, length), 0);
    return parquetMetadata(footer, { geoparquet: false });
  } catch {
    throw new FileProblem(fileMessages.parquetDamaged('its footer'));
  }
}
