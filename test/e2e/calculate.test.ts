import { calculate } from '../../scripts/calculate';
import { openWorkbook, type OpenedWorkbook } from './local-workbook';

describe('npm run calc', () => {
  let workbook: OpenedWorkbook;

  beforeAll(async () => {
    workbook = await openWorkbook();
    await workbook.local.loadReferenceData();
  });

  afterAll(() => workbook?.browser.close());

  it('calculates formulas in the order given, each in a cell of its own', async () => {
    const results = await calculate(workbook.local, ['=1+1', '=AISPEND("ByteDance")', '="a"&"b"', '=1=1']);
    expect(results.map(({ value }) => value)).toEqual([2, 20_000_000, 'ab', true]);
    expect(new Set(results.map(({ cell }) => cell)).size).toBe(4);
  });

  it('gives the code and the message of an error', async () => {
    const [native, own] = await calculate(workbook.local, ['=1/0', '=AISPEND("Bytedanse")']);
    expect([native?.value, native?.error?.code]).toEqual([null, '#DIV/0!']);
    expect([own?.value, own?.error]).toEqual([
      null,
      { code: '#N/A', message: 'No client "Bytedanse" in AIClients. Did you mean "ByteDance"?' },
    ]);
  });

  it('gives a spilled range whole, however large, and whatever stands beside it', async () => {
    const results = await calculate(workbook.local, [
      '=SEQUENCE(40,20)',
      '=AISPEND({"ByteDance";"Adobe"},"runrate")',
      '=2',
    ]);
    const [large, , two] = results.map(({ value }) => value);
    expect(large).toHaveLength(40);
    expect((large as number[][])[39]).toHaveLength(20);
    expect((large as number[][])[39]?.[19]).toBe(800);
    expect(two).toBe(2);
  });
});
