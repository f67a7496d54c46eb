import { nameKind } from '../../../src/bills/values/name-kind';

describe('a name', () => {
  it.each([
    'Total',
    'TOTAL:',
    'Grand Total',
    'Sub-total',
    'Sous-total',
    'Summe',
    'Zwischensumme',
    'Gesamtergebnis',
    'InvoiceTotal',
    'AccountTotal:444455556666',
    'Total (USD)',
    'Total général',
    'Итого',
    'Összesen',
    '合計',
    '小计：',
    '합계',
    '∑',
    'Σ',
    'Result',
    'Overall Result',
    '(All)',
    'B/F',
    'Bal. c/f',
    'Opening balance as at 01/11/2024',
    'Saldovortrag 1. November',
    'Übertrag Vormonat',
    'davon USt',
    '- thereof API',
    'of which: Chat',
    '其中 API',
    '*** Total ***',
    'October 2024 Total',
    'Total November',
    'Charge type total',
    'Totale complessivo',
    'Montant total',
    'Amount due',
    'Zu zahlen',
    'Suma ogółem',
    'Iš viso',
    'Skupaj',
    'Общо',
    'รวมทั้งสิ้น',
    'कुल योग',
  ])('that only a row of totals has is %p', (name) => {
    expect(nameKind(name)).toBe('total');
  });

  it.each(['Acme Total', 'Total Wine', 'TotalEnergies', 'Summe Kunde Nord', 'Total for linked account# 7 (Team A)'])(
    'that a row of totals may have is %p',
    (name) => {
      expect(nameKind(name)).toBe('of-total');
    },
  );

  it.each([
    '',
    'Acme',
    'Summit Partners',
    'Tottenham',
    'Gesamtschule',
    'A total mess Inc',
    '#1 Cochran!',
    '#acme',
    'N/A Group',
    'All Nippon Airways',
    'B&F Wine',
    'Davontech',
    'Balance Health Inc',
    'Balance forward thinking GmbH',
    'LinkedLineItem',
    'Visomatic',
    'Residue',
    'October Films',
    'N.A. Partners',
    'x'.repeat(500),
  ])('that is no sum is %p', (name) => {
    expect(nameKind(name)).toBe('name');
  });

  it.each([
    '#N/A',
    '#REF!',
    '#BEZUG!',
    '#NAME?',
    '#DIV/0!',
    '#¿NOMBRE?',
    '#ПУСТО!',
    '#n/a',
    '#Ref!',
    '#bezug!',
    '#nv',
    '#пусто!',
    '########',
    '\\N',
    'N.A.',
    '(vuoto)',
    '(空白)',
    '*',
    '**',
    '?',
    '-',
    'n/a',
    '(blank)',
  ])('that names nobody is %p', (name) => {
    expect(nameKind(name)).toBe('none');
  });
});
