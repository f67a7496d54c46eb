import { recognise, summarise, tableFrom } from '../tables';

/** Three rows of 160, 20 and 5, with these words in a column. */
const rowsWith = (column: string, words: readonly [string, string, string]) =>
  tableFrom(`
    Client | Vendor | Month   | Currency | Amount | ${column}
    C      | V      | 2024-09 | EUR      | 160    | ${words[0]}
    C      | V      | 2024-09 | EUR      | 20     | ${words[1]}
    C      | V      | 2024-09 | EUR      | 5      | ${words[2]}
  `);

describe('a dash in a column that may say debit or credit', () => {
  it.each([
    ['Type', ['-', 'Usage', 'Usage']],
    ['Category', ['-', '-', '-']],
    ['Category', ['-', 'Models', '-']],
  ] as const)('is nothing in the column %s with %p: all amounts count as they are written', async (column, words) => {
    const table = rowsWith(column, words);
    expect(recognise(table)).not.toHaveProperty('refundColumn');
    expect(await summarise(table)).toMatchObject({ totals: [{ kept: '185' }], problemRows: 0 });
  });

  it.each(['Type', 'Dr/Cr'])(
    'is no side in the column %s among words, so that its row is a problem',
    async (column) => {
      const summary = await summarise(rowsWith(column, ['-', 'Charge', 'Refund']));
      expect(summary).toMatchObject({
        totals: [{ total: '175', kept: '15' }],
        problems: [{ line: 2, value: '-', message: 'The column that says debit or credit is blank here.' }],
      });
    },
  );

  it.each([
    ['Type', ['+', '-', '+']],
    ['Vorzeichen', ['+', '−', '+']],
    ['Booking', ['+', '–', '+']],
  ] as const)('is a minus in the column %s with %p', async (column, words) => {
    expect(await summarise(rowsWith(column, words))).toMatchObject({ totals: [{ kept: '145' }], problemRows: 0 });
  });
});

describe('a positive amount of what is called a credit', () => {
  it.each([
    ['Type', ['ACCPAY', 'ACCPAY', 'ACCPAYCREDIT'], 'ACCPAYCREDIT'],
    ['Belegtyp', ['Eingangsrechnung', 'Eingangsrechnung', 'Eingangsgutschrift'], 'Eingangsgutschrift'],
    ['Doc Type', ['Prepayment', 'Prepayment', 'Credit Memo'], 'Credit Memo'],
    ['Is Credit', ['No', 'No', 'Yes'], 'Yes'],
    ['is_refund', ['false', '', 'true'], 'true'],
    ['Reversed', ['', '', 'X'], 'X'],
  ] as const)('is told of in the column %s with %j', (column, words, word) => {
    expect(recognise(rowsWith(column, words))).toMatchObject({ refundColumn: { column, word } });
  });

  it.each([
    ['Type', ['Kreditor', 'Kreditor', 'Credit card']],
    ['Is Credit', ['No', 'No', 'No']],
    ['Refund', ['1.50', '', '2.00']],
  ] as const)('is not in the column %s with %j', (column, words) => {
    expect(recognise(rowsWith(column, words))).not.toHaveProperty('refundColumn');
  });
});

describe('a column that says debit or credit beside negative debits', () => {
  it('leaves it open whether these are what was spent', async () => {
    const statement = tableFrom(`
      Client | Vendor | Month   | Currency | Amount | Type
      C      | V      | 2024-09 | EUR      | -160   | DEBIT
      C      | V      | 2024-09 | EUR      | -20    | DEBIT
      C      | V      | 2024-09 | EUR      | 5      | CREDIT
    `);
    expect((await summarise(statement)).questions).toMatchObject([{ option: 'sides', answer: null }]);
    expect((await summarise(statement, { sides: 'as-written' })).questions).toMatchObject([
      { option: 'sides' },
      { option: 'negatives', choices: [{ kept: [{ amount: '175' }] }, { kept: [{ amount: '-175' }] }], answer: null },
    ]);
  });

  it('leaves nothing open where the debits are positive', async () => {
    expect((await summarise(rowsWith('Type', ['DEBIT', 'DEBIT', 'CREDIT']))).questions).toEqual([]);
  });
});

describe('names of columns in other languages', () => {
  it.each([
    '顧客名 | 仕入先名 | 月 | 請求金額 | 通貨',
    '客户名称 | 供应商名称 | 月份 | 费用金额 | 币种',
    '고객명 | 공급업체명 | 월 | 청구금액 | 통화',
    'Ügyfél | Szállító | Hónap | Összeg | Pénznem',
    'Zákazník | Dodavatel | Měsíc | Částka | Měna',
    'Клієнт | Постачальник | Місяць | Сума | Валюта',
    'Kund | Leverantör | Månad | Belopp | Valuta',
    'Kunde | Leverandør | Måned | Beløb | Valuta',
    'Client | Furnizor | Lună | Sumă | Monedă',
    'Khách hàng | Nhà cung cấp | Tháng | Số tiền | Tiền tệ',
    'Klien | Pemasok | Bulan | Jumlah | Mata uang',
    'العميل | المورد | الشهر | المبلغ | العملة',
    'ลูกค้า | ผู้ขาย | เดือน | จำนวนเงิน | สกุลเงิน',
    'לקוח | ספק | חודש | סכום | מטבע',
  ])('are known: %s', (header) => {
    const [client = '', vendor = '', month = '', amount = '', currency = ''] = header.split(' | ');
    const table = tableFrom(`${header}\nAcme | OpenAI | 2024-02 | 100.50 | USD\nBeta | OpenAI | 2024-03 | 7 | USD`);
    expect(recognise(table).mapping.roles).toMatchObject({
      client: { columns: [client] },
      vendor: { columns: [vendor] },
      month: { columns: [month] },
      amount: { columns: [amount] },
      currency: { columns: [currency] },
    });
  });

  it.each([
    'Débit euros | Crédit euros',
    'Obciążenia | Uznania',
    'お引出し | お預入れ',
    '支出金额 | 收入金额',
    'DR | CR',
  ])('are known side by side: %s', (pair) => {
    const [debit = '', credit = ''] = pair.split(' | ');
    const table = tableFrom(`Date | Payee | ${pair}\n2024-02-01 | OpenAI | 100.50 |\n2024-02-02 | OpenAI | | 5.25`);
    expect(recognise(table).mapping).toMatchObject({ roles: { amount: { columns: [debit] } }, credits: [credit] });
  });
});
