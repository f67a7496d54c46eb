import { areLedgerAccounts } from '../../../src/bills/mapping/ledger-account';

describe('accounts', () => {
  it.each([[['6300', '4980']], [['4500 - Software', '4510 Cloud']], [['6300.10', '']], [['160000']]])(
    'are those of a ledger by their numbers: %j',
    (cells) => {
      expect(areLedgerAccounts(cells)).toBe(true);
    },
  );

  it.each([[['123456789012']], [['Acme', '6300']], [['']], [[]]])('may be of clients: %j', (cells) => {
    expect(areLedgerAccounts(cells)).toBe(false);
  });
});
