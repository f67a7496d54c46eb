import { detectEncoding } from '../../../src/formats/encoding/detect-encoding';
import { encodeText } from '../encode-text';

const found = (text: string, encoding: string) => detectEncoding(encodeText(text, encoding), true);

const WESTERN = [
  'Währung;Betrag\nEUR;1,5\n',
  'Zählernummer;Größe;Straße;Kosten\n1;2;3;4\n',
  'Dienst,Preis €\nAzure,1.5\n',
  'Dépense,Société,Période\n12,é,x\n',
  'Client;Montant\nSociété Générale;12,5\nCafé;3\n',
  'Client;Montant\nNestlé;12,5\n',
  'Größe\n',
  'Überschuß;Maß\nöäü;ÄÖÜß\n',
  'año;España;Peña\n',
  'Größe – “netto”;§ 3;½;°C;£\n',
  'Créée;Année\n',
];
const JAPANESE = [
  '会社,金額,通貨\nバイトダンス,100,円\nトヨタ自動車,200,円\n',
  'クライアント,月,金額\nソニー,2024-01,100\n',
  '請求月,顧客,費用\n',
  'ｶｲｼｬ,金額\nｿﾆｰ（株）,1\n',
  'Cost,Name\n1,東京\n',
];
const CHINESE = [
  '公司,金额,币种\n字节跳动,100,人民币\n阿里巴巴,200,人民币\n',
  '账单月份,客户,费用\n2024-01,腾讯,100\n',
  '客户,费用\n百度,1\n',
  '服务（名称）；金额\n',
  '深圳腾讯,1\n',
];

describe('the encoding of a short text', () => {
  it.each(WESTERN)('is Windows-1252 for %j', (text) => expect(found(text, 'windows-1252')).toBe('windows-1252'));
  it.each(JAPANESE)('is Shift-JIS for %j', (text) => expect(found(text, 'shift_jis')).toBe('shift_jis'));
  it.each(CHINESE)('is GB18030 for %j', (text) => expect(found(text, 'gb18030')).toBe('gb18030'));

  it.each([...WESTERN, ...JAPANESE, ...CHINESE, 'a,b\n1,2\n'])('is the Unicode that %j is written in', (text) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      expect(found(`\uFEFF${text}`, encoding)).toBe(encoding);
      expect(found(text, encoding)).toBe(encoding);
    }
  });

  it('is UTF-8 where a character is cut at the end, of the sample or of the text', () => {
    const bytes = encodeText('Währungä', 'utf-8').subarray(0, -1);
    expect([detectEncoding(bytes, false), detectEncoding(bytes, true)]).toEqual(['utf-8', 'utf-8']);
    expect(detectEncoding(encodeText('Name\nCafé', 'windows-1252'), true)).toBe('windows-1252');
  });

  it('is not UTF-16 for a binary file with zero bytes', () => {
    expect(
      detectEncoding(
        Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0]),
        true,
      ),
    ).not.toMatch(/utf/);
    expect(detectEncoding(Uint8Array.from([65, 0, 3, 0, 66, 0]), true)).toBe('utf-8');
  });
});

describe('a text in UTF-8 with a byte that is none', () => {
  it('is UTF-8 nevertheless, so that its line is named and no name is garbled', () => {
    const bytes = Uint8Array.from([...encodeText('Kunde;Währung\nNestlé;EUR\nCaf', 'utf-8'), 0xe9, 0x3b, 0x0a]);
    expect(detectEncoding(bytes, true)).toBe('utf-8');
  });

  it('is in another encoding if most of its bytes are', () => {
    const bytes = Uint8Array.from([...encodeText('Kunde;Währung\nNestlé;EUR\n', 'windows-1252'), 0xc3, 0xa9, 0x0a]);
    expect(detectEncoding(bytes, true)).not.toBe('utf-8');
  });
});
