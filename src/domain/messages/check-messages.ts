import { quote } from './messages';

/** Why rows are not compared with list prices. */
export const checkMessages = {
  notTokens: (unit: string) =>
    unit === '' ? 'The quantity has no unit.' : `The quantity is in ${quote(unit)}, not in tokens.`,
  noDirection: () =>
    'The unit does not say which way the tokens go. Prices differ: write input tokens, output tokens, cache read tokens or cache write tokens.',
  billedAtNothing: () => 'They are billed at 0: free, or paid for in advance.',
  priceOfOther: (row: number, unit: string) => `AIPrices row ${row} has a price of ${unit}, not of tokens.`,
} as const;
