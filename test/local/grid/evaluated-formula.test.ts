import {
  evaluatedFormula,
  isBeyondTheGrid,
  missingParentheses,
  type FormulaContext,
  type FormulaTable,
} from '../../../src/local/grid/evaluated-formula';

const CLIENTS: FormulaTable = {
  name: 'AIClients',
  sheetId: 'one',
  sheetName: "It's one",
  firstRow: 0,
  lastRow: 3,
  firstColumn: 0,
  lastColumn: 2,
  columns: ['Client', 'Spend', "Rate [EUR] '#1"],
  hasTotals: false,
};
const TOTALLED: FormulaTable = { ...CLIENTS, name: 'Totalled', firstRow: 10, lastRow: 13, hasTotals: true };
const CONTEXT: FormulaContext = {
  tables: [CLIENTS, TOTALLED],
  sheetNames: new Map(),
  sheetId: (name) => ({ "it's one": 'one', two: 'two' })[name.toLowerCase()] ?? null,
  isFunction: (name) => ['SUM', 'LET', 'LAMBDA'].includes(name.toUpperCase()),
};
const inRow = (row: number, column = 7, sheetId = 'one') => ({ sheetId, row, column });
const evaluated = (formula: string, cell = inRow(2)): string => evaluatedFormula(formula, cell, CONTEXT);

describe('@ in a formula', () => {
  it.each([
    ['=@A1:A9', '=SINGLE(A1:A9)'],
    ['=-@A1:A9%', '=-SINGLE(A1:A9)%'],
    ['=@SUM({1,2})*2', '=SINGLE(SUM({1,2}))*2'],
    ["=1+@'a b'!A1:A9+2", "=1+SINGLE('a b'!A1:A9)+2"],
    ['=@B2#', '=SINGLE(B2#)'],
    ['=@Rates', '=SINGLE(Rates)'],
    ['=@(A1:A9,B1)', '=SINGLE((A1:A9,B1))'],
    ['=@ A1', '=SINGLE(A1)'],
    ['=SUM(@A:A,@B:B)', '=SUM(SINGLE(A:A),SINGLE(B:B))'],
    ['=@IF(@A1:A3>1,@B1:B3,2)', '=SINGLE(IF(SINGLE(A1:A3)>1,SINGLE(B1:B3),2))'],
    ['=@AIClients[Spend]', '=SINGLE(AIClients[Spend])'],
    ['=@INDEX(A1:A3,1):INDEX(A1:A3,2)', '=SINGLE(INDEX(A1:A3,1):INDEX(A1:A3,2))'],
    ['="a@b"&A1', '="a@b"&A1'],
  ])('%s cuts down its whole operand, and nothing else', (formula, expected) => {
    expect(evaluated(formula)).toBe(expected);
  });

  it('without an operand leaves what no formula is', () => {
    expect(evaluated('=@')).toBe('=');
    expect(evaluated('=@"a')).toBe('=@"a');
  });
});

describe('a reference to a table', () => {
  it.each([
    ['=AIClients[@Spend]', '=AIClients[[#This Row],[Spend]]'],
    ['=aiclients[@spend]', '=AIClients[[#This Row],[Spend]]'],
    ['=AIClients[@[Client]:[Spend]]', '=AIClients[[#This Row],[Client]:[Spend]]'],
    ['=AIClients[@]', '=AIClients[#This Row]'],
    ['=AIClients[[#Headers],[Spend]]', '=AIClients[[#Headers],[Spend]]'],
    ['=SUM(AIClients[Spend])', '=SUM(AIClients[Spend])'],
    ["=AIClients[Rate '[EUR'] '''#1]", "=AIClients[Rate '[EUR'] '''#1]"],
  ])('%s is written out', (formula, expected) => expect(evaluated(formula)).toBe(expected));

  it('without a name is one to the table that the cell stands in', () => {
    expect(evaluated('=[@Spend]*2', inRow(1, 1))).toBe('=AIClients[[#This Row],[Spend]]*2');
    expect(evaluated('=SUM([Spend])', inRow(1, 1))).toBe('=SUM(AIClients[Spend])');
    expect(evaluated('=[@Spend]', inRow(9, 1))).toBe('=[@Spend]');
  });

  it('to its row is an error beside no row of it: on another sheet, at its headers, below it', () => {
    const elsewhere = [inRow(2, 7, 'two'), inRow(0), inRow(4)];
    expect(elsewhere.map((cell) => evaluated('=AIClients[@Spend]', cell))).toEqual(
      Array.from(elsewhere, () => '=#VALUE!'),
    );
  });

  it('to a column or a row of totals that is not there is #REF!, and never another column', () => {
    expect(evaluated('=SUM(AIClients[Nope])')).toBe('=SUM(#REF!)');
    expect(evaluated('=AIClients[[#Totals],[Spend]]')).toBe('=#REF!');
  });

  it('to its row of totals is one to the cells below it, and the row belongs to it', () => {
    expect(evaluated('=Totalled[[#Totals],[Spend]]')).toBe("='It''s one'!B15");
    expect(evaluated('=SUM(Totalled[#Totals])')).toBe("=SUM('It''s one'!A15:C15)");
    expect(evaluated('=SUBTOTAL(109,[Spend])', inRow(14, 1))).toBe('=SUBTOTAL(109,Totalled[Spend])');
  });

  it('that nobody knows stays as it is', () => expect(evaluated('=SUM(Other[x])')).toBe('=SUM(Other[x])'));
});

describe('a name of one sheet', () => {
  const names: FormulaContext = {
    ...CONTEXT,
    sheetNames: new Map([
      ['one', new Map([['rate', '_ofsheet.1']])],
      ['two', new Map([['rate', '_ofsheet.2']])],
    ]),
  };

  it.each([
    ['=Rate*2', 'one', '=_ofsheet.1*2'],
    ['=RATE*2', 'two', '=_ofsheet.2*2'],
    ['=Rate*2', 'three', '=Rate*2'],
    ["=two!Rate+'It''s one'!Rate+Rate", 'two', '=_ofsheet.2+_ofsheet.1+_ofsheet.2'],
    ['=two!A1+"Rate"+Rates', 'one', '=two!A1+"Rate"+Rates'],
  ])('%s on sheet %s is %s', (formula, sheetId, expected) =>
    expect(evaluatedFormula(formula, inRow(1, 1, sheetId), names)).toBe(expected),
  );
});

describe('a formula that the grid cannot work out', () => {
  it.each([
    ['=[1]Sheet1!A1*2', true],
    ["='[Book 2.xlsx]a'!A1", true],
    ['=GETPIVOTDATA("x",A1)', true],
    ['=AIClients[[#Totals],[Spend]]', true],
    ['=Totalled[[#Totals],[Spend]]', false],
    ['=SUM(AIClients[Spend])', false],
    ['=SUM(A1)&"NOPE("', false],
    ['=LET(f,LAMBDA(x,x),f(1))', false],
  ])('%s: %s', (formula, expected) => expect(isBeyondTheGrid(formula, CONTEXT)).toBe(expected));
});

describe('the parentheses that a formula lacks', () => {
  it.each([
    ['=SUM(A1', 1],
    ['=SUM(IF(A1,2', 2],
    ['=@A1:A3', 0],
    ['=-@A1:A3', 0],
    ['=SUM(A1)', 0],
    ['=A1)', 0],
    ['="(', 0],
    ['=LEN("(")', 0],
  ])('%s lacks %s', (formula, count) => expect(missingParentheses(formula)).toBe(count));
});
