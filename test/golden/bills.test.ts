import fs from 'node:fs';
import path from 'node:path';
import { Decimal } from 'decimal.js';
import type { BillSummary } from '../../src/bills/sums/bill-summary';
import { FORMATS } from '../../src/bills/formats/recognise';
import { formatMapping } from '../../src/bills/mapping/mapping-text';
import { FileProblem } from '../../src/formats/file/file-problem';
import { NoBill, openBill } from '../bills/reading/open-bill';

/*
 * Each folder under bills/ is a case: a file, if the proposed mapping is to be changed mapping.txt, and expected.json with
 * what the import says of it. UPDATE_GOLDEN=1 writes what it says now; read the difference before you keep it.
 */
const CASES = path.join(__dirname, 'bills');
const UPDATING = process.env.UPDATE_GOLDEN === '1';
const Exact = Decimal.clone({ precision: 100 });
const OURS = ['mapping.txt', 'expected.json'];

const folders = fs.readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test.each(folders.map(({ name }) => name))('the bill "%s" gives what is expected', async (name) => {
  const folder = path.join(CASES, name);
  const expected = path.join(folder, 'expected.json');
  const said = written(await imported(folder));
  if (UPDATING) {
    fs.writeFileSync(expected, said);
  }
  expect(said).toBe(fs.readFileSync(expected, 'utf8'));
});

test.each(folders.map(({ name }) => name))('the sums of the bill "%s" add up to the last digit', (name) => {
  const { rows, keptRows, leftOutRows, problemRows, totals, groups } = JSON.parse(
    fs.readFileSync(path.join(CASES, name, 'expected.json'), 'utf8'),
  ) as Partial<BillSummary>;
  if (rows === undefined) {
    return;
  }
  expect((keptRows ?? 0) + (leftOutRows ?? 0) + (problemRows ?? 0)).toBe(rows);
  for (const { currency, total, kept, leftOut } of totals ?? []) {
    expect(added([kept, ...leftOut.map(({ amount }) => amount)])).toBe(total);
    expect(added((groups ?? []).filter((group) => group.currency === currency).map(({ amount }) => amount))).toBe(kept);
  }
});

describe('a format of bills', () => {
  const formats = path.join(__dirname, '../../src/bills/formats');
  const notOne = ['any-table.ts', 'bill-format.ts', 'guesses', 'recognise.ts'];

  it('is one file and one line in the list of formats', () => {
    expect(fs.readdirSync(formats).filter((file) => !notOne.includes(file))).toHaveLength(FORMATS.length);
  });

  it.each(FORMATS.map(({ name }) => name))('has a case here: %s', (name) => {
    const said = folders.map(
      (folder) =>
        (JSON.parse(fs.readFileSync(path.join(CASES, folder.name, 'expected.json'), 'utf8')) as { format?: string })
          .format,
    );
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${name}`)));
  });
});

/** Exact for the digits of these files, beyond those of the domain's decimals. */
function added(amounts: readonly string[]): string {
  return Exact.sum(0, ...amounts).toFixed();
}

/** What the import says of the file, or why it refuses it. */
async function imported(folder: string): Promise<object> {
  const [name = '', another] = fs.readdirSync(folder).filter((file) => !OURS.includes(file));
  if (another !== undefined) {
    throw new Error(`${folder} has more than one file to import.`);
  }
  const file = new File([fs.readFileSync(path.join(folder, name))], name);
  try {
    return await billed(file, path.join(folder, 'mapping.txt'));
  } catch (thrown) {
    if (thrown instanceof NoBill) {
      return thrown.found;
    }
    if (!(thrown instanceof FileProblem)) {
      throw thrown;
    }
    return { error: thrown.message };
  }
}

async function billed(file: File, mappingFile: string): Promise<object> {
  const { found, table, summarise } = await openBill(file);
  const { mapping, summary } = await summarise(fs.existsSync(mappingFile) ? fs.readFileSync(mappingFile, 'utf8') : '');
  const { problems, services, notices, ...sums } = summary;
  return {
    format: table.recognition.format,
    kind: found.fileKind,
    reading: found.reading,
    mapping: formatMapping(mapping),
    ...sums,
    problems: problems.map(({ line, column, value, message }) => ({ line, column, value, message })),
    services,
    notices: [...found.notices, ...notices],
  };
}

/** JSON with each entry of a list on a line of its own, so that a difference shows which it is. */
function written(said: object): string {
  const fields = Object.entries(said).map(([name, value]: [string, unknown]) => {
    const lines =
      Array.isArray(value) && value.length > 0 ? value.map((entry) => `    ${JSON.stringify(entry)}`) : null;
    return `  ${JSON.stringify(name)}: ${lines === null ? JSON.stringify(value) : `[\n${lines.join(',\n')}\n  ]`}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}
