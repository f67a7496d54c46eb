import { strToU8, zipSync } from 'fflate';
import { LIMITS } from '../../../src/formats/file/limits';
import { openZip } from '../../../src/formats/zip/open-zip';
import { unpack, unpackAsBlob } from '../../../src/formats/zip/unpack';
import { findEntry, type Zip, type ZipEntry } from '../../../src/formats/zip/zip';
import { fileProblemOf } from '../read-rows';
import { endRecord, rawZip, zip64 } from './raw-zip';

const TEXT = 'Client,Amount\nByteDance,20\n'.repeat(1000);
const blob = (bytes: Uint8Array): Blob => new Blob([bytes as Uint8Array<ArrayBuffer>]);
const packed = (files: Record<string, string>, level: 0 | 6 = 6): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level });

function entryOf(zip: Zip, name: string): ZipEntry {
  const entry = findEntry(zip, name);
  if (entry === undefined) {
    throw new Error(`No ${name}`);
  }
  return entry;
}

async function textOf(file: Blob, name: string): Promise<string> {
  const zip = await openZip(file);
  return (await unpackAsBlob(zip, entryOf(zip, name))).text();
}

describe('a zip', () => {
  it.each([0, 6] as const)('gives its entries, packed at level %i', async (level) => {
    const file = blob(packed({ 'a.csv': TEXT, 'folder/b.csv': 'b', 'empty.csv': '' }, level));
    expect(await textOf(file, 'a.csv')).toBe(TEXT);
    expect(await textOf(file, 'FOLDER/B.CSV')).toBe('b');
    expect(await textOf(file, 'empty.csv')).toBe('');
  });

  it('may have a comment behind it', async () => {
    const bytes = packed({ 'a.csv': TEXT });
    new DataView(bytes.buffer).setUint16(bytes.length - 2, 5, true);
    expect(await textOf(new Blob([bytes as Uint8Array<ArrayBuffer>, 'hello']), 'a.csv')).toBe(TEXT);
  });

  it('may be written in the 64 bit form', async () => {
    expect(await textOf(blob(zip64('a.csv', strToU8(TEXT))), 'a.csv')).toBe(TEXT);
  });

  it('holds names as keys and nothing else', async () => {
    const zip = await openZip(
      blob(packed({ '../../etc/passwd': 'x', '/abs.csv': 'y', 'C:\\win.csv': 'z', __proto__x: 'p' })),
    );
    expect([...zip.entries.keys()]).toEqual(['../../etc/passwd', 'abs.csv', 'c:/win.csv', '__proto__x']);
    const proto = await openZip(blob(rawZip([{ name: '__proto__', data: strToU8('x') }])));
    expect([...proto.entries.keys()]).toEqual(['__proto__']);
  });

  it('can be read in part, and tells how far it is', async () => {
    const zip = await openZip(blob(packed({ 'a.csv': TEXT })));
    const entry = entryOf(zip, 'a.csv');
    let chunks = 0;
    const progress: number[][] = [];
    await unpack(
      zip,
      entry,
      () => (chunks += 1) > 1,
      (done, total) => progress.push([done, total]),
    );
    expect(chunks).toBe(1);
    await unpack(
      zip,
      entry,
      () => true,
      (done, total) => progress.push([done, total]),
    );
    expect(progress.at(-1)).toEqual([entry.packedBytes, entry.packedBytes]);
  });
});

describe('a zip is refused', () => {
  it('wherever it is cut off', async () => {
    const bytes = packed({ 'a.csv': 'Client,Amount', 'b.csv': 'b' });
    for (let length = 0; length < bytes.length; length += 1) {
      expect(await fileProblemOf(openZip(blob(bytes.slice(0, length))))).toMatch(/not complete|damaged/);
    }
  });

  it('where a byte of what is packed has changed', async () => {
    const bytes = packed({ 'a.csv': TEXT });
    const zip = await openZip(blob(bytes));
    const { packedBytes } = entryOf(zip, 'a.csv');
    for (let at = 0; at < packedBytes; at += 7) {
      const changed = bytes.slice();
      changed[30 + 5 + at]! ^= 0x10;
      expect(await fileProblemOf(textOf(blob(changed), 'a.csv'))).toMatch(/damaged/);
    }
  });

  it('where a bit of its directory has changed, or it holds what it held', async () => {
    const bytes = packed({ 'a.csv': TEXT, 'folder/b.csv': 'b' });
    const contents = async (file: Blob): Promise<string> => {
      const { entries } = await openZip(file);
      const texts = [...entries].map(async ([name]) => `${name}: ${await textOf(file, name)}`);
      return (await Promise.all(texts)).join();
    };
    const whole = await contents(blob(bytes));
    const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    for (let bit = directory * 8; bit < bytes.length * 8; bit += 1) {
      const changed = bytes.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      const found = await contents(blob(changed)).catch((error: unknown) => fileProblemOf(Promise.reject(error)));
      expect(found === whole || /damaged|not complete|password|method|unpacks to|entries/.test(found)).toBe(true);
    }
  });

  it.each([
    ['a password', rawZip([{ name: 'a', data: strToU8('x'), flags: 1 }]), 'protected by a password'],
    ['strong encryption', rawZip([{ name: 'a', data: strToU8('x'), flags: 0x41 }]), 'protected by a password'],
    [
      'another method',
      rawZip([{ name: 'a', data: strToU8('x'), method: 9 }]),
      'a method that cannot be read (number 9)',
    ],
    ['a size that is too small', rawZip([{ name: 'a', data: strToU8('xyz'), bytes: 1 }]), 'damaged'],
    ['a size that is too large', rawZip([{ name: 'a', data: strToU8('xyz'), bytes: 5 }]), 'damaged'],
    [
      'a size beyond the limit',
      rawZip([{ name: 'a', data: strToU8('xyz'), bytes: LIMITS.zipEntryBytes + 1 }]),
      'unpacks to 600 MB',
    ],
    [
      'a ratio beyond the limit',
      rawZip([{ name: 'a', data: strToU8('xyz'), bytes: LIMITS.zipRatioFromBytes + 1 }]),
      'times its size',
    ],
    [
      'two entries of one name',
      rawZip([
        { name: 'a', data: strToU8('x') },
        { name: 'A', data: strToU8('y') },
      ]),
      'two entries named "A"',
    ],
    [
      'entries that overlap',
      rawZip([
        { name: 'a', data: strToU8('xxxxxxxx') },
        { name: 'b', data: strToU8('y'), offset: 8 },
      ]),
      'damaged',
    ],
    ['an entry that lies in the directory', rawZip([{ name: 'a', data: strToU8('x'), offset: 40 }]), 'damaged'],
    ['more entries than it has', endRecord(rawZip([{ name: 'a', data: strToU8('x') }]), { entries: 2 }), 'damaged'],
    ['too many entries', endRecord(rawZip([{ name: 'a', data: strToU8('x') }]), { entries: 20_000 }), '20000 entries'],
    [
      'a directory beyond its end',
      endRecord(rawZip([{ name: 'a', data: strToU8('x') }]), { start: 4_000_000_000 }),
      'not complete',
    ],
  ])('that has %s', async (_, bytes, message) => {
    expect(await fileProblemOf(textOf(blob(bytes), 'a'))).toContain(message);
  });

  it('by its directory alone where entries overlap, or run into the directory', async () => {
    const [one, two] = [
      { name: 'a', data: strToU8('xxxxxxxx') },
      { name: 'b', data: strToU8('y') },
    ];
    expect(await fileProblemOf(openZip(blob(rawZip([one, two]))))).toBe('read');
    expect(await fileProblemOf(openZip(blob(rawZip([one, { ...two, offset: 8 }]))))).toContain('damaged');
    expect(await fileProblemOf(openZip(blob(rawZip([{ ...one, offset: 2 }]))))).toContain('damaged');
  });

  it('at once where a bomb lies about its size', async () => {
    const bomb = zipSync({ a: new Uint8Array(12 * 1024 * 1024) }, { level: 6 });
    const honest = await fileProblemOf(textOf(blob(bomb), 'a'));
    expect(honest).toContain('times its size');
    const directory = new DataView(bomb.buffer);
    directory.setUint32(directory.getUint32(bomb.length - 6, true) + 24, 5_000_000, true);
    const zip = await openZip(blob(bomb));
    let unpacked = 0;
    const reading = unpack(zip, entryOf(zip, 'a'), (chunk) => (unpacked += chunk.length) > 0);
    expect(await fileProblemOf(reading)).toContain('damaged');
    expect(unpacked).toBeLessThan(5_000_001);
  });

  it('where the file can no longer be read', async () => {
    const file = blob(packed({ 'a.csv': TEXT }));
    const zip = await openZip(file);
    const gone = {
      ...zip,
      file: {
        size: file.size,
        slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }),
      } as unknown as Blob,
    };
    expect(await fileProblemOf(unpack(gone, entryOf(zip, 'a.csv'), () => true))).toContain('moved or changed');
  });
});
