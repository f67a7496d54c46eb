import { clientFormulas, quoted } from '../../../src/taskpane/contract/formulas';

describe('the formulas for a client', () => {
  it('ask for spend, where there is no figure for its bounds, for share, return and sources', () => {
    expect(clientFormulas('ByteDance', ['Microsoft'], true)).toHaveLength(4);
    expect(clientFormulas('ByteDance', ['Microsoft'], false).map(({ formula }) => formula)).toEqual([
      '=AISPEND("ByteDance")',
      '=AISPEND("ByteDance",,,,,"low")',
      '=AISPEND("ByteDance",,,,,"high")',
      '=REVSHARE("ByteDance")',
      '=AIROI("ByteDance")',
      '=AISOURCE("ByteDance")',
    ]);
  });

  it('ask for a share of each vendor where there are several', () => {
    expect(clientFormulas('Acme', ['A', 'B'], true).map(({ formula }) => formula)).toEqual(
      expect.arrayContaining(['=REVSHARE("Acme","A")', '=REVSHARE("Acme","B")']),
    );
  });

  it('double the quotes inside a name', () => {
    expect(quoted('Contoso "Nordic"')).toBe('"Contoso ""Nordic"""');
  });

  it('leave a name alone that looks like a formula or a cell', () => {
    expect(quoted('=A1')).toBe('"=A1"');
  });
});
