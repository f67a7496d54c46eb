import type { Frame } from 'playwright-core';
import type { LocalPage } from '../../scripts/local-page';

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One thing that an add-in does, in one request; runs in its frame. */
interface AddinEdit {
  readonly what: string;
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
}

/** What is refused is no failure: the other window may have deleted what this one meant. */
function makeAddinEdit({ what, sheet: name, row, text }: AddinEdit): Promise<string> {
  return Excel.run(async (context) => {
    const { worksheets, names, tables } = context.workbook;
    const sheet = worksheets.getItem(name);
    const extra = worksheets.getItemOrNullObject('Extra');
    const table = tables.getItemOrNullObject('Random');
    const known = names.getItemOrNullObject('Here');
    await context.sync();
    switch (what) {
      case 'block':
        sheet.getRange(`A${row}:C${row + 1}`).values = [
          [text, row, `=B${row}+1`],
          [text, `=AIROI(B${row})`, true],
        ];
        break;
      case 'insert rows':
        sheet.getRange(`${row}:${row + 1}`).insert('Down');
        break;
      case 'delete row':
        sheet.getRange(`${row}:${row}`).delete('Up');
        break;
      case 'insert cells':
        sheet.getRange(`B${row}:C${row}`).insert('Down');
        break;
      case 'format':
        sheet.getRange(`B${row}:C${row}`).numberFormat = [['0.00', '0%']];
        sheet.getRange(`B${row}`).format.font.bold = true;
        break;
      case 'sheet':
        if (extra.isNullObject) {
          worksheets.add('Extra').getRange('A1').values = [[text]];
        } else {
          extra.visibility = 'Hidden';
          extra.delete();
        }
        break;
      case 'rename':
        if (!extra.isNullObject) {
          extra.name = `Extra ${text}`;
        }
        break;
      case 'hide':
        if (!extra.isNullObject) {
          extra.visibility = row % 2 === 0 ? 'Hidden' : 'VeryHidden';
        }
        break;
      case 'name':
        if (known.isNullObject) {
          names.add('Here', sheet.getRange(`B${row}`));
        } else {
          known.delete();
        }
        break;
      case 'table':
        if (table.isNullObject) {
          sheet.getRange('F1:G2').values = [
            ['Item', 'Count'],
            ['Pen', 1],
          ];
          const added = sheet.tables.add('F1:G2', true);
          added.name = 'Random';
          added.style = 'TableStyleLight1';
        } else {
          table.rows.add(undefined, [[text, row]]);
        }
        break;
    }
    await context.sync();
    return '';
  }).catch((refusal: unknown) => String((refusal as OfficeExtension.Error).code ?? refusal));
}

const BY_ADD_IN = [
  'block',
  'insert rows',
  'delete row',
  'insert cells',
  'format',
  'sheet',
  'rename',
  'hide',
  'name',
  'table',
  'block',
];

/** Does one thing by chance: the user's or the add-in's. Gives the add-in's refusal, or an empty text. */
export async function editByChance(
  local: LocalPage,
  frame: Frame,
  sheet: string,
  random: () => number,
): Promise<string> {
  const below = (limit: number): number => Math.floor(random() * limit);
  const row = 2 + below(8);
  const text = `t${below(1000)}`;
  if (random() < 0.4) {
    const column = 'ABCD'[below(4)] ?? 'A';
    // Formulas in B look up to B alone, so none rests on itself: what such a cell shows depends on how often it was calculated.
    const isFormula = column !== 'B' && random() < 0.3;
    await local.enter(sheet, [[`${column}${row}`, isFormula ? `=B${1 + below(9)}&"${text}"` : text]]);
    return '';
  }
  const edit = { what: BY_ADD_IN[below(BY_ADD_IN.length)] ?? 'block', sheet, row, text };
  return frame.evaluate(makeAddinEdit, edit);
}
