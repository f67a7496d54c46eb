import { openJson } from '../../../src/formats/json/open-json';
import { openJsonLines } from '../../../src/formats/json/open-json-lines';
import { readRecords } from '../read-all';

const opened = (value: unknown) => openJson(new Blob([JSON.stringify(value)]));
const azure = (columns: string[], ...rows: unknown[][]) => ({
  properties: { columns: columns.map((name) => ({ name })), rows },
});
const aws = (keys: string[], ...periods: [string, string][]) => ({
  GroupDefinitions: keys.map((Key) => ({ Type: 'DIMENSION', Key })),
  ResultsByTime: periods.map(([Start, End]) => ({
    TimePeriod: { Start, End },
    Total: { UnblendedCost: { Amount: '1', Unit: 'USD' } },
    Groups: [],
  })),
});
const MONTHS: [string, string][] = [
  ['2024-09-01', '2024-10-01'],
  ['2024-10-01', '2024-11-01'],
];

describe('answers of cost queries in one file', () => {
  it('are read if they are pages of one', async () => {
    const pages = [azure(['Cost', 'UsageDate'], [1, 20241101]), azure(['UsageDate', 'Cost'], [20241102, 2])];
    expect((await opened(pages)).tables).toHaveLength(1);
    expect((await opened(MONTHS.map((period) => aws(['SERVICE'], period)))).tables).toHaveLength(1);
    expect((await opened([aws([], ...MONTHS), aws([], ...MONTHS)])).tables).toHaveLength(1);
  });

  it('are refused if they are grouped by different things', async () => {
    await expect(
      opened([azure(['Cost', 'UsageDate'], [1, 1]), azure(['Cost', 'UsageDate', 'Meter'], [1, 1, 'a'])]),
    ).rejects.toThrow('grouped by different things (Cost, UsageDate; Cost, UsageDate, Meter)');
    await expect(opened(MONTHS.map((period, at) => aws([`KEY${at}`], period)))).rejects.toThrow('(KEY0; KEY1)');
  });

  it('are refused if their periods overlap', async () => {
    await expect(opened([aws([], ...MONTHS), aws([], ['2024-09-30', '2024-10-01'])])).rejects.toThrow(
      '(2024-09-01/2024-10-01 and 2024-09-30/2024-10-01)',
    );
  });

  const lines = (...pages: unknown[]) =>
    openJsonLines(new Blob([pages.map((page) => JSON.stringify(page)).join('\n')]));

  it('are read and refused in the same way if each stands on a line', async () => {
    const days = [azure(['Cost', 'UsageDate'], [1, 20241101]), azure(['UsageDate', 'Cost'], [20241102, 2])];
    expect(await readRecords(await lines(...days))).toEqual([
      { Cost: '1', UsageDate: '20241101' },
      { Cost: '2', UsageDate: '20241102' },
    ]);
    expect((await lines(...MONTHS.map((period) => aws(['SERVICE'], period)))).tables[0]?.header).toContain(
      'UnblendedCost.Amount',
    );
    await expect(lines(...MONTHS.map((period, at) => aws([`KEY${at}`], period)))).rejects.toThrow('(KEY0; KEY1)');
    await expect(lines(aws([], ...MONTHS), aws([], ['2024-09-30', '2024-10-01']))).rejects.toThrow(
      '(2024-09-01/2024-10-01 and 2024-09-30/2024-10-01)',
    );
  });
});
