/** A file within a zip, as the central directory declares it. Nothing of it is believed until it has been unpacked. */
export interface ZipEntry {
  /** With `/` between folders and none in front. It only ever serves as a key. */
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  /** 0 is stored, 8 is deflate; others cannot be read. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its local header begins, in bytes from the beginning of the file. */
  readonly offset: number;
}

/** A zip whose directory has been read. */
export interface Zip {
  readonly file: Blob;
  /** By name in lower case, for the names of an Office file's parts are the same in any case. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
}

/** The entry of that name, whichever way it is spelled. */
export function findEntry(zip: Zip, name: string): ZipEntry | undefined {
  return zip.entries.get(name.toLowerCase());
}
