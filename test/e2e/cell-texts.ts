import type { LocalPage } from '../../scripts/local-page';

/** What cells come to: their texts, or the code and message of an error. */
export async function textsOf(local: LocalPage, sheet: string, ...addresses: string[]): Promise<string[]> {
  const cells = await local.read(sheet, addresses);
  return cells.map(({ error, text }) => (error ? `${error.code} ${error.message}` : text));
}

/** Waits until a cell comes to a text: cells that rest on one another settle one after the other. */
export async function cellComesTo(
  local: LocalPage,
  sheet: string,
  address: string,
  text: string | RegExp,
): Promise<void> {
  const matches = async (): Promise<boolean> => {
    await local.settle();
    const [found = ''] = await textsOf(local, sheet, address);
    return typeof text === 'string' ? found === text : text.test(found);
  };
  const end = Date.now() + 30_000;
  while (!(await matches()) && Date.now() < end) {
    await local.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const wanted: unknown = typeof text === 'string' ? text : expect.stringMatching(text);
  expect((await textsOf(local, sheet, address))[0]).toEqual(wanted);
}
