import { parseMonth, serialOf } from '../../domain/calendar/month';
import type { ReferenceTable } from '../../domain/ledger/rows-to-load';
import { rowOf } from '../../domain/ledger/table';
import { TABLES } from '../../domain/ledger/tables';
import { listPrices, pricesAsOf } from './list-prices';

/** What the Source column of each shipped price says; by it a load tells them from the user's own. */
const PRICE_SOURCE = 'genai-prices (Pydantic, MIT licence)';

/** What stands in a price list beside tokens, and for how many. */
const OTHER_UNITS: Readonly<Record<string, { readonly per: number; readonly unit: string }>> = {
  'web search': { per: 1000, unit: 'searches' },
  request: { per: 1000, unit: 'requests' },
};
const TOKENS = { per: 1_000_000, unit: 'tokens' };

/** The list prices as rows of AIPrices: base prices, for requests of a certain size (tiers) are priced by no function. */
export function modelPrices(): ReferenceTable {
  return {
    name: 'AIPrices',
    rows: listPrices.flatMap(({ provider, models }) =>
      models.flatMap(([model, from, prices, note]) =>
        Object.entries(prices).map(([kind, price]) => {
          const { per, unit } = OTHER_UNITS[kind] ?? TOKENS;
          return rowOf(TABLES.AIPrices, {
            Provider: provider,
            Model: model,
            Kind: kind,
            From: from === null ? null : dayOf(from),
            Price: Number(price),
            Per: per,
            Unit: unit,
            Currency: 'USD',
            Source: PRICE_SOURCE,
            Note: [note, `as of ${pricesAsOf}`].filter((part) => part !== '').join('; '),
          });
        }),
      ),
    ),
  };
}

/** A day as a cell holds it. */
function dayOf(text: string): number {
  const month = parseMonth(text);
  if (month === null) {
    throw new Error(`The list prices have "${text}" for a date`);
  }
  return serialOf(month) + Number(text.slice(8)) - 1;
}
