import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from './command';
import type { LocalPage } from './local-page';
import { outcomeIn } from './outcome';

/** What the report is of; what is left out is as the pane proposes it. */
export interface ReportOf {
  readonly client?: string;
  readonly vendor?: string;
  readonly period?: string;
  readonly comparedWith?: 'before' | 'year-before';
  readonly currency?: string;
  readonly by?: string;
}

/** The kinds of files that a report can be written as, by their endings. */
export const REPORT_ENDINGS = ['.pdf', '.xlsx'] as const;
const PATIENCE_MS = 60_000;

/**
 * Makes a report through the pane as a person would: chooses what it is of and presses the button. Gives its sheet.
 *
 * @throws UserError with what the pane says where there is nothing to report on, or not of that
 */
export async function makeReport(local: LocalPage, of: ReportOf): Promise<string> {
  await local.showPane();
  const { pane } = local;
  await pane.getByRole('tab', { name: 'Report' }).click();
  const view = pane.getByRole('tabpanel', { name: 'Report' });
  const make = view.getByRole('button', { name: 'Make the report' });
  const refusal = view.locator('[role="alert"]:visible, [role="status"] .message:visible');
  await make.or(refusal).first().waitFor({ timeout: PATIENCE_MS });
  if ((await make.count()) === 0) {
    throw new UserError((await refusal.first().innerText()).trim());
  }
  if (of.client !== undefined || of.vendor !== undefined) {
    const kind = of.client === undefined ? 'Vendor' : 'Client';
    await view.getByRole('combobox', { name: 'Report on', exact: true }).selectOption(kind.toLowerCase());
    await view.getByRole('combobox', { name: kind }).fill(of.client ?? of.vendor ?? '');
  }
  if (of.period !== undefined) {
    await view.getByRole('textbox', { name: 'Period' }).fill(of.period);
  }
  await choose(local, 'Compared with', of.comparedWith);
  await choose(local, 'Currency', of.currency);
  await choose(local, 'By', of.by);
  await local.settle();
  await view
    .locator('button:enabled', { hasText: 'Make the report' })
    .or(refusal)
    .first()
    .waitFor({ timeout: PATIENCE_MS });
  if (await make.isDisabled()) {
    throw new UserError((await refusal.first().innerText()).trim());
  }
  await make.click();
  const done = pane.getByText('The report is on ');
  await done.or(pane.locator('[role="alert"]:visible')).first().waitFor({ timeout: PATIENCE_MS });
  if ((await done.count()) === 0) {
    throw new UserError((await pane.locator('[role="alert"]:visible').first().innerText()).trim());
  }
  await local.settle();
  return (await done.innerText()).replace(/^.*?The report is on (.*)\.\s*$/s, '$1');
}

/** Chooses one of a list, if one is asked for. */
async function choose(local: LocalPage, label: string, value: string | undefined): Promise<void> {
  if (value === undefined) {
    return;
  }
  const list = local.pane.getByRole('tabpanel', { name: 'Report' }).getByRole('combobox', { name: label, exact: true });
  const values = await list
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  if (!values.includes(value)) {
    throw new UserError(`"${value}" is not among the choices of "${label}": ${values.join(', ')}.`);
  }
  await list.selectOption(value);
}

/** Prints a sheet of the local workbook to the bytes of a PDF, by its page layout. */
export async function sheetAsPdf(local: LocalPage, sheet: string): Promise<Uint8Array> {
  await outcomeIn(local.page, (name) => window.localWorkbook.print(name), sheet);
  return local.page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
}

/** Writes a sheet as a PDF, or the whole workbook as a workbook, by the file's ending. */
export async function writeReport(local: LocalPage, sheet: string, file: string): Promise<void> {
  const bytes = file.toLowerCase().endsWith('.pdf')
    ? await sheetAsPdf(local, sheet)
    : await outcomeIn(local.page, () => window.localWorkbook.saveXlsx(), null);
  await writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`"${path.resolve(file)}" cannot be written (${error.code}).`);
  });
}
