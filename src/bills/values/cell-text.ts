import type { Cell } from '../../formats/file/text-table';

// eslint-disable-next-line no-control-regex -- these characters are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]|(?![\u200c\u200d])\p{Cf}/u;
const LINE_BREAKS = /[\t\n\v\f\r\u0085]+/g;
/** Also marks that nobody sees (direction, zero width), by which one name could pass for another; the joiners of scripts stay. */
// eslint-disable-next-line no-control-regex -- as above
const OTHER_CONTROLS = /(?:[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|(?![\u200c\u200d])\p{Cf})+/gu;

/** V8 makes a text of at least this length a view of the text that it was cut from, and so keeps that alive. */
const VIEW_LENGTH = 13;

/** Names as programs write "nothing" into a cell of text. */
export function isBlankText(text: string): boolean {
  return text === '' || text === 'NULL' || text === 'null';
}

const UNSEEN = /\p{Cf}+/gu;
/** A spreadsheet's mark that what follows is text, although it looks like a number. */
const TEXT_MARK = /^['\u2019](?=[-+(]?\p{Sc}?\s?[\d.,])/u;

/**
 * What of a number or a date is seen: marks of the direction of writing, which stand around them in Arabic and Hebrew and in what was copied from
 * elsewhere, say nothing, nor does a spreadsheet's apostrophe before them.
 */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '').replace(TEXT_MARK, '');
}

/**
 * The text of a cell as a name: control characters and invisible marks gone (line breaks and tabs become a space), outer spaces gone, and
 * nothing else altered. A blank, `NULL` and `null` give ''.
 */
export function nameText(cell: Cell): string {
  const text = String(cell);
  const clean = CONTROLS.test(text) ? text.replace(LINE_BREAKS, ' ').replace(OTHER_CONTROLS, '') : text;
  const name = clean.trim();
  return isBlankText(name) ? '' : name;
}

/** Whether a cell has no name in it, as `nameText` gives it; quick for the usual cell. */
export function isBlankCell(cell: Cell): boolean {
  if (typeof cell === 'number') {
    return false;
  }
  if (cell === '') {
    return true;
  }
  const first = cell.charCodeAt(0);
  return (first <= 32 || first >= 127 || cell.length === 4) && nameText(cell) === '';
}

/** The same text with memory of its own: a key that is kept must not keep the piece of the file that it was cut from. */
export function detached(text: string): string {
  return text.length < VIEW_LENGTH ? text : `${text} `.slice(0, -1);
}
