import { openCsv } from '../../../src/formats/csv/open-csv';
import { FileProblem } from '../../../src/formats/file/file-problem';
import { LIMITS } from '../../../src/formats/file/limits';
import { drippingFile } from '../dripping-file';
import { encodeText } from '../encode-text';
import { readCsv } from './read-csv';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

const latin1 = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)));

async function problemOf(content: string | Uint8Array<ArrayBuffer>, override = {}): Promise<string> {
  const error = await readCsv(content, override).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileProblem);
  return (error as FileProblem).message;
}

describe('a hostile or damaged CSV', () => {
  it('may have names that objects have', async () => {
    const { header, rows } = await readCsv('__proto__,constructor,toString\n1,2,3\n');
    expect([header, rows]).toEqual([['__proto__', 'constructor', 'toString'], [['1', '2', '3']]]);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  it.each(['', '\uFEFF', '\n\r\n', ',,,\n,,\n', 'sep=;\n'])('with nothing in it, %j, is empty', async (text) => {
    expect(await problemOf(text)).toBe('The file is empty.');
  });

  it('has at most as many columns as the limit', async () => {
    const names = Array.from({ length: LIMITS.columns + 1 }, (_, column) => `c${column}`);
    expect((await readCsv(names.slice(1).join(','))).header).toHaveLength(LIMITS.columns);
    const { problems } = await readCsv(`${names.slice(1).join(',')}\n${names.join(',')}\n`);
    expect(problems).toEqual([
      [2, expect.stringMatching(/^The row has 2001 cells, the header 2000; the first too many is "c2000"/)],
    ]);
    expect(await problemOf(names.join(','))).toMatch(/^The file has more than 2,000 columns\./);
  });

  it('has rows wider than the limit only as problems', async () => {
    const wide = 'x,'.repeat(LIMITS.columns + 5);
    expect(await readCsv(`a,b\n1,2\n${wide}\n3,4\n5,6\n${','.repeat(LIMITS.columns + 5)}\n`)).toMatchObject({
      rows: [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
      problems: [
        [3, expect.stringMatching(/2006 cells/)],
        [6, expect.stringMatching(/2006 cells/)],
      ],
    });
  });

  it('has cells and names no longer than the limit', async () => {
    const longest = 'é'.repeat(LIMITS.cellCharacters);
    expect((await readCsv(`${longest},b\n1,${longest}\n`)).rows[0]![1]).toHaveLength(LIMITS.cellCharacters);
    expect(await problemOf(`a,b\n1,${longest}x\n`)).toMatch(/^A cell in line 2 has more than 1,000,000 characters/);
    expect(await problemOf(`a,${longest}x\n1,2\n`)).toMatch(/^A cell in line 1 has more than 1,000,000 characters/);
  });

  it('loses only the lines in which a quote has no partner', async () => {
    const lost = expect.stringMatching(/^A quote in this line has no partner/);
    const { rows, problems } = await readCsv('a,b,c,d\n"x,1,2,3\ny,4,5,6\n"z,7,8,9\nq,1,1,1\n');
    expect(rows).toEqual([
      ['y', '4', '5', '6'],
      ['q', '1', '1', '1'],
    ]);
    expect(problems).toEqual([
      [2, lost],
      [4, lost],
    ]);
    const long = await readCsv(`a,b\n${'1,2\n'.repeat(500_000)}3,"4\n${'1,2\n'.repeat(1000)}`);
    expect([long.rows.length, long.problems]).toEqual([501_000, [[500_002, lost]]]);
  });

  it('tells of a quote that takes whole rows into a cell, though the cells are as many as the header has', async () => {
    const { rows, problems } = await readCsv('a,b,c,d\n"x,1,2,3\ny,4,5,6\nz",7,8,9\nq,1,1,1\n');
    expect(rows).toEqual([
      ['y', '4', '5', '6'],
      ['q', '1', '1', '1'],
    ]);
    expect(problems.map(([line]) => line)).toEqual([2, 4]);
    const whole = await readCsv('a,b,c,d\n"x, 1,\n2",3,4,5\n');
    expect(whole).toMatchObject({ rows: [['x, 1,\n2', '3', '4', '5']], problems: [] });
  });

  it('tells of text behind a closing quote', async () => {
    const { rows, problems } = await readCsv('a,b\n"12" tall,1\n"12" ,2\n"a"b"c",3\n');
    expect(rows).toEqual([['12', '2']]);
    expect(problems.map(([line, problem]) => [line, problem.slice(0, 34)])).toEqual([
      [2, 'Text stands behind a closing quote'],
      [4, 'Text stands behind a closing quote'],
    ]);
  });

  it('tells where it was cut off in the middle of a row', async () => {
    expect((await readCsv('a,b,c\n1,2,3\n4,5')).problems).toEqual([
      [3, expect.stringMatching(/^The file ends in the middle of this row: it has 2 of 3 cells/)],
    ]);
    expect((await readCsv('a,b,c\n1,2,3\n4,5,6')).problems).toEqual([]);
    expect((await readCsv('a,b,c\n1,2,3\n4,5\n')).problems).toEqual([]);
    expect((await readCsv('a,b,c\n1,2\n4,5,6\n7,8')).problems).toEqual([]);
  });

  it('is refused if quotes without a partner are looked for again and again through all of it', async () => {
    const hostile = `a,b\n${'1,"2""\n3,""4""\n'.repeat(400_000)}`;
    const spent = await cpuTime(() =>
      readCsv(hostile).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(FileProblem)),
    );
    expect(spent).toBeLessThan(2 * WRONG_KIND_MS);
  });

  it('does not fill the memory with a row that does not end', async () => {
    const endless = new Uint8Array(LIMITS.rowBytes + 3_000_000).fill(0x78);
    endless.set(encodeText('a,b\n1,2\n3,', 'utf-8'));
    expect(await problemOf(endless)).toMatch(/^Line 3 has more than 32 MB/);
    endless.set(encodeText('a,b\n1,2\n3,"', 'utf-8'));
    expect(await problemOf(endless)).toMatch(/^The quote that opens in line 3 is never closed/);
  });

  it('is no text where it has zero bytes', async () => {
    expect(await problemOf('a,b\n1,2\n\0,4\n')).toMatch(
      /^Line 3 has a zero byte, so the file is not text in Unicode \(UTF-8\)/,
    );
    expect(await problemOf('a,b\n1,"2\n\0"\n')).toMatch(/^Line 3 has a zero byte/);
    expect(await problemOf(`a,b\n${'1,2\n'.repeat(300_000)}3,\0`)).toMatch(/^Line 300002 has a zero byte/);
    expect(await problemOf(encodeText('a,b\n1,2\n', 'utf-16le'), { encoding: 'utf-8' })).toMatch(
      /^Line 1 has a zero byte/,
    );
  });

  it('says where bytes are invalid, if anyone asked for that cell', async () => {
    const text = latin1(`h\xc3\xa4,b\n${'1,2\n'.repeat(100)}3,Caf\xe9\n`);
    expect(await problemOf(text, { encoding: 'utf-8' })).toBe(
      'Line 102 has bytes that are not text in Unicode (UTF-8). Choose another encoding.',
    );
    const { tables } = await openCsv(new Blob([text]), { encoding: 'utf-8' });
    let rows = 0;
    await tables[0]!.readRows([0], () => (rows += 1));
    expect(rows).toBe(101);
  });

  it('may end within a character', async () => {
    expect(await problemOf(latin1('h\xc3\xa4,b\n1,x\xe4\xbc'))).toMatch(
      /^Line 2 has bytes that are not text in Unicode \(UTF-8\)/,
    );
    expect(await problemOf(encodeText('a,b\n1,2\n', 'utf-16le').subarray(0, -1), { encoding: 'utf-16le' })).toMatch(
      /^The file has bytes .*UTF-16 LE/,
    );
    expect(await problemOf(latin1('a,b\n1,\x8b'), { encoding: 'shift_jis' })).toMatch(
      /^The file has bytes .*Shift-JIS/,
    );
  });

  it('is read whole where pieces end between CR and LF, within quotes and within characters', async () => {
    const text = 'a,b\r\n"会\r\n""社""",2\r\n\r\n3,"4"\r\n';
    for (let atMost = 1; atMost < 12; atMost += 1) {
      const { tables } = await openCsv(drippingFile(encodeText(text, 'utf-8'), atMost));
      const rows: unknown[] = [];
      await tables[0]!.readRows([0, 1], (cells, line) => rows.push([line, ...cells]));
      expect(rows).toEqual([
        [2, '会\r\n"社"', '2'],
        [5, '3', '4'],
      ]);
    }
  });

  it('that cannot be read any more says so', async () => {
    const gone = Object.assign(new Blob(['a,b\n1,2\n']), {
      stream: () => new ReadableStream(),
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    });
    await expect(openCsv(gone as unknown as Blob)).rejects.toThrow(FileProblem);
    await expect(openCsv(drippingFile(encodeText('a,b\n', 'utf-8'), 0))).rejects.toThrow(FileProblem);
  });

  it('larger than the limit is not begun', async () => {
    const large = Object.defineProperty(new Blob(['a']), 'size', { value: LIMITS.textFileBytes + 1 });
    await expect(openCsv(large)).rejects.toThrow(/2000 MB can be read/);
  });

  it.each(['', ',,', '"', '\n', '\0', 'a', '7', 'é', '\uD800'])('is not divided by %j', async (delimiter) => {
    expect(await problemOf('a,b\n', { delimiter })).toMatch(/cannot divide cells/);
  });

  it('is not read in an encoding that is not listed', async () => {
    expect(await problemOf('a,b\n', { encoding: 'utf-7' })).toMatch(/"utf-7" is not known/);
  });

  it('has no text twice for texts that share a place in the cache', async () => {
    const values = Array.from({ length: 30_000 }, (_, row) => `v${(row * 7) % 15_000}`);
    const { rows } = await readCsv(`a\n${values.join('\n')}\n`);
    expect(rows.flat().join() === values.join()).toBe(true);
  });
});

describe('a sample with random bytes changed', () => {
  it('is read or refused with a FileProblem, never anything else', async () => {
    const sample = encodeText(
      '\uFEFFsep=;\r\nClient;"Größe";Betrag\r\n"A ""B""";1;2,5\r\n会社;"x\r\ny";3\r\n',
      'utf-8',
    );
    let seed = 20_240_918;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const favourites = [0, 10, 13, 34, 44, 59, 0x80, 0xc3, 0xe4, 0xff];
    const outcomes = new Set<string>();
    for (let round = 0; round < 1500; round += 1) {
      const bytes = sample.slice(0, random(4) === 0 ? random(sample.length) : sample.length);
      for (let change = 1 + random(4); change > 0 && bytes.length > 0; change -= 1) {
        bytes[random(bytes.length)] = random(2) === 0 ? random(256) : favourites[random(favourites.length)]!;
      }
      const outcome = await readCsv(bytes).then(
        () => 'read',
        (error: unknown) => (error instanceof FileProblem ? 'refused' : String(error)),
      );
      outcomes.add(outcome);
    }
    expect([...outcomes].sort()).toEqual(['read', 'refused']);
  });
});
