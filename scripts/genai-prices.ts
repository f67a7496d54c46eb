/** One model's prices from a day on, as they ship: decimal text by kind. */
export type ShippedPrices = readonly [
  model: string,
  from: string | null,
  prices: Readonly<Record<string, string>>,
  note: string,
];

/** A provider's models. */
export interface ShippedProvider {
  readonly provider: string;
  readonly models: readonly ShippedPrices[];
}

/** The fields of genai-prices' price lists, and what each is called in AIPrices. */
const KINDS: Readonly<Record<string, string>> = {
  input_mtok: 'input',
  output_mtok: 'output',
  cache_read_mtok: 'cache read',
  cache_write_mtok: 'cache write',
  cache_write_1h_mtok: 'cache write 1h',
  input_audio_mtok: 'input audio',
  output_audio_mtok: 'output audio',
  cache_audio_read_mtok: 'cache read audio',
  input_image_mtok: 'input image',
  output_image_mtok: 'output image',
  cache_image_read_mtok: 'cache read image',
  input_video_mtok: 'input video',
  output_video_mtok: 'output video',
  output_reasoning_mtok: 'output reasoning',
  output_citation_mtok: 'output citation',
  web_searches_kcount: 'web search',
  requests_kcount: 'request',
};

interface Stretch {
  readonly constraint?: { readonly start_date?: string; readonly start_time?: string; readonly end_time?: string };
  readonly prices: Readonly<Record<string, number | { readonly base: number }>>;
}

interface Listed {
  readonly id: string;
  readonly models: readonly { readonly id: string; readonly prices: Stretch['prices'] | readonly Stretch[] }[];
}

/**
 * What genai-prices' data file says, provider by provider. Of a price by the size of the request the base price is kept, with a note;
 * prices by time of day are kept both, each with its hours, so that nothing takes one for the other.
 *
 * @throws Error for a field that is not known: a new kind of price needs a name in AIPrices
 */
export function shippedPrices(file: unknown): ShippedProvider[] {
  return (file as readonly Listed[]).map(({ id, models }) => ({
    provider: id,
    models: models.flatMap((model) => {
      const stretches = isList(model.prices) ? model.prices : [{ prices: model.prices }];
      const isTimed = stretches.some(({ constraint }) => constraint?.start_time !== undefined);
      return stretches.map((stretch) => priced(model.id, stretch, isTimed));
    }),
  }));
}

function isList(prices: Stretch['prices'] | readonly Stretch[]): prices is readonly Stretch[] {
  return Array.isArray(prices);
}

function priced(model: string, { constraint, prices }: Stretch, isTimed: boolean): ShippedPrices {
  const entries = Object.entries(prices).map(([field, price]): [string, string] => {
    const kind = KINDS[field];
    if (kind === undefined) {
      throw new Error(`${model} has a price "${field}", which has no name in AIPrices yet.`);
    }
    return [kind, String(typeof price === 'number' ? price : price.base)];
  });
  const hasTiers = Object.values(prices).some((price) => typeof price !== 'number');
  const notes = [hasTiers ? 'base price, large requests cost more' : '', isTimed ? hours(constraint) : ''];
  return [model, constraint?.start_date ?? null, Object.fromEntries(entries), notes.filter(Boolean).join('; ')];
}

/** `from 00:30 to 16:30 UTC`. */
function hours(constraint: Stretch['constraint']): string {
  const { start_time: start, end_time: end } = constraint ?? {};
  return start === undefined || end === undefined
    ? 'at other times of the day'
    : `from ${start.slice(0, 5)} to ${end.slice(0, 5)} UTC`;
}
