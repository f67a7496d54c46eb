import { once } from '../file/once';

/*
 * Characters that names of companies, their products and the headers of ledgers are full of. If bytes mean something else, the
 * characters that come out are hardly ever among them.
 */
const SIMPLIFIED =
  '公司有限责任股份集团科技技术中国北京上海深圳广州杭州南京天津重庆成都武汉西安大新东方华金银行保险证券投资基金信息网络软件电子通信' +
  '数据智能云计算服务系统工程建设发展实业商贸贸易国际文化传媒广告教育医药生物能源电力石油化工钢铁汽车航空物流食品百货客户供应商日期' +
  '月份金额币种合计总小计费用成本部门项目名称账单年产品说明字节跳动阿里巴腾讯百度京东美团小米为滴滴快手网易哔哩拼多联想平安农业民生' +
  '器格力亚迪顺丰携程德尔创维视康集美光天龙佳乐来蔚理招商移动铁塔能宁时代州茅台工行出海一二三年会员站店家居装饰管咨询培训设备材料制造厂';
const TRADITIONAL =
  '公司有限責任股份集團科技技術中國台灣臺北上海香港大新東方華金銀行保險證券投資基金資訊網路軟體電子通信數據智慧雲端服務系統工程建設' +
  '發展實業商貿國際文化傳媒廣告教育醫藥生物能源電力石油化工鋼鐵汽車航空物流食品百貨客戶供應商日期月份金額幣別合計總小計費用成本部門' +
  '專案名稱帳單年產品說明積體電路聯發鴻海精密富邦統一長榮遠傳信' +
  '廣達宏碁和碩裕隆騰訊群創緯創光電電腦積哥大人壽泰企海運玉山交易所友寶研立瑞昱日月塑鋼滙豐銀碩';
const JAPANESE =
  '株式会社有限日本東京大阪名古屋京都福岡三菱住友井富士電機機工業商事銀行保険証券通信情報自動車製作所建設不動産化学製薬食品運輸鉄道' +
  '航空物産販売金額合計小計年月日請求費用顧客取引先部門通貨数量単価税込抜名前品目勘定科目楽天任天堂本田野村鹿島清水川崎重工松下';
const KOREAN =
  '가각간갈감강개거건게격견결경계고공과관광교구국군권귀규그극근글금급기김나난남내너네노누뉴느는능니다단달담당대더덕데도독동두드등디라락란람래량' +
  '러레려력련렬령례로록론료루류륜률르른를름리린림마막만말망매맥머메면명모목몬무문물미민바박반발방배백버번범법베벨변별병보복본봉부북분불브비빈사' +
  '산살삼상새색생서석선설성세셀소속손솔송쇼수숙순술스슨습승시식신실심아악안알암압앙애액야약양어언얼업에엔엘여역연열염영예오온올와완왕외요용우욱' +
  '운울움원월위유육윤율은을음의이익인일임입자작잔장재저적전절점접정제조존종좌주죽준중즈증지직진질집차착찬참창채처천철청체초촌총최추축춘출충취츠' +
  '측치친칠카칸캐커케켐코콘콜쿠퀴크클키타탁탄탈탐태택터테텍텔토톤통투트특티파판팔패퍼페편평포폰표푸품풍퓨프플피필하학한할함합항해핵행향허험혁현' +
  '협형호혼홀홍화환활황회획효후훈휘휴흥희히';

type Encoding = 'gb18030' | 'shift_jis' | 'euc-kr' | 'big5' | 'euc-jp';

const COMMON: Readonly<Record<Encoding, ReadonlySet<string>>> = {
  gb18030: new Set(SIMPLIFIED),
  big5: new Set(TRADITIONAL),
  shift_jis: new Set(JAPANESE),
  'euc-jp': new Set(JAPANESE),
  'euc-kr': new Set(KOREAN),
};

const HAN = /\p{Script=Han}/u;
const KANA = /[\u3041-\u30ff]/;
const HANGUL = /[\uac00-\ud7a3]/;
const HALF_WIDTH = /[\uff66-\uff9f]/;
const PUNCTUATION = /[\u3000-\u303f\uff01-\uff60\u00b7\u30fb\u2010-\u2026]/;
/** A mark on the syllable before, in half-width katakana, and the syllables that take it. */
const MARKED = /[ｳｶ-ﾄﾊ-ﾎ]ﾞ|[ﾊ-ﾎ]ﾟ/g;
const MARKS = /[ﾞﾟ]/g;

const japaneseRows = once(() => rowsOf('euc-jp', 0xb0, 0xcf));

/** The characters that were given the first rows of each set, for they are those in use. All sets together take a tenth of a second. */
const inUse: Readonly<Record<Encoding, () => ReadonlySet<string>>> = {
  gb18030: once(() => rowsOf('gb18030', 0xb0, 0xd7)),
  big5: once(() => rowsOf('big5', 0xa4, 0xc6)),
  shift_jis: japaneseRows,
  'euc-jp': japaneseRows,
  'euc-kr': () => new Set(),
};

const secondRows = once(() => rowsOf('gb18030', 0xd8, 0xf7));

/** How much a word looks like one of the language that an encoding is for: 0 to 1. */
export function eastAsianScore(encoding: Encoding): (word: string) => number {
  return (word) => {
    const characters = [...word];
    const wide = characters.filter((character) => character > '\x7f');
    const ascii = characters.length - wide.length;
    // One such character in a word of Latin letters is a Latin letter: `McDonald痴`.
    if (ascii > 0 && wide.length * 2 <= ascii && !PUNCTUATION.test(word)) {
      return 0.05;
    }
    const sum = wide.reduce((total, character) => total + characterScore(character, encoding), 0);
    return (sum / wide.length) * (isMixed(word) ? 0.3 : 1) * halfWidthScore(word);
  };
}

function characterScore(character: string, encoding: Encoding): number {
  const isJapanese = encoding === 'shift_jis' || encoding === 'euc-jp';
  if (COMMON[encoding].has(character)) {
    return 1;
  }
  if (HALF_WIDTH.test(character)) {
    return encoding === 'shift_jis' ? 0.9 : 0;
  }
  if (KANA.test(character)) {
    return isJapanese ? 0.95 : 0.1;
  }
  if (HANGUL.test(character)) {
    return encoding === 'euc-kr' ? 0.3 : 0;
  }
  if (PUNCTUATION.test(character)) {
    return 0.6;
  }
  if (!HAN.test(character) || encoding === 'euc-kr') {
    return 0.1;
  }
  return inUse[encoding]().has(character) ? 0.6 : encoding === 'gb18030' && secondRows().has(character) ? 0.35 : 0.15;
}

/** Hangul beside Chinese characters, or kana in half width beside full: nobody writes so within a word. */
function isMixed(word: string): boolean {
  return (
    (HANGUL.test(word) && (HAN.test(word) || KANA.test(word))) ||
    (HALF_WIDTH.test(word) && (HAN.test(word) || HANGUL.test(word)))
  );
}

/**
 * Katakana in half width come in words of their own, and nearly every such word has a mark or a long vowel: a mark on no syllable,
 * Latin letters between them or a single one are signs of something else.
 */
function halfWidthScore(word: string): number {
  if (!HALF_WIDTH.test(word)) {
    return 1;
  }
  const marks = word.match(MARKS)?.length ?? 0;
  const marked = word.match(MARKED)?.length ?? 0;
  const letters = [...word].filter((character) => HALF_WIDTH.test(character)).length;
  if (marks > marked || letters === 1 || /[A-Za-z]/.test(word)) {
    return 0.1;
  }
  return marks > 0 || word.includes('ｰ') ? 1 : 0.6;
}

/** The characters of a set of two bytes, the first of them between two bounds. */
function rowsOf(encoding: string, from: number, to: number): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const rows = new Set<string>();
  for (let lead = from; lead <= to; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const isOfSet = encoding === 'big5' ? trail <= 0x7e || trail >= 0xa1 : trail >= 0xa1;
      if (isOfSet) {
        rows.add(decoder.decode(Uint8Array.of(lead, trail)));
      }
    }
  }
  return rows;
}
