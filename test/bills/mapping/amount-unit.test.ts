import { unitInLine, unitInName } from '../../../src/bills/mapping/amount-unit';

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
    [
      'billions',
      ['Spend ($bn)', 'Betrag (Mrd. EUR)', 'Montant en milliards', 'Сумма, млрд руб.', 'Spend ($B)', '売上(十億円)'],
    ],
    ['hundred-millions', ['金额(亿元)', '売上（億円）']],
    ['hundredths', ['Betrag (ct)', 'Cost (¢)', 'Amount (cents)', 'amount_cents', 'amountCents', 'Price in pence']],
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
      'Bnei cost',
      'Account CT scan',
      'Cost EUR Block',
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

describe('a line beside a table', () => {
  it.each([
    ['AI spend by client, amounts in thousands EUR', 'thousands'],
    ['Angaben in TEUR', 'thousands'],
    ['AI spend 2024 (in TEUR)', 'thousands'],
    ['Cloud costs ($000)', 'thousands'],
    ['* all figures in thousands', 'thousands'],
    ['in millions of US dollars', 'millions'],
    ['montants en milliers d’euros', 'thousands'],
    ['単位：千円', 'thousands'],
    ['单位: 万元', 'ten-thousands'],
  ] as const)('says in what all amounts are counted: %s', (line, unit) => {
    expect(unitInLine(line)).toBe(unit);
  });

  it.each([
    'Usage in millions of tokens',
    'Offices in Thousand Oaks',
    'Acme (US)',
    'Invoice for November in EUR',
    'Thousands of happy customers',
    '',
    'in '.repeat(100_000),
  ])('says nothing of that: %.40s', (line) => {
    expect(unitInLine(line)).toBeNull();
  });
});
