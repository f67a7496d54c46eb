import { nearestName } from '../../../src/domain/ledger/nearest-name';

const NAMES = ['ByteDance', 'Meta', 'Microsoft', 'Adobe', '3M', 'Deutsche Bank', 'Deutsche Bahn'];

describe('the nearest name', () => {
  it.each([
    ['Bytedanse', 'ByteDance'],
    ['byte dance', 'ByteDance'],
    ['Byte', 'ByteDance'],
    ['Mikrosoft', 'Microsoft'],
    ['Meat', 'Meta'],
    ['Adobe Inc', null],
    ['3N', '3M'],
    ['X', null],
    ['By', null],
    ['Oracle', null],
    ['', null],
  ])('to "%s" is %p', (written, expected) => {
    expect(nearestName(written, NAMES)).toBe(expected);
  });

  it('is the first in the alphabet where two are equally near, whatever their order', () => {
    expect(nearestName('Deutsche Bahk', NAMES)).toBe('Deutsche Bahn');
    expect(nearestName('Deutsche Bahk', [...NAMES].reverse())).toBe('Deutsche Bahn');
  });

  it('has a letter in common', () => {
    expect(nearestName('Z', ['A', 'B'])).toBeNull();
    expect(nearestName('ZB', ['A', 'AB'])).toBe('AB');
    expect(nearestName('', ['A'])).toBeNull();
  });

  it('is none where there are no names', () => {
    expect(nearestName('Meta', [])).toBeNull();
  });
});
