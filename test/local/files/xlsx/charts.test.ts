import fc from 'fast-check';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fromXlsx, toXlsx } from '../../../../src/local/files/xlsx/xlsx-file';
import { shapeOf, type ChartContent } from '../../../../src/local/values/chart';
import type { WorkbookContent } from '../../../../src/local/values/content';
import type { PageSetup } from '../../../../src/local/values/page-setup';
import { charts, combination, pages, REPORT_PAGE } from './chart-contents';
import { cell, FUNCTIONS, sheet, workbook } from './contents';

const SEEDED = { seed: 20_241_118, numRuns: 60 };
const SHEET = "Q4's spend";

const CELLS = [
  ['Month', 'Spend', 'Budget', 'Band'],
  ['Oct', 10, 12, 3],
  ['Nov', 20, 15, 3],
  ['Dec', 30.5, 18, 3],
].flatMap((row, at) => row.map((value, column) => cell(at, column, value)));

function withChart(...list: ChartContent[]): WorkbookContent {
  return workbook([sheet(SHEET, [...CELLS, cell(9, 0, 'ByteDance is 61 %')], { charts: list })]);
}

async function again(content: WorkbookContent): Promise<WorkbookContent> {
  return fromXlsx(toXlsx(content, FUNCTIONS), FUNCTIONS);
}

function part(content: WorkbookContent, name: string): string {
  return strFromU8(unzipSync(toXlsx(content, FUNCTIONS))[name]!);
}

it('a chart with all that is kept of charts comes back from a file as it was', async () => {
  const content = withChart(combination(SHEET));
  expect(await again(content)).toEqual(content);
});

it('any charts come back from a file as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(charts(SHEET), { minLength: 1, maxLength: 3 }), async (list) => {
      const content = withChart(...list);
      expect(await again(content)).toEqual(content);
    }),
    SEEDED,
  );
});

it('any page layout comes back from a file as it was', async () => {
  await fc.assert(
    fc.asyncProperty(pages, async (page) => {
      const content = workbook([sheet('One, two', [cell(0, 0, 1)]), sheet(SHEET, [], { page })]);
      expect(await again(content)).toEqual(content);
    }),
    SEEDED,
  );
});

it('a chart names its cells, and repeats what they hold', () => {
  const xml = part(withChart(combination(SHEET)), 'xl/charts/chart1.xml');
  expect([...xml.matchAll(/<c:f>([^<]+)<\/c:f>/g)].map(([, reference]) => reference)).toEqual([
    "'Q4''s spend'!$A$10",
    "'Q4''s spend'!$B$1",
    "'Q4''s spend'!$A$2:$A$4",
    "'Q4''s spend'!$B$2:$B$4",
    "'Q4''s spend'!$A$2:$A$4",
    "'Q4''s spend'!$C$2:$C$4",
    "'Q4''s spend'!$A$2:$A$4",
    "'Q4''s spend'!$D$2:$D$4",
  ]);
  expect(xml).toContain('<c:pt idx="2"><c:v>30.5</c:v></c:pt>');
  expect(xml).toContain('<c:pt idx="0"><c:v>ByteDance is 61 %</c:v></c:pt>');
});

it('labels stand only where Excel takes a file with them', () => {
  const whole = combination(SHEET);
  const labels = whole.series[0]!.labels!;
  const placed = (type: ChartContent['type']): boolean =>
    part(
      withChart({ ...whole, type, series: [{ ...whole.series[0]!, type, labels }] }),
      'xl/charts/chart1.xml',
    ).includes('<c:dLblPos val="outEnd"/>');
  expect([
    placed('ColumnClustered'),
    placed('ColumnStacked'),
    placed('Area'),
    placed('Pie'),
    placed('Doughnut'),
  ]).toEqual([true, false, false, true, false]);
});

it('print areas and repeated lines stand under the names of Excel', () => {
  const xml = part(workbook([sheet(SHEET, [cell(0, 0, 1)], { page: REPORT_PAGE })]), 'xl/workbook.xml');
  expect(xml).toContain(
    '<definedName name="_xlnm.Print_Area" localSheetId="0">\'Q4\'\'s spend\'!$A$1:$L$40</definedName>' +
      "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Q4''s spend'!$A:$A,'Q4''s spend'!$1:$2</definedName>",
  );
});

/** A chart as Excel writes it: colours of the theme, extensions, a choice of versions, automatic texts. */
const EXCELS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c16r2="http://schemas.microsoft.com/office/drawing/2015/06/chart"><c:date1904 val="0"/><c:lang val="en-US"/><c:roundedCorners val="0"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="c14" xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart"><c14:style val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent><c:chart><c:title><c:overlay val="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr rot="0"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>'Q4''s spend'!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Spend</c:v></c:pt></c:strCache></c:strRef></c:tx><c:spPr><a:solidFill><a:srgbClr val="4472C4"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/><c:cat><c:strRef><c:f>'Q4''s spend'!$A$2:$A$4</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>'Q4''s spend'!$B$2:$B$4</c:f></c:numRef></c:val><c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}"/></c:extLst></c:ser><c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:gapWidth val="150"/><c:overlap val="100"/><c:axId val="5"/><c:axId val="6"/></c:barChart><c:catAx><c:axId val="5"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="6"/></c:catAx><c:valAx><c:axId val="6"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="t"/><c:majorGridlines/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="5"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;

it("a chart in Excel's own words is read", async () => {
  const parts = unzipSync(toXlsx(withChart(combination(SHEET)), FUNCTIONS));
  const file = zipSync({ ...parts, 'xl/charts/chart1.xml': strToU8(EXCELS) });
  const [chart] = (await fromXlsx(file, FUNCTIONS)).sheets[0]!.charts!;
  expect(chart).toMatchObject({
    name: 'Months',
    type: 'BarStacked',
    title: { isVisible: true, font: { size: 14, bold: false } },
    legend: { isVisible: false },
    categoryAxis: { isReversed: true, isVisible: true },
    valueAxis: { isVisible: false, hasMajorGridlines: true },
    series: [
      {
        type: 'BarStacked',
        fill: { color: '#4472C4' },
        labels: null,
        values: { sheet: SHEET, area: { row: 1, column: 1, rowCount: 3, columnCount: 1 } },
      },
    ],
  });
});

it('a chart of a type that is not drawn here is left out, and the others of its sheet stay', async () => {
  const parts = unzipSync(toXlsx(withChart(combination(SHEET), { ...combination(SHEET), name: 'Other' }), FUNCTIONS));
  const scatter = EXCELS.replaceAll('barChart>', 'scatterChart>');
  const file = zipSync({ ...parts, 'xl/charts/chart1.xml': strToU8(scatter) });
  expect((await fromXlsx(file, FUNCTIONS)).sheets[0]!.charts!.map(({ name }) => name)).toEqual(['Other']);
});

const PATIENCE_MS = 120_000;
const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: PATIENCE_MS }).status === 0;
const title = 'LibreOffice opens a file with charts, prints it, and has the same series and page layout';

/** What LibreOffice makes of a file. */
function convert(bytes: Uint8Array, kind: string, ending: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'libreoffice-'));
  try {
    const file = path.join(folder, 'in.xlsx');
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = path.join(folder, 'out');
    execFileSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', out, file], {
      timeout: PATIENCE_MS,
      stdio: 'pipe',
    });
    return new Uint8Array(readFileSync(path.join(out, `in.${ending}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Which cells the series show, as what; LibreOffice has those of one kind together. */
function shown(content: WorkbookContent): unknown {
  return content.sheets.map(({ charts: list = [] }) =>
    list.map(({ series }) =>
      series
        .map(({ type, name, categories, values }) => ({ kind: shapeOf(type).kind, name, categories, values }))
        .sort((a, b) => (a.values?.area.column ?? 0) - (b.values?.area.column ?? 0)),
    ),
  );
}

function paper({ isLandscape, paper: size, pagesWide, areas, titleRows, usual }: PageSetup): unknown {
  return { isLandscape, size, pagesWide, areas, titleRows, footer: usual.centerFooter };
}

(hasLibreOffice ? it : it.skip)(
  hasLibreOffice ? title : `${title} (skipped: no soffice on this machine)`,
  async () => {
    const whole = combination(SHEET);
    const bars = {
      ...whole,
      name: 'Bars',
      series: whole.series.slice(0, 1).map((each) => ({ ...each, type: 'BarClustered' as const })),
    };
    const pie = { ...bars, name: 'Pie', series: bars.series.map((each) => ({ ...each, type: 'Pie' as const })) };
    const content = workbook([
      sheet(SHEET, [...CELLS, cell(9, 0, 'ByteDance is 61 %')], { charts: [whole, bars, pie], page: REPORT_PAGE }),
    ]);
    const bytes = toXlsx(content, FUNCTIONS);
    const back = await fromXlsx(convert(bytes, 'xlsx:Calc MS Excel 2007 XML', 'xlsx'), FUNCTIONS);
    expect(shown(back)).toEqual(shown(content));
    expect(paper(back.sheets[0]!.page!)).toEqual(paper(REPORT_PAGE));
    const pdf = Buffer.from(convert(bytes, 'pdf', 'pdf')).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
  },
  2 * PATIENCE_MS,
);
