/**
 * January to December as bills name them: English, German, French, Spanish, Portuguese, Italian, Dutch, the Nordic languages,
 * Polish, Czech, Russian, Turkish and Indonesian, with the case that a date asks for; without points, accents and length.
 */
const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv jaenner enero ene janeiro gennaio gen januari januari styczen stycznia sty leden ledna январь января янв ocak oca tammikuu tammi',
  'feb february februar fevrier fev fevr febr febrero fevereiro febbraio februari luty lutego lut unor unora февраль февраля фев февр subat sub pebruari helmikuu helmi',
  'mar march marz maerz mrz mars marzo março marco maart mrt marts marzec marca brezen brezna март марта мар mart maret maaliskuu maalis',
  'apr april avril avr abril abr aprile kwiecien kwietnia kwi duben dubna апрель апреля апр nisan nis huhtikuu huhti',
  'may mai mayo maio maggio mag mei maj maja kveten kvetna май мая mayis toukokuu touko',
  'jun june juni juin junio junho giugno giu czerwiec czerwca cze cerven cervna июнь июня июн haziran haz kesakuu kesa',
  'jul july juli juillet juil julio julho luglio lug lipiec lipca lip cervenec cervence июль июля июл temmuz tem heinakuu heina',
  'aug august aout agosto ago augustus augusti sierpien sierpnia sie srpen srpna август августа авг agustos agu agustus elokuu elo',
  'sep sept september septembre septiembre setiembre setembro settembre set wrzesien wrzesnia wrz zari сентябрь сентября сен сент eylul eyl syyskuu syys',
  'oct october okt oktober octobre octubre outubro ottobre ott out pazdziernik pazdziernika paz rijen rijna октябрь октября окт ekim eki lokakuu loka',
  'nov november novembre noviembre novembro listopad listopada lis listopadu ноябрь ноября ноя нояб kasim kas nopember marraskuu marras',
  'dec december dez dezember decembre diciembre dic dezembro dicembre desember des grudzien grudnia gru prosinec prosince декабрь декабря дек aralik ara joulukuu joulu',
];

const MONTH_NUMBERS = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split(' ').map((name) => [keyOf(name), index + 1] as const)),
);

/** The number of a month from its name: 1 to 12, or null where the word names no month. */
export function monthNamed(word: string): number | null {
  return MONTH_NUMBERS.get(keyOf(word)) ?? null;
}

/** The Turkish i without its point is another letter to Unicode, and the same to whoever types it. */
function keyOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase()
    .replaceAll('ı', 'i');
}
