import { formatMonth, parseMonth } from '../../../src/domain/calendar/month';
import { DATE_NOTATIONS, monthIn, readMonth } from '../../../src/bills/values/bill-date';
import type { Cell } from '../../../src/formats/file/text-table';

function months(cell: Cell, unixTime = false): string {
  const reading = readMonth(cell, { unixTime });
  if (reading === 'blank') {
    return 'blank';
  }
  const [first, second] = (['month-first', 'day-first'] as const)
    .map((notation) => monthIn(reading, notation, 1))
    .map((month) => (month === null ? '-' : formatMonth(month)));
  return first === second ? String(first) : `${first} or ${second}`;
}

describe('the month of a date', () => {
  it.each<[Cell, string]>([
    ['2024-09', '2024-09'],
    ['2024-09-01 00:00:00', '2024-09'],
    ['2024-10-01T00:00:00Z', '2024-10'],
    ['2024-10-01T00:30:00+09:00', '2024-10'],
    ['2024-09-30T23:59:59.999999-11:00', '2024-09'],
    ['2024-10-01 00:00:00.123456 UTC', '2024-10'],
    ['\u200e2024-09-18\u200e', '2024-09'],
    ["'2024-09-18", '2024-09'],
    ['Di, 05.11.2024', '2024-05 or 2024-11'],
    ['Mittwoch, 6. November 2024', '2024-11'],
    ['mar. 5 nov. 2024', '2024-11'],
    ['mar 2024', '2024-03'],
    ['Mar 5 2024', '2024-03'],
    ['2024/11/05(火)', '2024-11'],
    ['2024年11月5日 星期二', '2024-11'],
    ['bis 05.11.2024', '-'],
    ['due 05.11.2024', '-'],
    ['2024/9/18', '2024-09'],
    ['2024.09.18', '2024-09'],
    ['202409', '2024-09'],
    ['05NOV2024', '2024-11'],
    ['20240918', '2024-09'],
    ['20240918T000000Z', '2024-09'],
    ['09/18/2023', '2023-09 or -'],
    ['18/09/2023', '- or 2023-09'],
    ['18.09.2023', '- or 2023-09'],
    ['18-09-2023 13:45', '- or 2023-09'],
    ['9/18/2023 1:45:00 PM', '2023-09 or -'],
    ['5/1/25', '2025-05 or 2025-01'],
    ['5/5/25', '2025-05'],
    ['02/29/2024', '2024-02 or -'],
    ['02/29/2023', '-'],
    ['31/04/2023', '-'],
    ['09/2024', '2024-09'],
    ['18-Sep-2023', '2023-09'],
    ['18-Sep-23', '2023-09'],
    ['18. September 2023', '2023-09'],
    ['1. März 2024', '2024-03'],
    ['1er janvier 2024', '2024-01'],
    ['Sep 18, 2023', '2023-09'],
    ['Sept. 18, 2023', '2023-09'],
    ['September 18th, 2023', '2023-09'],
    ['September 2024', '2024-09'],
    ['Sep-24', '2024-09'],
    ['août 2024', '2024-08'],
    ['Dez 2024', '2024-12'],
    ['2024-Sep-18', '2024-09'],
    ['2024年9月18日', '2024-09'],
    ['2024年9月', '2024-09'],
    ['2024. 09. 18.', '2024-09'],
    ['2024. 9.', '2024-09'],
    ['2024. szeptember 18.', '2024-09'],
    ['2024. szept.', '2024-09'],
    ['令和6年9月', '2024-09'],
    ['令和６年９月１８日', '2024-09'],
    ['令和元年5月', '2019-05'],
    ['R6.9.18', '2024-09'],
    ['R06/09', '2024-09'],
    ['H31.4.30', '2019-04'],
    ['民國113年9月', '2024-09'],
    ['18/09/2567', '- or 2024-09'],
    ['กันยายน 2567', '2024-09'],
    ['tháng 9 năm 2024', '2024-09'],
    ['٢٠٢٤-٠٩-١٨', '2024-09'],
    ['18 سبتمبر 2024', '2024-09'],
    ['18 सितंबर 2024', '2024-09'],
    ['Σεπτέμβριος 2024', '2024-09'],
    ['18 вересня 2024', '2024-09'],
    ['septembrie 2024', '2024-09'],
    ['2024M09', '2024-09'],
    ['M09/2024', '2024-09'],
    ['M9 2024', '2024-09'],
    ['2025-W03-1', '2025-01'],
    ['2025W053', '2025-01'],
    ['2025-W01-1', '2024-12'],
    ['2026-W53-5', '2027-01'],
    ['2025-W53-1', '-'],
    ['2025-W00-1', '-'],
    ['2025-W03-8', '-'],
    ['01JUN2025', '2025-06'],
    ['1Jun25', '2025-06'],
    ['31JUN2025', '-'],
    ['2024年9月份', '2024-09'],
    ["Sep '24", '2024-09'],
    ['Wed, 18 Sep 2024 00:00:00 GMT', '2024-09'],
    ['September 18, 2024 at 3:04 PM', '2024-09'],
    ['01.09.2024 - 30.09.2024', '- or 2024-09'],
    ['1/9/2024 – 9/9/2024', '- or 2024-09'],
    ['Sep 1 - Sep 30, 2024', '2024-09'],
    ['2024-09-01/2024-09-30', '2024-09'],
    ['2024-09-01 to 2024-10-31', '-'],
    ['2024-W37', '-'],
    ['Q3 2024', '-'],
    [9, '-'],
    [2024, '-'],
    [45536, '2024-09'],
    [45536.75, '2024-09'],
    [202409, '2024-09'],
    [20240918, '2024-09'],
    ['', 'blank'],
    ['NULL', 'blank'],
    [' null ', 'blank'],
    ['45536', '-'],
    ['2024', '-'],
    [2024, '-'],
    ['2024-13', '-'],
    ['2024-02-30', '-'],
    ['0001-01-01', '-'],
    ['2024-09-18garbage', '-'],
    ['32/13/2024', '-'],
    ['1/2/23456789', '-'],
    ['soon', '-'],
    ['Sep 18', '-'],
    ['1730419200', '-'],
    ['9'.repeat(1000), '-'],
  ])('%p is %s', (cell, expected) => {
    expect(months(cell)).toBe(expected);
  });

  it.each<[Cell, string]>([
    ['1730419200', '2024-11'],
    ['1730419199', '2024-10'],
    [1730419200, '2024-11'],
    ['1730419200000', '2024-11'],
    [1730419199999, '2024-10'],
    ['1730419200.5', '2024-11'],
    ['2024-11-18', '2024-11'],
    ['123', '-'],
  ])('%p in a column of Unix time is %s', (cell, expected) => {
    expect(months(cell, true)).toBe(expected);
  });

  it('is the first and the last day of every month in every form', () => {
    for (let month = 1; month <= 12; month++) {
      const number = String(month).padStart(2, '0');
      const last = new Date(Date.UTC(2023, month, 0)).getUTCDate();
      for (const day of ['01', String(last)]) {
        const expected = `2023-${number}`;
        expect(months(`2023-${number}-${day}T23:00:00-05:00`)).toBe(expected);
        expect(months(`2023${number}${day}`)).toBe(expected);
        expect(months(`${number}/${day}/2023`)).toContain(expected);
        expect(months(Date.UTC(2023, month - 1, Number(day)) / 1000, true)).toBe(expected);
      }
    }
  });
});

describe('a date that has to be told by its column', () => {
  it.each<[Cell, string]>([
    ['24-11-05', '- 2005-11 2024-11 -'],
    ['24/11/5', '- - 2024-11 -'],
    ['051124', '2024-05 2024-11 2005-11 -'],
    ['141124', '- 2024-11 2014-11 -'],
    ['51124', '2024-05 2024-11 - 2039-12'],
    [51124, '2024-05 2024-11 - 2039-12'],
    ['45536', '- - - 2024-09'],
    ['45536.25', '- - - 2024-09'],
    ['05112024', '2024-05 2024-11 - -'],
    ['5112024', '2024-05 2024-11 - -'],
    ['5/1/25', '2025-05 2025-01 - -'],
    ['12345', '2045-01 - - -'],
    ['33333', '- - - 1991-04'],
    ['999999', '- - - -'],
  ])('%p: month, day or year first, or a serial number: %s', (cell, expected) => {
    const reading = readMonth(cell);
    expect(
      reading !== 'blank' &&
        DATE_NOTATIONS.map((notation) => reading.months[notation])
          .map((month) => (month === null ? '-' : formatMonth(month)))
          .join(' '),
    ).toBe(expected);
  });
});

describe('a month by its name', () => {
  it.each([
    ['5 de noviembre de 2024', '2024-11'],
    ['noviembre de 2024', '2024-11'],
    ['5 novembro 2024', '2024-11'],
    ['5 novembre 2024', '2024-11'],
    ['gennaio 2024', '2024-01'],
    ['5 mrt 2024', '2024-03'],
    ['maart 2024', '2024-03'],
    ['5. oktober 2024', '2024-10'],
    ['des 2024', '2024-12'],
    ['5 listopada 2024 r.', '2024-11'],
    ['5 ноября 2024 г.', '2024-11'],
    ['май 2024', '2024-05'],
    ['Kasım 2024', '2024-11'],
    ['5 Ağustos 2024', '2024-08'],
    ['agustus 2024', '2024-08'],
    ['2024년 11월 5일', '2024-11'],
    ['marraskuu 2024', '2024-11'],
    ['5 foo 2024', '-'],
  ])('%p is %s', (text, expected) => {
    expect(months(text)).toBe(expected);
  });
});

describe('a period of a fiscal year', () => {
  it.each([
    '2024/011',
    '011.2024',
    'P11 FY24',
    'FY2024 P11',
    'FY24-P11',
    'P11/2024',
    'Period 11 2024',
    'Per. 11/2024',
    '2024-P11',
    '2024P11',
  ])('%p is a month once it is known when the year begins', (text) => {
    const reading = readMonth(text);
    expect(reading).toMatchObject({ fiscal: { year: 2024, period: 11 } });
    const inYearFrom = (start: number) => reading !== 'blank' && formatMonth(monthIn(reading, 'day-first', start)!);
    expect([1, 4, 10].map(inYearFrom)).toEqual(['2024-11', '2024-02', '2024-08']);
  });

  it('is none beyond the twelfth', () => {
    expect([months('2024/013'), months('P16 FY24'), months('2024/000')]).toEqual(['-', '-', '-']);
  });
});

describe('a day and a month', () => {
  it('lie in the year that they are written for', () => {
    const yearBegins = parseMonth('2024-07')!;
    const of = (cell: Cell) => {
      const reading = readMonth(cell, { yearBegins });
      return reading === 'blank' ? 'blank' : formatMonth(reading.months['day-first']!);
    };
    expect(['0511', '511', 511, '0302', 3112].map(of)).toEqual(['2024-11', '2024-11', '2024-11', '2025-02', '2024-12']);
  });
});
