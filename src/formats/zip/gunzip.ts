import { FileProblem } from '../file/file-problem';
import { LIMITS } from '../file/limits';
import { fileMessages } from '../file/messages';

/**
 * A file packed by gzip, unpacked.
 *
 * @throws FileProblem if it is damaged, cut off, or unpacks to more than an entry of a zip may
 */
export async function gunzip(file: Blob): Promise<Blob> {
  if (file.size > LIMITS.packedFileBytes) {
    throw new FileProblem(fileMessages.tooLarge(file.size, LIMITS.packedFileBytes));
  }
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new FileProblem(fileMessages.gzipDamaged());
    });
    if (done) {
      return new Blob(chunks);
    }
    bytes += value.length;
    if (bytes > LIMITS.zipEntryBytes || (bytes > LIMITS.zipRatioFromBytes && bytes > file.size * LIMITS.zipRatio)) {
      await reader.cancel();
      throw new FileProblem(fileMessages.gzipTooLarge(LIMITS.zipEntryBytes, LIMITS.zipRatio));
    }
    chunks.push(value as Uint8Array<ArrayBuffer>);
  }
}
