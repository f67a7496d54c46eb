/**
 * January to December as bills name them: English, German, French, Spanish, Portuguese, Italian, Dutch, the Nordic languages,
 * Polish, Czech, Russian, Turkish and Indonesian, and below these Hungarian, Romanian, Greek, Ukrainian, Bulgarian, Serbian, Slovene,
 * Catalan, Malay, Arabic, Hindi, Bengali, Urdu, Hebrew and Thai, with the case that a date asks for; without points, accents and length.
 * Croatian stands apart below, for its listopad is October, and that of Poles and Czechs November.
 */
const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv jaenner enero ene janeiro gennaio gen januari januari styczen stycznia sty leden ledna январь января янв ocak oca tammikuu tammi' +
    ' januar ianuarie ian јануар януари ιανουαριος ιανουαριου ιαν січень січня січ gener يناير जनवरी জানুয়ারি জানুয়ারী جنوری ינואר มกราคม tammikuuta',
  'feb february februar fevrier fev fevr febr febrero fevereiro febbraio februari luty lutego lut unor unora февраль февраля фев февр subat sub pebruari helmikuu helmi' +
    ' febr februarie фебруар февруари φεβρουαριος φεβρουαριου φεβ лютий лютого лют febrer فبراير फरवरी फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী فروری פברואר กุมภาพันธ์ helmikuuta',
  'mar march marz maerz mrz mars marzo março marco maart mrt marts marzec marca brezen brezna март марта мар mart maret maaliskuu maalis' +
    ' marcius marc martie marec μαρτιος μαρτιου μαρ березень березня бер mac مارس मार्च মার্চ مارچ מרץ มีนาคม maaliskuuta',
  'apr april avril avr abril abr aprile kwiecien kwietnia kwi duben dubna апрель апреля апр nisan nis huhtikuu huhti' +
    ' aprilis aprilie απριλιος απριλιου απρ квітень квітня квіт أبريل ابريل अप्रैल এপ্রিল اپریل אפריל เมษายน huhtikuuta',
  'may mai mayo maio maggio mag mei maj maja kveten kvetna май мая mayis toukokuu touko' +
    ' majus μαιος μαιου μαι травень травня трав maig مايو मई মে مئی מאי พฤษภาคม toukokuuta',
  'jun june juni juin junio junho giugno giu czerwiec czerwca cze cerven cervna июнь июня июн haziran haz kesakuu kesa' +
    ' junius iunie iun junij јун юни ιουνιος ιουνιου ιουν червень червня черв juny يونيو जून জুন جون יוני มิถุนายน kesakuuta',
  'jul july juli juillet juil julio julho luglio lug lipiec lipca lip cervenec cervence июль июля июл temmuz tem heinakuu heina' +
    ' julius iulie iul julij јул юли ιουλιος ιουλιου ιουλ липень липня лип juliol julai يوليو जुलाई জুলাই جولائی יולי กรกฎาคม heinakuuta',
  'aug august aout agosto ago augustus augusti sierpien sierpnia sie srpen srpna август августа авг agustos agu agustus elokuu elo' +
    ' augusztus avgust αυγουστος αυγουστου αυγ серпень серпня серп agost ogos أغسطس اغسطس अगस्त আগস্ট اگست אוגוסט สิงหาคม elokuuta',
  'sep sept september septembre septiembre setiembre setembro settembre set wrzesien wrzesnia wrz zari сентябрь сентября сен сент eylul eyl syyskuu syys' +
    ' szeptember szept septembrie septembar септември σεπτεμβριος σεπτεμβριου σεπ σεπτ вересень вересня вер setembre سبتمبر सितंबर सितम्बर সেপ্টেম্বর ستمبر ספטמבר กันยายน syyskuuta',
  'oct october okt oktober octobre octubre outubro ottobre ott out pazdziernik pazdziernika paz rijen rijna октябрь октября окт ekim eki lokakuu loka' +
    ' octombrie oktobar октомври οκτωβριος οκτωβριου οκτ жовтень жовтня жовт أكتوبر اكتوبر अक्टूबर अक्तूबर অক্টোবর اکتوبر אוקטובר ตุลาคม lokakuuta',
  'nov november novembre noviembre novembro listopad listopada lis listopadu ноябрь ноября ноя нояб kasim kas nopember marraskuu marras' +
    ' noiembrie noi novembar ноември νοεμβριος νοεμβριου νοε листопад листопада лист نوفمبر नवंबर नवम्बर নভেম্বর نومبر נובמבר พฤศจิกายน marraskuuta',
  'dec december dez dezember decembre diciembre dic dezembro dicembre desember des grudzien grudnia gru prosinec prosince декабрь декабря дек aralik ara joulukuu joulu' +
    ' decembrie decembar декември δεκεμβριος δεκεμβριου δεκ грудень грудня груд disember ديسمبر दिसंबर दिसम्बर ডিসেম্বর دسمبر דצמבר ธันวาคม joulukuuta',
];

/** January to December in Croatian, and as a date has them. */
const CROATIAN: readonly string[] = [
  'sijecanj sijecnja sij',
  'veljaca veljace velj',
  'ozujak ozujka ozu',
  'travanj travnja tra',
  'svibanj svibnja svi',
  'lipanj lipnja lip',
  'srpanj srpnja srp',
  'kolovoz kolovoza kol',
  'rujan rujna ruj',
  'listopad listopada lis',
  'studeni studenog studenoga stu',
  'prosinac prosinca',
];

/** Short names of Czech, which Croatian has for the month before, or shares with it. */
const CZECH: readonly string[] = ['', '', '', '', '', '', '', 'srp', '', '', 'lis', ''];

/** Names that Poles and Czechs alone have: beside them a name that Croatian has too is one of theirs. */
const POLISH_AND_CZECH = new Set(
  (
    'styczen stycznia sty luty lutego lut kwiecien kwietnia kwi czerwiec czerwca cze lipiec lipca sierpien sierpnia sie wrzesien wrzesnia wrz ' +
    'pazdziernik pazdziernika paz grudzien grudnia gru leden ledna unor unora brezen brezna duben dubna kveten kvetna cerven cervna cervenec ' +
    'cervence srpen srpna zari rijen rijna prosinec prosince listopadu'
  ).split(' '),
);

const numbersOf = (names: readonly string[]): Map<string, number> =>
  new Map(names.flatMap((all, index) => all.split(' ').map((name) => [keyOf(name), index + 1] as const)));

const MONTH_NUMBERS = new Map([...numbersOf(CZECH), ...numbersOf(MONTH_NAMES)]);
const CROATIAN_NUMBERS = numbersOf(CROATIAN);
MONTH_NUMBERS.delete('');

/** The number of a month from its name: 1 to 12, or null if the word names no month. */
export function monthNamed(word: string): number | null {
  const key = keyOf(word);
  return MONTH_NUMBERS.get(key) ?? CROATIAN_NUMBERS.get(key) ?? null;
}

/** Whose names of months a file has, where they differ. */
export type MonthNames = 'croatian' | 'polish';

/**
 * What a name says where Croatian has another month by it than Polish and Czech (`listopad`), or whose name it is if only one of them has
 * it; null for any other.
 */
export function namesOf(word: string): { readonly croatian: number | null; readonly tells: MonthNames | null } | null {
  const key = keyOf(word);
  const croatian = CROATIAN_NUMBERS.get(key) ?? null;
  const other = MONTH_NUMBERS.get(key) ?? null;
  if (croatian === null) {
    return POLISH_AND_CZECH.has(key) ? { croatian: null, tells: 'polish' } : null;
  }
  return other === null ? { croatian: null, tells: 'croatian' } : croatian === other ? null : { croatian, tells: null };
}

/** The Turkish i without its point is another letter to Unicode, and the same to whoever types it. */
function keyOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
}
