import { nameKey } from '../../domain/ledger/name-key';

/** Endings that say which kind of company a name belongs to, without points; several may follow each other (`Holding Ltd`). */
const SUFFIXES = new Set(
  (
    'ltd limited inc incorporated corp corporation co company llc llp lp plc gmbh ag se kg kgaa mbh ug sa sas sarl srl spa sl ' +
    'bv nv ab as asa oy oyj aps pty pte pvt private kk holding holdings ' +
    'ohg gbr eg ulc pllc scs sca sasu eurl slu sau cv bvba sro spzoo oo zoo kft zrt nyrt doo ltda lda bhd sdn tbk jsc pjsc ' +
    '& und and z sp de'
  ).split(' '),
);
/** Words of their own, unless another such ending stood behind them: `Private Limited`, `GmbH & Co. KG`, `S.A. de C.V.`. */
const ONLY_AFTER_ANOTHER = new Set(['private', 'company', '&', 'und', 'and', 'z', 'sp', 'de']);
const AFFILIATES = /(?<![\s,])[\s,]+and(?:\/or)? its (?:affiliates|subsidiaries)\.?$/;
const EAST_ASIAN =
  /(?:股份有限公司|有限责任公司|有限公司|株式会社|合同会社|주식회사)$|^(?:株式会社|合同会社|주식회사)/u;

/**
 * A name without what says only which kind of company it is: `ByteDance Ltd.`, `Bytedance Ltd. and/or its affiliates` and
 * `bytedance` have one core. Case, width and spaces are ignored. Words that carry meaning stay:
 * `Meta Financial Group` is not `Meta`.
 */
export function nameCore(name: string): string {
  let core = nameKey(name).replace(AFFILIATES, '').replace(EAST_ASIAN, '').trim();
  let isStripped = false;
  for (;;) {
    const end = endOfWords(core, core.length);
    const start = startOfWord(core, end);
    const rest = endOfWords(core, start);
    const suffix = core.slice(start, end).replace(/[./]/g, '');
    if (end < core.length || rest === 0 || !SUFFIXES.has(suffix) || (ONLY_AFTER_ANOTHER.has(suffix) && !isStripped)) {
      return core.slice(0, end);
    }
    core = core.slice(0, rest);
    isStripped = true;
  }
}

/** One after the last letter or sign before `to` that is neither a comma nor a space. */
function endOfWords(text: string, to: number): number {
  let end = to;
  while (end > 0 && isBetweenWords(text.charAt(end - 1))) {
    end -= 1;
  }
  return end;
}

/** Where the word begins that ends before `to`. */
function startOfWord(text: string, to: number): number {
  let start = to;
  while (start > 0 && !isBetweenWords(text.charAt(start - 1))) {
    start -= 1;
  }
  return start;
}

function isBetweenWords(character: string): boolean {
  return character === ',' || character.trim() === '';
}
