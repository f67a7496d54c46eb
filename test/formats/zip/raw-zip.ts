import { crc32 } from '../../../src/formats/file/crc32';

/** A stored entry; what is given beside name and data is a lie that the headers tell. */
export interface RawEntry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly bytes?: number;
  readonly offset?: number;
}

/** A zip written byte by byte, so that it can be wrong. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const places: number[] = [];
  const body: number[] = [];
  const write = (bytes: Iterable<number>): void => {
    for (const byte of bytes) {
      body.push(byte);
    }
  };
  for (const entry of entries) {
    places.push(body.length);
    const { name, data } = entry;
    write([...u32(0x04034b50), ...u16(20), ...common(entry), ...u16(name.length), ...u16(0), ...ascii(name)]);
    write(data);
  }
  const start = body.length;
  entries.forEach((entry, index) => {
    const { name } = entry;
    body.push(
      ...u32(0x02014b50),
      ...u16(20),
      ...u16(20),
      ...common(entry),
      ...u16(name.length),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u16(0),
      ...u32(0),
    );
    body.push(...u32(entry.offset ?? places[index] ?? 0), ...ascii(name));
  });
  const size = body.length - start;
  body.push(
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...u16(entries.length),
    ...u16(entries.length),
    ...u32(size),
    ...u32(start),
    ...u16(0),
  );
  return Uint8Array.from(body);
}

/** The zip with other values in its end record. */
export function endRecord(zip: Uint8Array, { entries, start }: { entries?: number; start?: number }): Uint8Array {
  const view = new DataView(zip.buffer);
  if (entries !== undefined) {
    view.setUint16(zip.length - 12, entries, true);
  }
  if (start !== undefined) {
    view.setUint32(zip.length - 6, start, true);
  }
  return zip;
}

/** A zip of one stored entry whose sizes, place and directory are all in 64 bit fields. */
export function zip64(name: string, data: Uint8Array): Uint8Array {
  const full = 0xffffffff;
  const crc = u32(crc32(0, data));
  const local = [
    ...u32(0x04034b50),
    ...u16(45),
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...crc,
    ...u32(full),
    ...u32(full),
    ...u16(name.length),
    ...u16(20),
  ];
  local.push(...ascii(name), ...u16(1), ...u16(16), ...u64(data.length), ...u64(data.length), ...data);
  const directory = [
    ...u32(0x02014b50),
    ...u16(45),
    ...u16(45),
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...crc,
    ...u32(full),
    ...u32(full),
  ];
  directory.push(
    ...u16(name.length),
    ...u16(4 + 28),
    ...u16(0),
    ...u16(0),
    ...u16(0),
    ...u32(0),
    ...u32(full),
    ...ascii(name),
  );
  directory.push(...u16(0x5455), ...u16(0), ...u16(1), ...u16(24), ...u64(data.length), ...u64(data.length), ...u64(0));
  const end = [
    ...u32(0x06064b50),
    ...u64(44),
    ...u16(45),
    ...u16(45),
    ...u32(0),
    ...u32(0),
    ...u64(1),
    ...u64(1),
    ...u64(directory.length),
    ...u64(local.length),
  ];
  const locator = [...u32(0x07064b50), ...u32(0), ...u64(local.length + directory.length), ...u32(1)];
  const old = [
    ...u32(0x06054b50),
    ...u16(0),
    ...u16(0),
    ...u16(0xffff),
    ...u16(0xffff),
    ...u32(full),
    ...u32(full),
    ...u16(0),
  ];
  return Uint8Array.from([...local, ...directory, ...end, ...locator, ...old]);
}

function common({ data, flags = 0, method = 0, bytes = data.length }: RawEntry): number[] {
  return [...u16(flags), ...u16(method), ...u32(0), ...u32(crc32(0, data)), ...u32(data.length), ...u32(bytes)];
}

function ascii(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function u16(value: number): number[] {
  return [value & 255, (value >>> 8) & 255];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

function u64(value: number): number[] {
  return [...u32(value), ...u32(0)];
}
