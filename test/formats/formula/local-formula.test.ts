import fc from 'fast-check';
import { englishFormula, localFormula, type FormulaMarks } from '../../../src/formats/formula/local-formula';
import { formulaTokens } from '../../../src/formats/formula/tokens';

const GERMAN: FormulaMarks = { decimal: ',', list: ';', arrayColumn: '.', arrayRow: ';' };
const ENGLISH: FormulaMarks = { decimal: '.', list: ',', arrayColumn: ',', arrayRow: ';' };

it.each([
  ['=AISHARE("A",0.15)', '=AISHARE("A";0,15)'],
  ['=SUM(A1,B2:B3,.5)', '=SUM(A1;B2:B3;,5)'],
  ['=IF(A1>1.5,"a,b;1.5","say ""0.5""")', '=IF(A1>1,5;"a,b;1.5";"say ""0.5""")'],
  ["=SUM('a,b 1.5'!A1,2024!B2)", "=SUM('a,b 1.5'!A1;2024!B2)"],
  ['=SUM({1,2.5;-3,"a,b.c"},1E+3)', '=SUM({1.2,5;-3."a,b.c"};1E+3)'],
  ['=SUM({TRUE,FALSE;#N/A,1})', '=SUM({TRUE.FALSE;#N/A.1})'],
  ['=SUM(AIClients[[#Data],[Spend, net]],A1)', '=SUM(AIClients[[#Data];[Spend, net]];A1)'],
  ['=AIClients[a;b,c]', '=AIClients[a;b,c]'],
  ['=NORM.DIST(1.5,0,1,TRUE)%', '=NORM.DIST(1,5;0;1;TRUE)%'],
  ['=SUM((A1,B1),1.5E-3)', '=SUM((A1;B1);1,5E-3)'],
  ['=1.5', '=1,5'],
])('%s is %s in German', (english, german) => {
  expect(localFormula(english, GERMAN)).toBe(german);
  expect(englishFormula(german, GERMAN)).toEqual({ formula: english, misplaced: null });
});

it.each([
  ['=AISHARE("A",0.15)', ','],
  ['=SUM(A1,B1)', ','],
  ['=SUM(A1 ,5)', ','],
  ['=SUM(2,-1)', ','],
  ['=SUM(2, A1)', ','],
  ['=1,5,2', ','],
  ['=0.15', '0.15'],
  ['=SUM(A1;0.15)', '0.15'],
  ['=ROUND(A1),5', ','],
])('%s has a mark that means nothing in German', (typed, misplaced) => {
  expect(englishFormula(typed, GERMAN).misplaced).toBe(misplaced);
});

it('a formula in English stays as it is', () => {
  expect(localFormula('=SUM(A1,0.5)', ENGLISH)).toBe('=SUM(A1,0.5)');
  expect(englishFormula('=SUM(A1;0,5)', ENGLISH)).toEqual({ formula: '=SUM(A1;0,5)', misplaced: null });
});

const number = fc.oneof(
  fc.nat().map(String),
  fc.tuple(fc.nat(), fc.nat()).map(([whole, places]) => `${whole}.${places}`),
  fc.nat().map((places) => `.${places}`),
  fc.constantFrom('1.5E3', '2E-4', '7%'),
);
const text = fc.string().map((inner) => `"${inner.replaceAll('"', '""')}"`);
const array = fc
  .array(fc.array(fc.oneof(number, text, fc.constantFrom('TRUE', '#N/A', '-1.5')), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((rows) => `{${rows.map((row) => row.join(',')).join(';')}}`);
const reference = fc.constantFrom(
  'A1',
  '$B$2:C3',
  "'It''s 1,5; a.b'!A1",
  'Table[[#Data],[a,b]]',
  'my.name',
  'Table[x]',
);
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3 },
    number,
    text,
    array,
    reference,
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', ' * ', '&', '<=', '>'), tie('formula'))
      .map((parts) => parts.join('')),
    fc.array(tie('formula'), { maxLength: 3 }).map((args) => `NORM.DIST(${args.join(', ')})`),
    fc.array(tie('formula'), { maxLength: 3 }).map((args) => `(${args.join(',')})`),
  ),
}));

it('there and back again every formula is what it was, in as many characters', () => {
  fc.assert(
    fc.property(formula, (english) => {
      const german = localFormula(`=${english}`, GERMAN);
      expect(german).toHaveLength(english.length + 1);
      expect(englishFormula(german, GERMAN)).toEqual({ formula: `=${english}`, misplaced: null });
    }),
  );
});

it('whatever is typed is as long in the English form, and has its texts and sheets untouched', () => {
  const anything = fc.array(
    fc.constantFrom('1', ',', '.', ';', '{', '}', '"', "'", '[', ']', 'A', '(', ')', ' ', '!', '-'),
  );
  fc.assert(
    fc.property(anything, (characters) => {
      const typed = characters.join('');
      const { formula: english } = englishFormula(typed, GERMAN);
      expect(english).toHaveLength(typed.length);
      const kept = (form: string): string[] =>
        formulaTokens(form).flatMap(({ kind, text: token }) => (kind === 'text' || kind === 'sheet' ? [token] : []));
      expect(kept(english)).toEqual(kept(typed));
    }),
  );
});
