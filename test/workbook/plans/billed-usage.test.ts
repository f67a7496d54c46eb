import type { CellValue, RawTable } from '../../../src/domain/ledger/table';
import type { BilledSum, UsageSum } from '../../../src/domain/ledger/rows-to-load';
import { planBilledRows } from '../../../src/workbook/plans/billed-rows';
import { billPlanners, type BillLoad } from '../../../src/workbook/plans/bill-planners';
import { keptQuantities } from '../../../src/workbook/plans/import-log';
import { columnsToAdd } from '../../../src/workbook/plans/load-columns';
import { plannedTable } from '../../../src/workbook/plans/planned-table';
import { atOnce } from '../../../src/domain/ledger/steps';
import type { TablePlan } from '../../../src/workbook/plans/table-plan';

const HEADER = ['Client', 'Vendor', 'Service', 'Month', 'Spend', 'Currency', 'Share', 'Basis', 'Source', 'Note'];
const USAGE = ['Team', 'Model', 'Quantity', 'Unit'];
const MAY = 45778;

const INPUT: UsageSum = { team: 'search', model: 'o3', quantity: '8400000', unit: 'input tokens' };
const OUTPUT: UsageSum = { team: 'search', model: 'o3', quantity: '2100000', unit: 'output tokens' };

function sum(amount: string, usage?: UsageSum): BilledSum {
  const names = { client: 'Acme', vendor: 'Solora AI', service: 'API', month: '2025-05', currency: 'USD' };
  return { ...names, amount, rows: 1, ...(usage === undefined ? {} : { usage }) };
}

const SPLIT = [sum('42', INPUT), sum('52.5', OUTPUT)];
const WHOLE = [sum('94.5')];

function row(spend: number, ...usage: CellValue[]): CellValue[] {
  return ['Acme', 'Solora AI', 'API', MAY, spend, 'USD', null, 'billed', 'may.csv', '', ...usage];
}

const table = (rows: readonly CellValue[][], header: readonly string[] = [...HEADER, ...USAGE]): RawTable => ({
  name: 'AIClients',
  firstRow: 2,
  header,
  rows,
});

const INPUT_ROW = row(42, 'search', 'o3', 8400000, 'input tokens');
const OUTPUT_ROW = row(52.5, 'search', 'o3', 2100000, 'output tokens');

/** The spend, team, quantity and unit of each row, once the plan is carried out. */
function after(before: RawTable | null, plan: TablePlan): CellValue[][] {
  const { header, rows } = plannedTable('AIClients', before, plan);
  const places = ['Spend', 'Team', 'Quantity', 'Unit'].map((name) => header.indexOf(name));
  return rows.map((cells) => places.map((at) => cells[at] || null));
}

describe('a month that is marked as not complete', () => {
  const early = (partial: boolean): BilledSum[] => [{ ...WHOLE[0]!, ...(partial ? { isPartial: true } : {}) }];
  const completeIn = (before: RawTable | null, plan: TablePlan): CellValue[] => {
    const { header, rows } = plannedTable('AIClients', before, plan);
    return rows.map((cells) => cells[header.indexOf('Complete')] ?? null);
  };

  it('has no in a column of its own, which a later load of the whole month clears', () => {
    const first = atOnce(planBilledRows(null, early(true), 'may.csv', [], ''));
    expect(completeIn(null, first)).toEqual(['no']);
    const loaded = plannedTable('AIClients', null, first);
    expect(atOnce(planBilledRows(loaded, early(true), 'may.csv', ['may.csv'], ''))).toMatchObject({
      replaced: [],
      added: [],
    });
    const whole = atOnce(planBilledRows(loaded, early(false), 'june.csv', [], '', { corrected: ['may.csv'] }));
    expect(completeIn(loaded, whole).map((cell) => cell || null)).toEqual([null]);
  });
});

describe('quantities, models and teams loaded into AIClients', () => {
  it('stand in columns of their own, which a table without them is given', () => {
    const plan = atOnce(planBilledRows(null, SPLIT, 'may.csv', [], ''));
    expect(plan.added).toEqual([INPUT_ROW, OUTPUT_ROW]);
    expect(columnsToAdd(table([], HEADER), 'AIClients', plan).map(({ name }) => name)).toEqual(USAGE);
    expect(columnsToAdd(table([]), 'AIClients', plan)).toEqual([]);
  });

  it('are no columns of a load that does not keep them', () => {
    const plan = atOnce(planBilledRows(null, WHOLE, 'may.csv', [], ''));
    expect(plan.optional).toBeUndefined();
    expect(plan.added[0]).toHaveLength(HEADER.length);
  });

  it('of the same file again leave the table as it is', () => {
    const plan = atOnce(
      planBilledRows(table([OUTPUT_ROW, INPUT_ROW]), SPLIT, 'may.csv', ['may.csv'], '', { hadUsage: true }),
    );
    expect(plan).toMatchObject({ replaced: [], removed: [], added: [] });
  });

  it('of a corrected file replace those of the same team, model and unit', () => {
    const before = table([OUTPUT_ROW, INPUT_ROW]);
    const plan = atOnce(
      planBilledRows(before, [sum('43', { ...INPUT, quantity: '8600000' })], 'may.csv', [], '', {
        corrected: ['may.csv'],
        hadUsage: true,
      }),
    );
    expect(after(before, plan)).toEqual([[43, 'search', 8600000, 'input tokens']]);
  });

  it('go where the same file is loaded without them, so that none stands beside a sum it is not of', () => {
    const before = table([INPUT_ROW, OUTPUT_ROW]);
    const plan = atOnce(planBilledRows(before, WHOLE, 'may.csv', ['may.csv'], '', { hadUsage: true }));
    expect(after(before, plan)).toEqual([[94.5, null, null, null]]);
  });

  it('come where the same file was loaded without them', () => {
    const before = table([row(94.5)], HEADER);
    const plan = atOnce(planBilledRows(before, SPLIT, 'may.csv', ['may.csv'], ''));
    expect(after(before, plan)).toEqual([
      [42, 'search', 8400000, 'input tokens'],
      [52.5, 'search', 2100000, 'output tokens'],
    ]);
  });

  it('that the user typed beside a sum stay where the bill tells none', () => {
    const before = table([row(90, 'mine', null, 7, 'seats')]);
    const plan = atOnce(planBilledRows(before, WHOLE, 'may.csv', ['may.csv'], ''));
    expect(after(before, plan)).toEqual([[94.5, 'mine', 7, 'seats']]);
  });

  it('are known by what AIImports says of the earlier load', () => {
    const bill: BillLoad = {
      fileName: 'may.csv',
      sums: WHOLE,
      note: '',
      log: [],
      sha256: 'aa',
      replace: [],
      seen: ['may.csv'],
      aliases: [],
    };
    const logged = (mapping: string): RawTable => ({
      name: 'AIImports',
      firstRow: 2,
      header: ['File', 'Loaded', 'Mapping', 'Header', 'SHA-256'],
      rows: [['may.csv', '2025-06-01', mapping, 'h', 'aa']],
    });
    const plannedOver = (mapping: string) => {
      const clients = table([INPUT_ROW, OUTPUT_ROW]);
      const [planner] = billPlanners(bill, () => undefined);
      return atOnce(
        planner!.steps(
          clients,
          new Map([
            ['AIClients', clients],
            ['AIImports', logged(mapping)],
          ]),
        ),
      );
    };
    expect(plannedOver('a=client,quantities:keep,numbers:auto').optional).toEqual(USAGE);
    expect(plannedOver('a=client,numbers:auto').optional).toBeUndefined();
  });

  it.each([
    ['quantities:keep', true],
    ['a=client, quantities:keep ,numbers:auto', true],
    ['a=client,quantities:leave-out', false],
    ["'x quantities:keep'=client", false],
    ['', false],
  ])('the mapping %s keeps them: %s', (mapping, kept) => {
    expect(keptQuantities({ mapping })).toBe(kept);
  });
});
