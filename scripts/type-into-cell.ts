import type { Page } from 'playwright-core';

/** Clicks on a cell, which selects it; it is the active cell when this resolves. */
export async function clickCell(page: Page, sheet: string, address: string): Promise<void> {
  const cell = await page.evaluate(([where, which]) => window.localWorkbook.cellRect(where, which), [
    sheet,
    address,
  ] as const);
  await page.mouse.click(cell.x + cell.width / 2, cell.y + cell.height / 2);
  await page.waitForFunction((which) => window.localWorkbook.activeCell().address === which, address);
}

/** The list of functions that the grid offers while a name is typed; Enter takes what it offers. */
const OFFERED = '[data-u-comp="sheets-formula-editor"]';

/**
 * Types into a cell with the keyboard, as a person would. A person sees the editor open and close, and waits for it; keys that
 * come faster than a busy grid can take them would go to another cell.
 */
export async function typeIntoCell(page: Page, sheet: string, address: string, text: string): Promise<void> {
  await clickCell(page, sheet, address);
  await page.keyboard.type(text);
  await page.waitForFunction(
    (list) => window.localWorkbook.isEditing() && document.querySelector(list) === null,
    OFFERED,
  );
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !window.localWorkbook.isEditing());
}
