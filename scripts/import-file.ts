import { stat } from 'node:fs/promises';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import type { Locator } from 'playwright-core';
import { UserError } from './command';
import type { LocalPage } from './local-page';
import { packFolder } from './pack-folder';

/** A file or folder for the pane's import, and how its columns are to be understood if that differs from what the pane proposes. */
export interface FileToLoad {
  readonly path: string;
  /** The sheet or table to take; undefined: the first. */
  readonly sheet?: string;
  /** Texts such as `Kosten=amount,Kunde=client`. */
  readonly mapping: readonly string[];
  /** What becomes of the rows of an earlier file for the same clients and months; null: if the pane asks, nothing is loaded. */
  readonly earlier: 'replace' | 'keep' | null;
  /** Whether quantities, units, models and teams are kept. */
  readonly keepQuantities?: boolean;
}

/** What the import said of a file. */
export interface LoadedFile {
  readonly file: string;
  /** What the pane's report holds: format, rows, totals by currency, what is left out, problems. Null if the file could not be read. */
  readonly report: ImportReport | null;
  /** What the pane said after the load: `41 rows added as bill.csv.` Null if nothing was loaded. */
  readonly outcome: string | null;
  /** Why nothing was loaded, or null. */
  readonly error: string | null;
}

/** The report that the pane offers for download. */
interface ImportReport {
  readonly format?: string;
  readonly rows?: number;
  readonly keptRows?: number;
  readonly totals?: readonly { readonly currency: string; readonly total: string; readonly kept: string }[];
  readonly problems?: readonly { readonly line: number; readonly message: string }[];
  readonly questions?: readonly Question[];
  readonly quantities?: {
    readonly kept: boolean;
    readonly rowsWith: number | null;
    readonly rowsWithout: number;
  };
  readonly notices?: readonly string[];
  readonly [more: string]: unknown;
}

/** A question of the preview; open while it has no answer. */
interface Question {
  readonly option: string;
  readonly reason: string;
  readonly choices: readonly {
    readonly value: string;
    readonly kept: readonly { readonly currency: string; readonly amount: string }[];
  }[];
  readonly answer: string | null;
}

/** A large bill takes its time. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Loads a file, or the files of a folder as one, through the pane as a person would: chooses it, maps its columns, looks at the preview,
 * takes the report and presses Load.
 */
export async function importFile(local: LocalPage, toLoad: FileToLoad): Promise<LoadedFile> {
  const { path: file } = toLoad;
  const found = await stat(file).catch(() => {
    throw new UserError(`"${file}" is not there.`);
  });
  if (!found.isDirectory()) {
    return importOne(local, toLoad);
  }
  const packed = await packFolder(file);
  try {
    return await importOne(local, { ...toLoad, path: packed.path });
  } finally {
    await packed.remove();
  }
}

async function importOne(local: LocalPage, toLoad: FileToLoad): Promise<LoadedFile> {
  const { path: file } = toLoad;
  const { pane } = local;
  await local.showPane();
  await pane.getByRole('tab', { name: 'Data' }).click();
  await pane.getByRole('button', { name: 'Import a bill…' }).click();
  const view = pane.locator('.panel.import');
  await view.locator('input[type="file"]').setInputFiles(file);
  const loaded = await loadOpened(local, view, toLoad).catch(async (thrown: unknown) => {
    if (thrown instanceof Refused) {
      return { report: thrown.report, outcome: null, error: thrown.message };
    }
    throw thrown;
  });
  await pane.getByRole('button', { name: 'Back', exact: true }).click();
  await local.settle();
  return { file: path.basename(file), ...loaded };
}

/** The pane refuses to go on, and says why. */
class Refused extends Error {
  constructor(
    message: string,
    readonly report: ImportReport | null,
  ) {
    super(message);
  }
}

async function loadOpened(
  local: LocalPage,
  view: Locator,
  { sheet, mapping, earlier, keepQuantities = false }: FileToLoad,
): Promise<Omit<LoadedFile, 'file'>> {
  await ready(local, view);
  if (sheet !== undefined) {
    await chooseSheet(view, sheet);
    await ready(local, view);
  }
  if (mapping.length > 0) {
    await view.getByText('Mapping as text').click();
    await view.getByRole('textbox', { name: 'Mapping', exact: true }).fill(mapping.join(','));
    await view.getByRole('button', { name: 'Apply' }).click();
    await ready(local, view);
  }
  if (keepQuantities) {
    await keepQuantitiesIn(local, view);
  }
  const report = await downloadedReport(local, view);
  const withoutProblems = view.getByRole('checkbox', { name: /^Load without the/ });
  if (await withoutProblems.isVisible()) {
    await withoutProblems.check();
  }
  const corrected = view.getByRole('group', { name: 'Is this a corrected export?' });
  for (const question of earlier === null ? [] : await corrected.all()) {
    await question.getByRole('radio', { name: earlier === 'keep' ? 'Keep both' : /^Replace the/ }).check();
  }
  const reasons = view.getByRole('list', { name: 'Before loading' });
  if (await reasons.isVisible()) {
    throw new Refused(oneLine(await reasons.innerText()), report);
  }
  await view.getByRole('button', { name: /^Load / }).click();
  const outcome = view.getByRole('region', { name: 'Loaded' }).getByRole('status');
  const failure = local.pane.locator('.task-bar .message.error');
  await outcome.or(failure).first().waitFor({ timeout: PATIENCE_MS });
  if (await failure.isVisible()) {
    throw new Refused(oneLine(await failure.innerText()), report);
  }
  return { report, outcome: oneLine(await outcome.innerText()), error: null };
}

/** Chooses one of the sheets or tables that the pane offers; a file of one table has no choice. */
async function chooseSheet(view: Locator, sheet: string): Promise<void> {
  const choice = view.locator('#import-sheet');
  const names = (await choice.isVisible()) ? await choice.locator('option').allTextContents() : [];
  const at = names.map((name) => name.trim()).indexOf(sheet.trim());
  if (at < 0) {
    throw new Refused(
      names.length === 0
        ? `There is no sheet "${sheet}" to choose: the file is one table. Leave --sheet out.`
        : `There is no sheet "${sheet}". There are ${names.map((name) => `"${name.trim()}"`).join(', ')}.`,
      null,
    );
  }
  await choice.selectOption({ index: at });
}

/** Ticks the switch of the preview. */
async function keepQuantitiesIn(local: LocalPage, view: Locator): Promise<void> {
  const keep = view.getByRole('checkbox', { name: 'Keep quantities, models and teams' });
  if (!(await keep.isVisible())) {
    const report = await downloadedReport(local, view);
    throw new Refused('The file tells no quantities, models or teams that could be kept.', report);
  }
  await keep.check();
  await ready(local, view);
}

/** Waits until the preview is there, or the file is a file of rates; anything that stands in the way is thrown. */
async function ready(local: LocalPage, view: Locator): Promise<void> {
  const failure = view.locator('.message.error, .field-problem:not(:empty)').first();
  const preview = view.locator('[aria-label="Preview"]:not([data-state="reading"])');
  const rates = view.getByRole('button', { name: /^Load [\d,]+ rates?$/ });
  const invoices = view.getByRole('region', { name: 'Invoices' });
  await failure.or(preview).or(rates).or(invoices).first().waitFor({ timeout: PATIENCE_MS });
  if (await failure.isVisible()) {
    throw new Refused(oneLine(await failure.innerText()), null);
  }
  if (await invoices.isVisible()) {
    const said = await invoices.getByRole('status').innerText();
    const lines = await invoices.getByRole('list', { name: 'Invoices' }).getByRole('listitem').allInnerTexts();
    const what = oneLine(await invoices.locator('p').first().innerText());
    throw new Refused([what, said, ...lines].map(oneLine).join(' '), await downloadedReport(local, view));
  }
}

async function downloadedReport(local: LocalPage, view: Locator): Promise<ImportReport | null> {
  const link = view.getByRole('link', { name: 'Download the report' });
  if (!(await link.isVisible())) {
    return null;
  }
  const [download] = await Promise.all([local.page.waitForEvent('download'), link.click()]);
  // As a stream: the browser may be one that this process is only connected to.
  return (await json(await download.createReadStream())) as ImportReport;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For people: what a file was and what came of it. */
export function importLines({ file, report, outcome, error }: LoadedFile): string[] {
  const totals = (report?.totals ?? []).map(
    ({ currency, total, kept }) => `  ${total} ${currency}${kept === total ? '' : `, of which ${kept} counted`}`,
  );
  const problems = (report?.problems ?? []).slice(0, 5).map(({ line, message }) => `  line ${line}: ${message}`);
  return [
    `${file}: ${report === null ? '' : `${report.format ?? ''}, ${report.rows ?? 0} rows`}`,
    ...totals,
    ...problems,
    ...(report?.quantities?.kept === true ? [`  quantities, models and teams kept: ${quantityRows(report)}`] : []),
    ...(report?.notices ?? []).map((notice) => `  ${notice}`),
    ...(report?.questions ?? []).flatMap(questionLines),
    `  ${error ?? outcome ?? ''}`,
  ];
}

function quantityRows({ quantities }: ImportReport): string {
  return `${quantities?.rowsWith ?? 'too many'} rows instead of ${quantities?.rowsWithout ?? 0}`;
}

/** What is asked, and each answer with what it leads to; of a question that the file or the user answers, which one holds. */
function questionLines({ option, reason, choices, answer }: Question): string[] {
  return [
    `  ${reason}`,
    ...choices.map(({ value, kept }) => {
      const sums = kept.map(({ amount, currency }) => `${amount} ${currency}`).join(', ');
      return `    --answer ${option}:${value}${sums === '' ? '' : ` (${sums})`}${value === answer ? ', which holds' : ''}`;
    }),
  ];
}
