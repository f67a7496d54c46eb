import { readCredits } from '../../../src/bills/values/credit-list';

const scaled = (cell: string | number) => readCredits(cell)?.map(({ unscaled, point }) => [Number(unscaled), point]);

describe('the credits in a cell', () => {
  it('are one amount, or none where it is blank or an empty list', () => {
    expect(scaled('-5.50')).toEqual([[-550, 2]]);
    expect(scaled('')).toEqual([]);
    expect(scaled('[]')).toEqual([]);
  });

  it('are the amounts of a list, as they are written, whatever its spaces', () => {
    expect(scaled('[{"name":"Promotion","amount":-4.01},{"amount" : "-0.10", "name":"Other"}]')).toEqual([
      [-401, 2],
      [-10, 2],
    ]);
  });

  it('are not taken from a name that looks like an amount', () => {
    expect(scaled(String.raw`[{"name":"x\",\"amount\":7,\"y","amount":-4}]`)).toEqual([[-4, 0]]);
  });

  it('are none that can be read where an entry has no amount, or the list is damaged', () => {
    expect(readCredits('[{"name":"Promotion"}]')).toBeNull();
    expect(readCredits('[{"amount":-4}')).toBeNull();
    expect(readCredits('free')).toBeNull();
  });
});
