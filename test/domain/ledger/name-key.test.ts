import { compareText, nameKey, spellings } from '../../../src/domain/ledger/name-key';

describe('two spellings are one name', () => {
  it.each([
    ['ByteDance', 'bytedance'],
    ['ByteDance', '  BYTEDANCE '],
    ['Byte Dance', 'Byte \t Dance'],
    ['Byte Dance', 'Byte\u00a0Dance'],
    ['Byte Dance', 'Byte\nDance'],
    ['ByteDance', 'ＢｙｔｅＤａｎｃｅ'],
    ['ｶﾞｽ', 'ガス'],
    ['Café', 'Cafe\u0301'],
    ['finance', 'ﬁnance'],
    ['İş Bankası', 'İŞ BANKASı'],
    ['İstanbul', 'istanbul'],
    ['Straße', 'STRASSE'],
    ['McDonald’s', "McDonald's"],
    ['McDonald`s', 'MCDONALD´S'],
    ['Byte\u200bDance', 'ByteDance'],
    ['\ufeffByte\u00adDance\u200e', 'bytedance'],
    ['Byte\u200b Dance', 'Byte Dance'],
  ])('"%s" and "%s"', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Byte Dance', 'ByteDance'],
    ['Café', 'Cafe'],
    ['Meta', 'Meta.'],
    ['3M', 'M3'],
  ])('but not "%s" and "%s"', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('and the key of a key is itself', () => {
    for (const name of ['  ByteDance ', 'ＡＢＣ', 'Straße', 'İş', '日本 電気', '😀 Inc']) {
      expect(nameKey(nameKey(name))).toBe(nameKey(name));
    }
  });
});

describe('the spellings of names', () => {
  it('give each name in its commonest spelling, in the order of the alphabet', () => {
    expect(spellings(['meta', 'Meta', 'Adobe', 'META', 'Meta'])).toEqual([
      ['Adobe', 'adobe'],
      ['Meta', 'meta'],
    ]);
  });

  it('do not depend on the order where two are equally common', () => {
    expect(spellings(['meta', 'META', 'Meta'])).toEqual(spellings(['Meta', 'meta', 'META']));
    expect(spellings(['meta', 'META'])).toEqual([['META', 'meta']]);
  });
});

it('text is compared by code units, the same in every language', () => {
  expect(['b', 'Ä', 'a', 'B', 'z'].sort(compareText)).toEqual(['B', 'a', 'b', 'z', 'Ä']);
});
