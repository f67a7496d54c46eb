import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../scripts/project';
import { withRoomDrawings } from '../scripts/room-drawings';

const page = readFileSync(path.join(projectRoot, 'docs/architecture.md'), 'utf8');
const config = readFileSync(path.join(projectRoot, '.dependency-cruiser.cjs'), 'utf8');

const foldersOf = (folder: string): string[] =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const rooms = foldersOf('src');

/** What the page says of a room, without the drawing. */
function chapterOn(room: string): string {
  const [, chapter = ''] = page.split(new RegExp(`^### ${room}$`, 'm'));
  return chapter.split('<!-- drawing', 1)[0] ?? '';
}

describe('the page on the architecture', () => {
  it('draws the rooms, and the folders in each, as the imports are (npm run rooms -- --draw writes it)', () => {
    expect(withRoomDrawings(page)).toBe(page);
    expect([...page.matchAll(/<!-- drawing of src\/(\w+):/g)].map(([, room]) => room).sort()).toEqual(
      [...rooms].sort(),
    );
  });

  it.each(rooms)('says of every folder of %s what it is', (room) => {
    expect(foldersOf(`src/${room}`).filter((folder) => !chapterOn(room).includes(`\`${folder}\``))).toEqual([]);
  });

  it.each(rooms)('says what %s may import, as the rules have it', (room) => {
    const allowed = new RegExp(`^  ${room}: \\{ rooms: \\[(.*?)\\]`, 'm').exec(config)?.[1];
    const told = new RegExp(`^\\| \`src/${room}\` .*\\| ([^|]*?) *\\|$`, 'm').exec(page)?.[1];
    const words = (allowed ?? '').replaceAll("'", '');
    const all = 'functions, workbook, bills, domain, formats';
    expect(told).toBe(words === '' ? 'nothing of ours' : words === all ? 'all of the above' : words);
  });
});
