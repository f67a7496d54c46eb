import { proposeMerges } from '../../../src/bills/sums/merge';
import { companyNames, type WrittenName } from './company-names';

const LEAST_RIGHT = 0.9;
const NAMES = 1_320;

interface Measured {
  readonly right: number;
  readonly proposed: number;
  readonly wrong: readonly string[];
}

function measured(names: readonly WrittenName[], known: readonly string[]): Measured {
  const companyOf = new Map(names.map(({ name, company }) => [name, company]));
  const asked = names.map(({ name }) => name).filter((name) => !known.includes(name));
  const proposals = proposeMerges(asked, known, []);
  const wrong = proposals.filter(({ name, client }) => companyOf.get(name) !== companyOf.get(client));
  return {
    proposed: proposals.length,
    right: proposals.length - wrong.length,
    wrong: wrong.map(({ name, client, reason }) => `${name} > ${client}: ${reason}`),
  };
}

describe.each([
  // Half of the names are other ways to write one that is there as well; then one in thirty, as in a register.
  { companies: 660, found: 500, seed: 1 },
  { companies: 660, found: 500, seed: 2 },
  { companies: 1_276, found: 33, seed: 3 },
  { companies: 1_276, found: 33, seed: 4 },
])('of 1,320 names of $companies companies (list $seed)', ({ companies, found, seed }) => {
  const names = companyNames(NAMES, companies, seed);

  it.each([
    ['where the clients are on record', [...new Set(names.map(({ company }) => company))]],
    ['within a first bill', []],
  ])('nine of ten proposals are right %s', (_, known) => {
    const { right, proposed, wrong } = measured(names, known);
    expect({ wrong: right / proposed >= LEAST_RIGHT ? [] : wrong }).toEqual({ wrong: [] });
    expect(right).toBeGreaterThanOrEqual(found);
  });
});
