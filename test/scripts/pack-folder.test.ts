import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packFolder } from '../../scripts/pack-folder';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ai-spend-parts-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('a folder of parts is one zip, the same each time, with all files but hidden ones', async () => {
  await mkdir(path.join(folder, 'month=2024-09'));
  await writeFile(path.join(folder, 'month=2024-09', 'a.csv'), 'a');
  await writeFile(path.join(folder, 'b.gz'), 'b');
  await writeFile(path.join(folder, '.DS_Store'), 'x');
  const packed = await packFolder(folder);
  expect(path.basename(packed.path)).toBe(`${path.basename(folder)}.zip`);
  const bytes = await readFile(packed.path);
  const entries = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]);
  expect(entries).toEqual([
    ['b.gz', 'b'],
    ['month=2024-09/a.csv', 'a'],
  ]);
  const again = await packFolder(folder);
  expect((await readFile(again.path)).equals(bytes)).toBe(true);
  await packed.remove();
  await again.remove();
  await expect(readFile(packed.path)).rejects.toThrow('ENOENT');
});

it('a file alone is read as it is, and no file is told', async () => {
  await expect(packFolder(folder)).rejects.toThrow('holds no file.');
  const file = path.join(folder, 'a.csv');
  await writeFile(file, 'a');
  const packed = await packFolder(folder);
  await packed.remove();
  expect([packed.path, await readFile(file, 'utf8')]).toEqual([file, 'a']);
});
