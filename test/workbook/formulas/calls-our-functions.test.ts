// Says which functions are ours.
import '../../../src/functions/family/family';
import { callsOurFunctions } from '../../../src/workbook/formulas/calls-our-functions';

describe('a formula calls our functions', () => {
  it.each([
    '=AISPEND("ByteDance")',
    '=aispend(A1)',
    '=AIROI (100)',
    '=1+REVSHARE(A1)/2',
    '=IFERROR(AIREVENUE("Microsoft"),"")',
    '=@AISPEND(A1)',
    '=_xldudf_AISPEND(A1)',
    '=-AISPEND(A1)',
    '=LET(x,AISPEND("A"),x)',
    '=IF(A1="AISPEND","",AISPEND(A1))',
    '=\'AISPEND sheet\'!A1+AIFX(1,"EUR","USD")',
    '=AISPEND(\n"A"\n)',
  ])('in %s', (formula) => {
    expect(callsOurFunctions(formula)).toBe(true);
  });

  it.each([
    '=SUM(A1:A3)',
    '=AISPEND',
    '=AISPENDING(A1)',
    '=MYAISPEND(A1)',
    '=MY.AISPEND(A1)',
    '=MY_AISPEND(A1)',
    '=ÄAISPEND(A1)',
    '="AISPEND(""A"")"',
    '=A1&" calls AISPEND(x)"',
    'AISPEND(A1)',
    "'=AISPEND(A1)",
    '',
    42,
    null,
    true,
  ])('not in %p', (formula) => {
    expect(callsOurFunctions(formula)).toBe(false);
  });
});
