import fc from 'fast-check';
import { FAMILY } from '../../../src/functions/family/family';
import { withoutForeignPrefix } from '../../../src/workbook/formulas/formula-prefix';

const CLEANED: readonly (readonly [string, string])[] = [
  ['=_xldudf_AISPEND("ByteDance")', '=AISPEND("ByteDance")'],
  ['=_XLDUDF_aispend("ByteDance")', '=AISPEND("ByteDance")'],
  ['=_xldudf_AISPEND ("ByteDance")', '=AISPEND ("ByteDance")'],
  ['=@_xldudf_AISPEND("ByteDance")', '=@AISPEND("ByteDance")'],
  ['=[2]!_xldudf_AISPEND("ByteDance")', '=AISPEND("ByteDance")'],
  ['=[FUNCRES.XLAM]!_xldudf_AISPEND("ByteDance")', '=AISPEND("ByteDance")'],
  ['=[Book 2.xlsx]Sheet1!_xldudf_AISPEND("ByteDance")', '=AISPEND("ByteDance")'],
  [String.raw`='C:\Program Files\Add-ins\FUNCRES.XLAM'!_xldudf_AISPEND("ByteDance")`, '=AISPEND("ByteDance")'],
  [String.raw`='C:\it''s mine\FUNCRES.XLAM'!_xldudf_AISPEND("ByteDance")`, '=AISPEND("ByteDance")'],
  ["='https://contoso.sharepoint.com/Docs/Book.xlsx'!_xldudf_REVSHARE(A1,B1)", '=REVSHARE(A1,B1)'],
  ["=FUNCRES.XLAM'!_xldudf_AISPEND(A1)", '=AISPEND(A1)'],
  ['=FUNCRES.XLAM!_xldudf_AISPEND(A1)', '=AISPEND(A1)'],
  [String.raw`=C:\Program Files\FUNCRES.XLAM'!_xldudf_AISPEND(A1)`, '=AISPEND(A1)'],
  [String.raw`=\\server\share\FUNCRES.XLAM'!_xldudf_AISPEND(A1)`, '=AISPEND(A1)'],
  ['=_xldudf_AISPEND_AISPEND(A1)', '=AISPEND(A1)'],
  ['=_xldudf_AI_SPEND_REVSHARE(A1,"OpenAI")', '=REVSHARE(A1,"OpenAI")'],
  ['=AISPEND.AIROI(A1:A3)', '=AIROI(A1:A3)'],
  [
    '=IFERROR([2]!_xldudf_AISPEND("a"),0)+SUM(A1:A3)*_xldudf_AIFX("USD","EUR")',
    '=IFERROR(AISPEND("a"),0)+SUM(A1:A3)*AIFX("USD","EUR")',
  ],
  ['=_xldudf_AISPEND(_xldudf_AICLIENTS("OpenAI"))', '=AISPEND(AICLIENTS("OpenAI"))'],
  [`='My Sheet'!A1+[2]!_xldudf_AISPEND('It''s'!B2)`, `='My Sheet'!A1+AISPEND('It''s'!B2)`],
  ['=_xldudf_AISPEND(Sales[[#This Row],[Client]])', '=AISPEND(Sales[[#This Row],[Client]])'],
  ['=A1:A3 _xldudf_AISPEND(A1)', '=A1:A3 AISPEND(A1)'],
  ["=X.XLAM'!_xldudf_OTHER(1)+Y.XLAM'!_xldudf_AISPEND(1)", "=X.XLAM'!_xldudf_OTHER(1)+AISPEND(1)"],
  ['=X.XLAM\'!_xldudf_OTHER("it\'s")+[2]!_xldudf_AISPEND(1)', '=X.XLAM\'!_xldudf_OTHER("it\'s")+AISPEND(1)'],
];

it.each(CLEANED)('%s becomes %s', (foreign, clean) => {
  expect(withoutForeignPrefix(foreign)).toBe(clean);
});

const KEPT = [
  '=AISPEND("ByteDance")',
  '=aispend("ByteDance")',
  '=@AISPEND("ByteDance")',
  '=SUM(A1:A3)',
  '="_xldudf_AISPEND(1)"',
  '="say ""[2]!_xldudf_AISPEND(1)"""&A1',
  "='_xldudf_AISPEND(1)'!A1",
  "='[2]!_xldudf_AISPEND(1)'!A1",
  '=_xldudf_CONTOSO_ADD(1,2)',
  '=[2]!_xldudf_CONTOSO_ADD(1,2)',
  '=_xldudf_CONTOSO_AISPEND(1)',
  '=CONTOSO.AISPEND(1)',
  '=MY_AISPEND.AISPEND(1)',
  '=_xldudf_AISPENDING(1)',
  '=_xldudf_AISPEND+1',
  '=X_xldudf_AISPEND(1)',
  '=Sales[_xldudf_AISPEND(1)]',
  "=Sales['[_xldudf_AISPEND(1)]",
  "='C:\\FUNCRES.XLAM'!OTHER(1)",
  '="no end _xldudf_AISPEND(1)',
  '=Sales[no end _xldudf_AISPEND(1)',
  '_xldudf_AISPEND(1)',
  '',
  '=',
];

it.each(KEPT)('%s stays as it is', (formula) => {
  expect(withoutForeignPrefix(formula)).toBe(formula);
});

const NOISE = fc.array(
  fc.constantFrom(
    '"',
    "'",
    '!',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    ',',
    ' ',
    'A1',
    '_xldudf_',
    'AISPEND',
    '[2]!',
    "X.XLAM'!",
    'CONTOSO_',
    '"a""b"',
    "'My Sheet'!",
    '+',
  ),
  { maxLength: 14 },
);

it('cleaning twice is cleaning once, and never makes a formula longer', () => {
  fc.assert(
    fc.property(NOISE, (pieces) => {
      const formula = `=${pieces.join('')}`;
      const clean = withoutForeignPrefix(formula);
      expect(clean.length).toBeLessThanOrEqual(formula.length);
      expect(withoutForeignPrefix(clean)).toBe(clean);
    }),
    { numRuns: 500, seed: 5 },
  );
});

it('what stands in quotes is never touched, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(...FAMILY.map(({ name }) => name)),
      fc.constantFrom('', '[2]!', "'C:\\a b\\F.XLAM'!"),
      (text, name, prefix) => {
        const quoted = `"${`_xldudf_${name}(${text}`.replaceAll('"', '""')}"`;
        expect(withoutForeignPrefix(`=A1&${quoted}&${prefix}_xldudf_${name}(${quoted})`)).toBe(
          `=A1&${quoted}&${name}(${quoted})`,
        );
      },
    ),
    { numRuns: 300, seed: 6 },
  );
});
