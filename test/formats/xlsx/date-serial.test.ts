import fc from 'fast-check';
import { dateText, isoDateSerial, isoDateText } from '../../../src/formats/xlsx/date-serial';

describe('a serial number', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [45614, '2024-11-18'],
    [45614.5, '2024-11-18T12:00:00'],
    [45614.2083333333, '2024-11-18T05:00:00'],
    [45614.208333, '2024-11-18T05:00:00'],
    [45614.99999999999, '2024-11-19'],
    [45565.999995, '2024-09-30T23:59:59'],
    [45614.0000001, '2024-11-18'],
    [2958465, '9999-12-31'],
    [2958466, null],
    [0, null],
    [0.5, null],
    [-1, null],
    [Number.NaN, null],
    [1e300, null],
  ])('%d counts from 1900: %s', (serial, text) => {
    expect(dateText(serial, false)).toBe(text);
  });

  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [44152.25, '2024-11-18T06:00:00'],
    [2957003, '9999-12-31'],
    [2957004, null],
    [-1, null],
  ])('%d counts from 1904: %s', (serial, text) => {
    expect(dateText(serial, true)).toBe(text);
  });

  it('comes back from every second of every day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2958465 }),
        fc.integer({ min: 0, max: 86399 }),
        fc.boolean(),
        (day, second, date1904) => {
          const serial = day + second / 86400;
          const expected = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000 + second * 1000)
            .toISOString()
            .slice(0, 19);
          const text = dateText(date1904 ? serial - 1462 : serial, date1904);
          fc.pre(!date1904 || day >= 1462);
          expect(text).toBe(second === 0 ? expected.slice(0, 10) : expected);
        },
      ),
      { numRuns: 500, seed: 4 },
    );
  });
});

describe('a date written as such', () => {
  it.each([
    ['2024-11-18', '2024-11-18'],
    ['2024-11-18T00:00:00', '2024-11-18'],
    ['2024-11-18T05:00:00.000Z', '2024-11-18T05:00:00'],
    ['2024-11-18T05:30', '2024-11-18T05:30:00'],
    ['05:00:00', '05:00:00'],
    ['soon', 'soon'],
  ])('%s is %s', (text, expected) => {
    expect(isoDateText(text)).toBe(expected);
  });
});

it.each([
  ['2024-11-01T00:00:00Z', 45_597],
  // Without a time zone too, as Excel writes it: never this machine's.
  ['2024-11-01T06:00:00', 45_597.25],
  [' 2024-11-01 ', 45_597],
  ['2024-11-01T12:00', 45_597.5],
  ['2024-13-01', null],
  ['12:00', null],
  ['', null],
])('the date %j stored as such has the serial number %p', (text, serial) => {
  expect(isoDateSerial(text)).toBe(serial);
});
