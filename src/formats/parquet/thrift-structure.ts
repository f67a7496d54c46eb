/** Far more than the footer of any file of the size that is read. */
const MOST_ELEMENTS = 3_000_000;
const MOST_LEVELS = 24;

const enum Type {
  Stop = 0,
  True = 1,
  False = 2,
  Byte = 3,
  I16 = 4,
  I32 = 5,
  I64 = 6,
  Double = 7,
  Binary = 8,
  List = 9,
  Set = 10,
  Struct = 12,
}

/**
 * Walks over one struct of Thrift's compact protocol without keeping anything, before hyparquet reads it: hyparquet makes an
 * array of any length that a list claims, and reads a number of any length, so that a few bytes could fill the memory or
 * take minutes.
 *
 * @returns where the struct ends
 * @throws Error if the bytes are no such struct
 */
// eslint-disable-next-line max-lines-per-function -- functions that call one another over the same position
export function structEnd(view: DataView, start: number): number {
  let at = start;
  let elements = 0;
  walkStruct(0);
  return at;

  function walkStruct(level: number): void {
    if (level > MOST_LEVELS) {
      throw new Error('Structs are nested too deeply.');
    }
    for (;;) {
      const header = view.getUint8(at++);
      if ((header & 0x0f) === Type.Stop) {
        return;
      }
      count(1);
      if (header >> 4 === 0) {
        skipVarint();
      }
      const type = header & 0x0f;
      if (type !== Type.True && type !== Type.False) {
        walkValue(type, level);
      }
    }
  }

  function walkValue(type: number, level: number): void {
    switch (type) {
      case Type.True:
      case Type.False:
      case Type.Byte:
        return skip(1);
      case Type.I16:
      case Type.I32:
      case Type.I64:
        return skipVarint();
      case Type.Double:
        return skip(8);
      case Type.Binary:
        return skip(varint());
      case Type.List:
      case Type.Set:
        return walkList(level);
      case Type.Struct:
        return walkStruct(level + 1);
      default:
        throw new Error('A type is unknown.');
    }
  }

  function walkList(level: number): void {
    if (level > MOST_LEVELS) {
      throw new Error('Lists are nested too deeply.');
    }
    const header = view.getUint8(at++);
    const size = header >> 4 === 15 ? varint() : header >> 4;
    if (size > view.byteLength - at) {
      throw new Error('A list is longer than the bytes.');
    }
    count(size);
    for (let element = 0; element < size; element++) {
      walkValue(header & 0x0f, level + 1);
    }
  }

  function count(more: number): void {
    elements += more;
    if (elements > MOST_ELEMENTS) {
      throw new Error('The struct has too many elements.');
    }
  }

  function skip(length: number): void {
    if (length > view.byteLength - at) {
      throw new Error('A value is longer than the bytes.');
    }
    at += length;
  }

  function skipVarint(): void {
    for (let length = 0; length < 10; length++) {
      if (view.getUint8(at++) < 0x80) {
        return;
      }
    }
    throw new Error('A number is too long.');
  }

  function varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = view.getUint8(at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        return value;
      }
    }
    throw new Error('A number is too long.');
  }
}
