/** A name as a bill may write it, and the company that it means. */
export interface WrittenName {
  readonly name: string;
  readonly company: string;
}

/** Different companies whose names are near each other, as registers have them. */
const NEIGHBOURS =
  `Bayer|Bauer|Baier|Merck|Merkle|Continental|Continentale|Allianz|Alliance|Lindner|Lindener|Deutsche Bank|Deutsche Bahn|Deutsche Börse
Deutsche Telekom|Commerzbank|Commerzbau|Siemens|Siemen|Vodafone|Sodexo|Nordbank|Nordbahn|Hamburger Sparkasse|Homburger Sparkasse
American Airlines|American Express|American Electric|General Motors|General Mills|General Electric|United Airlines|United Parcel
First National Bank|First Regional Bank|Mitsubishi Motors|Mitsubishi Materials|Sumitomo Chemical|Sumitomo Electric|Toyota Motor|Toyota Tsusho
Meta|Meta Financial Group|Metro|Delta|Delta Dental|Alpha Systems|Alfa Systems|Apex Technologies|Axon Technologies|Arup Technologies|Group 42|Group 24
Eastern Software|Western Software|Northern Trust|Southern Trust|Capital One|Capital Group|Sanofi|Sanoma|Nestle|Nextle|Adobe|Adone|Intel|Intes`
    .split(/[|\n]/)
    .map((name) => name.trim());

const STARTS =
  'Al Bor Cal Dor Eg Fal Gor Hel Il Jun Kol Lam Mar Nor Or Pol Quin Ros Sal Tor Ul Ver Wes Xan Yor Zel'.split(' ');
const MIDDLES = 'a e i o u an en in on ar er or al el ol ita ora ino'.split(' ');
const ENDS = 'dex tec via ton mar nix lis rus gen bau med net vis log pax fin sol ter'.split(' ');
const TRADES =
  'Technologies|Software|Logistics|Pharmaceuticals|Engineering|Financial Services|Consulting|Energy|Insurance|Foods||||'.split(
    '|',
  );
const FORMS =
  'GmbH|AG|GmbH & Co. KG|Ltd.|Limited|Inc.|, Inc.|LLC|S.A.|S.r.l.|B.V.|N.V.|Oy|AB|A/S|Sp. z o.o.|s.r.o.|Pty Ltd|Pvt. Ltd.|Private Limited|S.A. de C.V.|Kft.|Sdn Bhd|plc|SE'.split(
    '|',
  );

/** So many names, of so many companies, with legal forms, other spellings and slips of typing; the same for the same seed. */
export function companyNames(count: number, ofCompanies: number, seed: number): WrittenName[] {
  const next = generator(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const companies = new Set(NEIGHBOURS);
  while (companies.size < ofCompanies) {
    const brand =
      pick(STARTS) + pick(MIDDLES) + (next() < 0.4 ? pick(['l', 'n', 'r', 's', 't']) + pick(MIDDLES) : '') + pick(ENDS);
    companies.add(`${brand} ${pick(TRADES)}`.trim());
  }
  const names = new Map([...companies].map((company) => [company, company]));
  const written = [...companies];
  while (names.size < count) {
    const company = pick(written);
    const name = pick([withForm, withForm, withForm, respelled, mistyped])(company, next, pick(FORMS));
    // A slip may happen to make another company's name, and then means that one.
    if (!names.has(name)) {
      names.set(name, company);
    }
  }
  return [...names].map(([name, company]) => ({ name, company }));
}

const withForm = (company: string, _: () => number, form: string): string =>
  form.startsWith(',') ? company + form : `${company} ${form}`;

function respelled(company: string, next: () => number, form: string): string {
  const ways = [
    company.toUpperCase(),
    company.toLowerCase(),
    company.replaceAll(' ', '-'),
    company.replaceAll(' ', ''),
  ];
  return `${ways[Math.floor(next() * ways.length)] ?? company}${next() < 0.5 ? ` ${form}` : ''}`;
}

/** A letter left out, doubled or exchanged with the next, but for the first. */
function mistyped(company: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (company.length - 2));
  const [before, letter, after] = [company.slice(0, at), company.charAt(at), company.slice(at + 1)];
  const kind = next();
  return kind < 0.3
    ? before + after
    : kind < 0.6
      ? before + letter + letter + after
      : before + after.charAt(0) + letter + after.slice(1);
}

/** Numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
