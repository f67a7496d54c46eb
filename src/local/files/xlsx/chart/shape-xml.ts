/**
 * Fills, lines and fonts of drawings, as a file has them.
 */
import type { FillLook, FontLook, LineLook } from '../../../values/chart';
import { xmlText } from '../xml-text';
import { DASHES, EMU_PER_POINT, inFile } from './drawing-words';

function solid(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
}

/** A fill; nothing if it is left to Excel. */
export function fillXml({ color, isNone }: FillLook): string {
  return isNone ? '<a:noFill/>' : color ? solid(color) : '';
}

/** A line; nothing if it is left to Excel. */
export function lineXml({ color, weight, style }: LineLook): string {
  if (style === 'None') {
    return '<a:ln><a:noFill/></a:ln>';
  }
  const dash = style === undefined || style === 'Automatic' ? '' : `<a:prstDash val="${inFile(DASHES, style)}"/>`;
  if (color === undefined && weight === undefined && dash === '') {
    return '';
  }
  const width = weight === undefined ? '' : ` w="${Math.round(weight * EMU_PER_POINT)}"`;
  return `<a:ln${width}>${color ? solid(color) : ''}${dash}</a:ln>`;
}

/** The look of a shape; nothing if all of it is left to Excel. */
export function shapeXml(fill: FillLook, line: LineLook): string {
  const look = fillXml(fill) + lineXml(line);
  return look === '' ? '' : `<c:spPr>${look}</c:spPr>`;
}

function fontAttributes({ bold, italic, size }: FontLook): string {
  return (
    (size === undefined ? '' : ` sz="${Math.round(size * 100)}"`) +
    (bold === undefined ? '' : ` b="${bold ? 1 : 0}"`) +
    (italic === undefined ? '' : ` i="${italic ? 1 : 0}"`)
  );
}

function fontXml(tag: string, font: FontLook): string {
  return `<a:${tag}${fontAttributes(font)}>${font.color ? solid(font.color) : ''}</a:${tag}>`;
}

/** The look of texts; nothing if it is left to Excel. */
export function textLookXml(font: FontLook): string {
  return Object.keys(font).length === 0
    ? ''
    : `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${fontXml('defRPr', font)}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;
}

/** A text with its look, a paragraph for each line. */
export function richTextXml(text: string, font: FontLook): string {
  const paragraphs = text
    .split('\n')
    .map(
      (line) =>
        `<a:p><a:pPr>${fontXml('defRPr', font)}</a:pPr><a:r>${fontXml('rPr', font)}<a:t>${xmlText(line)}</a:t></a:r></a:p>`,
    );
  return `<c:rich><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</c:rich>`;
}
