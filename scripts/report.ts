import path from 'node:path';
import { print, runCommand, UsageError } from './command';
import { importFile, importLines, type LoadedFile } from './import-file';
import { filesToLoad, LOAD_HELP, LOAD_OPTIONS } from './load-options';
import { makeReport, REPORT_ENDINGS, writeReport, type ReportOf } from './report-file';
import { withLocalWorkbook } from './session';

runCommand({
  help: `Usage: npm run report -- [--load FILE [--sheet NAME] [--map MAPPING] [--answer QUESTION:ANSWER] [--earlier replace|keep] [--keep-quantities]]... [--client NAME | --vendor NAME] [--period PERIOD] [--compared-with before|year-before] [--currency CODE] [--by WHAT] --out FILE...

Makes the report of the pane's view Report in the local workbook, without a window and without Excel, and writes it as a PDF
or as a workbook for Excel.
For example: npm run report -- --load bill.csv --out report.pdf --out report.xlsx

  --out FILE               ends in .pdf: the report's sheet, as it is printed; in .xlsx: the whole workbook
  --client NAME            reports on one client, as AIClients has it; otherwise on all
  --vendor NAME            reports on one vendor
  --period PERIOD          a month, quarter or year: 2024-11, 2024-Q4, FY2025; otherwise the latest complete month
  --compared-with WHAT     before: the period before, which it also is otherwise; year-before: the same a year before
  --currency CODE          such as EUR
  --by WHAT                ranks by client, vendor, service, model or team
${LOAD_HELP}

Rates and claims of the reference data are loaded first. Ends with code 1 if a file was not loaded: then nothing is written.`,
  takes: {
    options: {
      ...LOAD_OPTIONS,
      client: { type: 'string' },
      vendor: { type: 'string' },
      period: { type: 'string' },
      'compared-with': { type: 'string' },
      currency: { type: 'string' },
      by: { type: 'string' },
      out: { type: 'string', multiple: true },
    },
    tokens: true,
  },
  main: async ({ values, tokens }) => {
    const files = filesToLoad(tokens);
    const outs = values.out ?? [];
    checkOuts(outs);
    const of = reportOf(values);
    return withLocalWorkbook(async (local) => {
      await local.loadReferenceData();
      const loaded: LoadedFile[] = [];
      for (const file of files) {
        loaded.push(await importFile(local, file));
      }
      print(loaded.flatMap(importLines).join('\n'));
      if (loaded.some(({ error }) => error !== null)) {
        return 1;
      }
      const sheet = await makeReport(local, of);
      for (const out of outs) {
        await writeReport(local, sheet, out);
        print(`${sheet} is written to ${path.resolve(out)}`);
      }
      return 0;
    });
  },
});

function checkOuts(outs: readonly string[]): void {
  if (outs.length === 0) {
    throw new UsageError('Where is the report to go? Give --out report.pdf or --out report.xlsx.');
  }
  const other = outs.find((out) => !REPORT_ENDINGS.some((ending) => out.toLowerCase().endsWith(ending)));
  if (other !== undefined) {
    throw new UsageError(`--out "${other}" ends neither in .pdf nor in .xlsx.`);
  }
}

function reportOf(values: {
  readonly client?: string | undefined;
  readonly vendor?: string | undefined;
  readonly period?: string | undefined;
  readonly 'compared-with'?: string | undefined;
  readonly currency?: string | undefined;
  readonly by?: string | undefined;
}): ReportOf {
  const { client, vendor, period, 'compared-with': comparedWith, currency, by } = values;
  if (client !== undefined && vendor !== undefined) {
    throw new UsageError('A report is on one client or on one vendor: give --client or --vendor.');
  }
  if (comparedWith !== undefined && comparedWith !== 'before' && comparedWith !== 'year-before') {
    throw new UsageError(`--compared-with "${comparedWith}" is neither before nor year-before.`);
  }
  return {
    ...(client === undefined ? {} : { client }),
    ...(vendor === undefined ? {} : { vendor }),
    ...(period === undefined ? {} : { period }),
    ...(comparedWith === undefined ? {} : { comparedWith }),
    ...(currency === undefined ? {} : { currency }),
    ...(by === undefined ? {} : { by }),
  };
}
