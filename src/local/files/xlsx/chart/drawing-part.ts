/**
 * The part that says where the charts of a sheet lie: `drawing1.xml`, ...
 */
import type { ChartContent, ChartCorner } from '../../../values/chart';
import { XML_HEAD, xmlAttribute } from '../xml-text';
import { EMU_PER_PX } from './drawing-words';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

function corner(tag: string, { row, column, x, y }: ChartCorner): string {
  const emu = (pixels: number): number => Math.round(pixels * EMU_PER_PX);
  return `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>${emu(x)}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${emu(y)}</xdr:rowOff></xdr:${tag}>`;
}

function anchor({ name, description, from, to }: ChartContent, index: number): string {
  const alternative = description === undefined ? '' : ` descr="${xmlAttribute(description)}"`;
  return (
    `<xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${index + 2}" name="${xmlAttribute(name)}"${alternative}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>` +
    '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

/** The part; its charts have the relationship ids `rId1`, ... */
export function drawingXml(charts: readonly ChartContent[]): string {
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ` +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `${charts.map(anchor).join('')}</xdr:wsDr>`
  );
}
