import { clientFormulas, quoted } from '../../../src/taskpane/contract/formulas';

describe('the formulas for a client', () => {
  it('ask for spend, share and return', () => {
    expect(clientFormulas('ByteDance').map(({ formula }) => formula)).toEqual([
      '=AISPEND("ByteDance")',
      '=REVSHARE("ByteDance")',
      '=AIROI("ByteDance")',
    ]);
  });

  it('double the quotes inside a name', () => {
    expect(quoted('Contoso "Nordic"')).toBe('"Contoso ""Nordic"""');
  });

  it('leave a name alone that looks like a formula or a cell', () => {
    expect(quoted('=A1')).toBe('"=A1"');
  });
});
