// Says which functions are ours.
import '../../../src/functions/family/family';
import type { FunctionInfo, ParameterInfo } from '../../../src/taskpane/contract/function-catalogue';
import type { ActiveCell } from '../../../src/taskpane/contract/services';
import { heldFormula } from '../../../src/taskpane/build/held-formula';

const parameter = (name: string, kind: string): ParameterInfo =>
  ({ name, control: { kind } }) as unknown as ParameterInfo;
const AISPEND = {
  name: 'AISPEND',
  parameters: [parameter('client', 'client'), parameter('period', 'period'), parameter('currency', 'currency')],
} as unknown as FunctionInfo;
const held = (formula: string, cell: Partial<ActiveCell> = {}) =>
  heldFormula({ address: 'Sheet1!B2', formula, anchor: null, ...cell } as ActiveCell, [AISPEND]);

test.each([
  ['=AISPEND("ByteDance")', ['ByteDance', '', '']],
  ['=AISPEND(B2:B4,2024,"USD")', ['=B2:B4', '2024', 'USD']],
  ['=AISPEND(A1,"2024-11")', ['=A1', '2024-11', '']],
  ['=AISPEND("B2:B4",,"USD")', ['="B2:B4"', '', 'USD']],
  ['=AISPEND("=x",YEAR(D1))', ['="=x"', '=YEAR(D1)', '']],
])('%s stands in the fields as one would have typed it', (formula, [client, period, currency]) => {
  expect(held(formula)).toEqual({
    functionName: 'AISPEND',
    typed: { 'client client': client, 'period period': period, 'currency currency': currency },
  });
});

test.each(['', 'AISPEND', '=AISPEND("a")*2', '=SUM(AISPEND("a"))', '=AISPEND("a",1,2,3)', '=SUM(1)'])(
  '%j is not one call that fields could hold',
  (formula) => {
    expect(held(formula)).toBeNull();
  },
);

test('a cell that another formula has filled has none of its own', () => {
  expect(held('=AISPEND("a")', { anchor: { sheet: 'Sheet1', row: 0, column: 0 } as never })).toBeNull();
});
