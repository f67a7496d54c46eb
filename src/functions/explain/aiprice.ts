import { formatDay } from '../../domain/calendar/day-text';
import type { PriceFigure } from '../../domain/figures/price';
import { groupThousands } from '../../domain/money/money';
import { explainedConversion, NO_BASIS, numberText, type Basis } from './basis';

export function explainPrice({ listed, price, per, exchange }: PriceFigure): Basis {
  const stated = `${numberText(listed.price)} ${listed.currency} for ${groupThousands(listed.per.toFixed())} ${listed.unit.written}`;
  const rate = exchange?.rate ?? null;
  const shown = `${numberText(price.amount)} ${price.currency}`;
  return {
    ...NO_BASIS,
    rows: [
      {
        table: 'AIPrices',
        row: listed.row,
        month: listed.from === null ? '' : formatDay(listed.from),
        client: listed.provider,
        service: `${listed.model}, ${listed.kind}`,
        amount: stated,
        basis: 'list price',
        source: listed.source,
        note: listed.note,
        counted: true,
        reason: '',
      },
    ],
    conversions:
      exchange === null || rate === null ? [] : [explainedConversion(exchange.amount, rate, exchange.converted)],
    steps: [...(rate === null ? [stated] : [`${stated} = ${shown} per ${per}`, `${shown} x ${numberText(rate.rate)}`])],
    remarks: [
      listed.from === null
        ? 'The price is on record without a beginning.'
        : `The price holds from ${formatDay(listed.from)} on.`,
    ],
  };
}
