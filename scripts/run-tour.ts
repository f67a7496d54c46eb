import { TABLES } from '../src/domain/ledger/tables';
import { LocalPageError, type LocalPage } from './local-page';
import { resultOf, type FormulaResult } from './results';
import { EDITED_SPEND, tourSteps, type Expected } from './tour-steps';

const CLIENTS_SHEET = TABLES.AIClients.sheet;
const EDITED_CLIENT = 'ByteDance';
/** The reference data is small; a table beyond these is not it. */
const ROWS_SEARCHED = 50;
const COLUMNS_SEARCHED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What the tour saw. */
export interface Tour {
  /** On the reference data. */
  readonly loaded: readonly FormulaResult[];
  /** After the edit of ByteDance's spend. */
  readonly edited: readonly FormulaResult[];
  /** Every value that is not the expected one, in words. */
  readonly surprises: readonly string[];
}

/** Loads the reference data, types the formulas, edits a table by hand, and watches the cells: all by mouse and keyboard. */
export async function runTour(local: LocalPage): Promise<Tour> {
  const cells = tourSteps.map((_, index) => `A${index + 1}`);
  await local.loadReferenceData();
  const sheet = await local.addSheet();
  for (const [index, { formula }] of tourSteps.entries()) {
    await local.type(sheet, `A${index + 1}`, formula);
  }
  const loaded = await readTour(local, sheet, cells);
  await local.type(CLIENTS_SHEET, await spendCell(local), String(EDITED_SPEND));
  const edited = await readTour(local, sheet, cells);
  return {
    loaded,
    edited,
    surprises: [
      ...surprisesIn(
        loaded,
        tourSteps.map((step) => step.expected),
        'on the reference data',
      ),
      ...surprisesIn(
        edited,
        tourSteps.map((step) => step.afterEdit),
        `after ${EDITED_CLIENT}'s Spend became ${EDITED_SPEND}`,
      ),
    ],
  };
}

async function readTour(local: LocalPage, sheet: string, cells: readonly string[]): Promise<FormulaResult[]> {
  await local.settle();
  const readings = await local.read(sheet, cells);
  return readings.map((reading, index) =>
    resultOf(`${sheet}!${cells[index]}`, tourSteps[index]?.formula ?? reading.formula, reading),
  );
}

async function spendCell(local: LocalPage): Promise<string> {
  const columns = [...COLUMNS_SEARCHED];
  const headings = await local.read(
    CLIENTS_SHEET,
    columns.map((column) => `${column}1`),
  );
  const columnOf = (heading: string): string | undefined => columns[headings.findIndex((it) => it.text === heading)];
  const rows = Array.from({ length: ROWS_SEARCHED }, (_, index) => index + 2);
  const clients = await local.read(
    CLIENTS_SHEET,
    rows.map((row) => `${columnOf('Client') ?? 'A'}${row}`),
  );
  const row = rows[clients.findIndex((it) => it.text === EDITED_CLIENT)];
  const column = columnOf('Spend');
  if (row === undefined || column === undefined) {
    throw new LocalPageError(`The sheet ${CLIENTS_SHEET} has no Spend of ${EDITED_CLIENT}.`);
  }
  return `${column}${row}`;
}

function surprisesIn(results: readonly FormulaResult[], expected: readonly Expected[], when: string): string[] {
  return results.flatMap(({ cell, formula, value, error, text }, index) => {
    const wanted = expected[index];
    const got = error === null ? value : error.code;
    return got === wanted
      ? []
      : [`${cell} ${formula}: ${JSON.stringify(wanted)} expected ${when}, but it shows ${text}`];
  });
}
