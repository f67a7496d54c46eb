import { FUNCTION_NAMES } from '../../../src/functions/explain/outside-cells';
import { slipIn } from '../../../src/workbook/formulas/formula-slips';

it.each([
  ['a name without quotes', '=AISPEND(ByteDance)', '=AISPEND("ByteDance")', /^ByteDance stands without quotes/],
  ['a name of several words', '=AISPEND(Contoso Ltd,"2024")', '=AISPEND("Contoso Ltd","2024")', /^Contoso Ltd stands/],
  ['a word in a later place', '=1+AISPEND("Acme", runrate)', '=1+AISPEND("Acme","runrate")', /^runrate stands/],
  ['a semicolon', '=AISPEND("Acme";"2024")', '=AISPEND("Acme","2024")', /semicolon/],
  [
    'a misspelt function',
    '=IFERROR(AISPND("Acme"),0)',
    '=IFERROR(AISPEND("Acme"),0)',
    /AISPND. Did you mean AISPEND\?/,
  ],
  [
    'a name without quotes beside a function of Excel that is spelt nearly as one of ours',
    '=SUM(TREND(A1:A9),PRICE(A1,A2,A3,A4,A5,A6))+AISPEND(Acme)',
    '=SUM(TREND(A1:A9),PRICE(A1,A2,A3,A4,A5,A6))+AISPEND("Acme")',
    /^Acme stands/,
  ],
  ['typographic quotes', '=AISPEND(“Acme”)', '=AISPEND("Acme")', /typographic/],
])('%s is told, with the formula as it was probably meant', (_what, formula, mended, said) => {
  expect(slipIn(formula, FUNCTION_NAMES)).toEqual({ mended, said: expect.stringMatching(said) });
});

it.each([
  '=AISPEND("ByteDance")',
  '=AISPEND(A1,TRUE,$B$2)',
  '=AISPEND({"a";"b"})',
  '=SUM(A1:A9)',
  '=AISPEND("Acme")+TREND(A1:A9)+FORECAST(A1,A2,A3)',
  '=AISPEND("The “Acme” group")',
  '=VLOOKUP(Acme,A1:B2,2)',
  'no formula',
  '=AISPEND("an open text',
])('%s has no slip that is known', (formula) => {
  expect(slipIn(formula, FUNCTION_NAMES)).toBeNull();
});
