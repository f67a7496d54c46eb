import { nameText } from './cell-text';
import { monthNamed } from './month-names';

/**
 * What a name is, besides a name: `total` is one that only a row of totals has (`Grand total`, `合計`); `of-total` one that ends or
 * begins as such rows do (`Acme Total`, `Summe Kunde 7`), though a company may be called so; `none` one that names nobody: an error
 * value of a spreadsheet, a word for nothing (`n/a`), or a joker that stands for everyone.
 */
export type NameKind = 'name' | 'total' | 'of-total' | 'none';

const words = (text: string): string[] => text.split('|');

/** Words for a sum, in the languages that bills come in, as `keyOf` gives them. */
const SUMS = words(
  'total|totals|totales|totaux|totale|totali|totais|totaal|totalt|subtotal|subtotals|subtotales|sub total|sous total|subtotale|' +
    'subtotaal|delsumma|delsum|summe|summen|zwischensumme|gesamt|gesamtsumme|gesamtbetrag|gesamtergebnis|endsumme|endbetrag|' +
    'ergebnis|teilergebnis|rechnungssumme|sum|summary total|suma|sumy|razem|somma|soma|som|summa|sum total|i alt|yhteensa|valisumma|' +
    'overall|overall result|result|σ|celkem|mezisoucet|spolu|medzisucet|osszesen|vegosszeg|reszosszeg|ukupno|skupaj|vsota|kokku|vahesumma|is viso|viso|kopa|kopsumma|samtals|' +
    'toplam|ara toplam|genel toplam|jumlah|tong|tong cong|' +
    'итого|всего|итог|общий итог|промежуточный итог|сумма|разом|всього|підсумок|общо|всичко|укупно|σύνολο|συνολο|' +
    '合計|合计|総計|总计|總計|小計|小计|総合計|総額|总额|共计|합계|총계|소계|총합계|รวม|รวมทั้งสิ้น|รวมทั้งหมด|ยอดรวม|المجموع|الإجمالي|סהכ|कुल|कुल योग|योग',
);
const SUM_WORDS = new Set(SUMS);

/** What rows are called that carry a balance over. */
const BALANCES = new Set(
  words(
    'opening balance|closing balance|beginning balance|ending balance|starting balance|previous balance|balance forward|' +
      'balance brought forward|balance carried forward|brought forward|carried forward|saldovortrag|vortrag|ubertrag|anfangssaldo|' +
      'endsaldo|anfangsbestand|endbestand|alter saldo|neuer saldo|report a nouveau|solde initial|solde final|ancien solde|nouveau solde|' +
      'saldo inicial|saldo final|saldo anterior|saldo iniziale|saldo finale|beginsaldo|eindsaldo|ingaende saldo|utgaende saldo|' +
      'saldo poczatkowe|saldo koncowe|входящий остаток|исходящий остаток|остаток на начало|остаток на конец|前期繰越|次期繰越|繰越|期初余额|' +
      '期末余额|上期结余|이월|전월이월',
  ),
);

/** What rows are called, as a whole, that state something of all others without a word for a sum: all together, means. */
const STATED = new Set(
  words(
    'all clients|all customers|all accounts|all services|all vendors|all products|everything|alle|alle kunden|' +
      'alle dienste|insgesamt|tous les clients|tous les services|todos|todos los clientes|tutti|alle klanten|全部|全体|전체|' +
      'amount due|balance due|amount payable|total payable|rechnungsbetrag|zahlbetrag|zu zahlen|net a payer|montant du|total a pagar|' +
      'importe a pagar|totale da pagare|te betalen|att betala|do zaplaty|к оплате|k uhrade|fizetendo|' +
      'average|mean|median|durchschnitt|mittelwert|moyenne|promedio|media aritmetica|平均|평균|среднее',
  ),
);

/** Words that may stand beside a word for a sum without naming anyone: `Invoice total`, `Total amount (USD)`. */
const BESIDE = new Set(
  words(
    'grand|overall|general|general|generale|invoice|statement|account|page|running|net|gross|netto|brutto|amount|cost|costs|spend|' +
      'charges|charge|type|due|bill|billed|all|rows|of|the|in|for|month|period|current|montant|prix|importe|importo|complessivo|complessiva|algemeen|ogołem|operation|instance|availability|zone|platform|category|tag|resource|group|entity|legal|purchase|option|usd|eur|gbp|chf|jpy|cny|inr|cad|aud|nok|sek|dkk|pln|czk|service|linked|region|usage|' +
      'factura|facture|fattura|rechnung|der|die|de|la|del|general|geral|ht|ttc|hors|taxes|excl|incl|tax|vat|mwst|ust|zzgl|inkl|exkl',
  ),
);

/** What may stand behind the word for a balance: of which day or month it is. */
const AS_OF = new Set(
  words(
    'as|at|of|on|from|to|per|previous|prior|last|next|old|new|month|year|period|page|vom|zum|von|aus|am|vormonat|vorjahr|folgemonat|monat|jahr|seite|neu|alt|' +
      'au|du|mois|annee|precedent|precedente|page|al|del|de|mes|ano|periodo|na|za|dzien|op|per|от|на|за',
  ),
);

/** As a pivot table shows what is not told apart. */
const ALL_TOGETHER = /^\((?:all|alle|tous|toutes|tout|todos|todas|tutti|tutte|multiple items|mehrere elemente)\)$/i;

/** `B/F`, `Bal c/f`: brought and carried forward. */
const FORWARD = /^(?:bal(?:ance)?\.? )?[bc]\/(?:f|d|fwd)\.?$/i;

/** What is a part of the amount above it, and counted there: `davon USt`, `thereof API`. */
const THEREOF =
  /^(?:[-–•> ]*)(?:thereof|of which|davon|darunter|hiervon|dont|di cui|de los cuales|waarvan|heraf|varav|herav|w tym|z toho|в том числе|其中|うち|이 중)(?![\p{L}])/iu;

/** What spreadsheets write in place of a value that cannot be worked out, in whatever language: `#N/A`, `#BEZUG!`, `#¿NOMBRE?`. */
const ERROR_VALUE = /^#(?:[\p{Lu}\d_/¡¿]{1,30}\s?[!?]|N\/A|N\/D|NV|NB|GETTING_DATA|REF|NUL|ZAHL|WERT|BEZUG)$/iu;
const JOKERS = /^[*?]+$/;
/** What is written if there is no name, and what a spreadsheet shows where a column is too narrow. */
const NOTHING =
  /^(?:#{2,}|\\N|n\.? ?a\.|[-\u2010-\u2015\u2212]{1,3}|n\/a|\(blank\)|\((?:leer|vide|vac[ií]as?|en blanco|em branco|vuoto|leeg|puste|空白|пусто)\)|nan|nat|none|undefined|<na>|\(null\)|\[object object\])$/i;

/** Nearly every name is told by this alone to have no word for a sum in it. */
// eslint-disable-next-line no-control-regex -- ASCII begins with them
const PLAIN = /^[\x00-\x7f]*$/;
const PERHAPS_SUM =
  /tot|sum|som|gesamt|skupaj|kokku|viso|kop|samtals|vsota|vahe|medzi|betrag|ergebnis|raz|celkem|spolu|ukupno|toplam|jumlah|tong|i alt|balance|forward|saldo|solde|vortrag|bestand|nouveau|result|overall|report|due$|payable|zahlen|payer|pagar|betal|zaplat|uhrad|fizet|^(?:all|tous|todos|tutti)|everything|average|^me[ad]i?an?|durchschnitt|mittelwert|moyenne|promedio/i;

/** So many words the longest name of a balance has. */
const LONGEST_BALANCE = 3;

/** Longer than any name of a row of totals. */
const LONGEST = 100;

/** What a name is, whole words compared, case and punctuation ignored. */
export function nameKind(cell: string): NameKind {
  const text = nameText(cell);
  if (text === '' || text.length > LONGEST) {
    return 'name';
  }
  if (ERROR_VALUE.test(text) || JOKERS.test(text) || NOTHING.test(text)) {
    return 'none';
  }
  if (ALL_TOGETHER.test(text) || FORWARD.test(text) || THEREOF.test(text)) {
    return 'total';
  }
  if (PLAIN.test(text) && !PERHAPS_SUM.test(text)) {
    return 'name';
  }
  const parts = wordsOf(text);
  if (parts.length === 0 || parts.length > 12) {
    return 'name';
  }
  const whole = parts.join(' ');
  if (SUM_WORDS.has(whole) || STATED.has(whole) || isBalance(parts)) {
    return 'total';
  }
  const others = parts.filter((word) => !SUM_WORDS.has(word));
  if (others.length === parts.length) {
    return 'name';
  }
  if (others.every((word) => BESIDE.has(word) || /^\d+$/.test(word) || monthNamed(word) !== null)) {
    return 'total';
  }
  const isAtAnEnd = SUM_WORDS.has(parts[0] ?? '') || SUM_WORDS.has(parts[parts.length - 1] ?? '');
  return isAtAnEnd ? 'of-total' : 'name';
}

/** Whether a name says of which month something is, in words: `September total`. */
export function namesMonth(name: string): boolean {
  return name.length <= LONGEST && wordsOf(name).some((word) => monthNamed(word) !== null);
}

/** A word for a balance, alone or with its day, month or the like behind it: `Saldovortrag 01.11.2024`, `Opening balance as at 1 Nov`. */
function isBalance(parts: readonly string[]): boolean {
  for (let length = Math.min(parts.length, LONGEST_BALANCE); length > 0; length--) {
    if (BALANCES.has(parts.slice(0, length).join(' '))) {
      return parts
        .slice(length)
        .every((word) => /^\d+$/.test(word) || AS_OF.has(word) || BESIDE.has(word) || monthNamed(word) !== null);
    }
  }
  return false;
}

/** `InvoiceTotal:900001` is three words, `Sous-total` two. */
function wordsOf(text: string): string[] {
  return text
    .replaceAll('∑', 'Σ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'"’״]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}
