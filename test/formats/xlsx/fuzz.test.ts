import { openXlsx } from '../../../src/formats/xlsx/open-xlsx';
import { xlsxParts, zipParts, type Parts } from '../../xlsx-writer';
import { fileProblemOf, readAll } from '../read-rows';
import { cpuTime, WRONG_KIND_MS } from '../../cpu-time';

const ROUNDS = 200;

/** The same numbers below `limit` in each run (mulberry32). */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

function small(): Parts {
  return xlsxParts([
    {
      name: 'Bill',
      rows: [
        ['Client', 'Month', 'Amount'],
        ['ByteDance', { serial: 45614.2, format: 'yyyy-mm-dd hh:mm' }, 20.5],
        [{ runs: ['Open', 'AI'] }, '2024-11', { formula: 'A1', result: 'x' }],
      ],
    },
    {
      name: 'Other',
      rows: [
        ['A', 'B'],
        [true, { error: '#N/A' }],
      ],
      hidden: true,
    },
  ]);
}

async function readWhole(file: Blob): Promise<void> {
  for (const table of (await openXlsx(file)).tables) {
    await readAll(table);
  }
}

/** Reads until something else than a FileProblem comes out; gives how many readings went through. */
async function readEach(files: (pick: (limit: number) => number) => Blob, seed: number): Promise<number> {
  const pick = random(seed);
  let read = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = files(pick);
    const spent = await cpuTime(async () => {
      if ((await fileProblemOf(readWhole(file))) === 'read') {
        read += 1;
      }
    });
    expect(spent).toBeLessThan(WRONG_KIND_MS);
  }
  return read;
}

describe('whatever happens to a workbook, it is read or there is a message', () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): number => unhandled.push(reason);

  beforeAll(() => process.on('unhandledRejection', note));
  afterAll(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('where bytes of the file change, go or come', async () => {
    const whole = new Uint8Array(await zipParts(small()).arrayBuffer());
    const read = await readEach((pick) => {
      const bytes = [...whole];
      for (let change = pick(4); change >= 0; change -= 1) {
        const at = pick(bytes.length);
        const kind = pick(4);
        if (kind === 0) {
          bytes.splice(at, 1 + pick(40));
        } else if (kind === 1) {
          bytes.splice(at, 0, ...Array.from({ length: 1 + pick(8) }, () => pick(256)));
        } else {
          bytes[at] = kind === 2 ? pick(256) : (bytes[at] ?? 0) ^ (1 << pick(8));
        }
      }
      return new Blob([Uint8Array.from(bytes)]);
    }, 4);
    expect(read).toBeLessThan(ROUNDS);
  });

  it('where the XML of its parts changes', async () => {
    const scraps = [
      '<',
      '>',
      '/',
      '"',
      "'",
      '&',
      '&#0;',
      '<!--',
      '<![CDATA[',
      '<?',
      '<!DOCTYPE x>',
      '</row>',
      '<row r="0">',
      '<c r="A99999999999">',
      't="s"',
      '<v>-1</v>',
      '1e308',
      '\u0000',
      '😀',
      'rId1',
      '</sheetData>',
      '=',
    ];
    const read = await readEach((pick) => {
      const parts = small();
      for (let change = pick(3); change >= 0; change -= 1) {
        const [name = '', xml = ''] = [...parts][pick(parts.size)] ?? [];
        const at = pick(xml.length);
        const scrap = scraps[pick(scraps.length)] ?? '';
        parts.set(
          name,
          [
            xml.slice(0, at) + scrap + xml.slice(at),
            xml.slice(0, at) + xml.slice(at + 1 + pick(30)),
            xml.slice(0, at),
            xml.slice(0, at) + scrap + xml.slice(at + 1),
          ][pick(4)] ?? '',
        );
        if (pick(20) === 0) {
          parts.delete(name);
        }
      }
      return zipParts(parts);
    }, 5);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(ROUNDS);
  });
});
