/**
 * The article that the shipped clients and returns come from: "Tech Giants Pay Millions: TikTok's $20M Monthly Microsoft AI Bill
 * Revealed", Monday, 18 November 2024.
 */
export const article = {
  /** As the Source columns give it. */
  source: 'Tech Giants Pay Millions, 18 Nov 2024',
  /** The month in which it appeared; it speaks of spending in the present tense. */
  month: '2024-11',
  year: 2024,
} as const;
