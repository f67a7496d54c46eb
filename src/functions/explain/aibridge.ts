import { effectsInOrder, type Bridge, type ComparedPart } from '../../domain/figures/bridge';
import type { KnownPeriod } from '../../domain/figures/period-pair';
import { divide } from '../../domain/money/decimal';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, numberText, rowsOf, type Basis } from './basis';
import { marksInWords } from './marks-in-words';

/** Parts that are told before the rest is only counted. */
const TOLD = 12;

export function explainBridge(found: Bridge): Basis {
  const { first, second, currency, compared } = found;
  const spends = [...first.spends, ...second.spends];
  const parts = compared.flatMap(({ kind, parts: ofKind }) => ofKind.map((part) => partStep(part, kind, currency)));
  const effects = effectsInOrder(found)
    .filter(([, amount]) => !amount.isZero())
    .map(([effect, amount]) => `${effect} ${formatAmount({ amount, currency })}`);
  return {
    rows: rowsOf(spends),
    recorded: { onRecord: spends.length, asked: first.period.months + second.period.months },
    conversions: conversionsOf(spends),
    steps: [
      ...parts.slice(0, TOLD),
      ...(parts.length > TOLD ? [`and ${parts.length - TOLD} more`] : []),
      `${[`${first.period.label} ${formatAmount(first.total)}`, ...effects].join(' + ')} = ${second.period.label} ${formatAmount(second.total)}`,
    ],
    remarks: [...remarksOf(first), ...remarksOf(second)],
  };
}

/** `o3: 100,000,000 token at 0.000005 USD, then 120,000,000 at 0.000004 USD`: both at the first period's rates. */
function partStep({ name, quantities, values }: ComparedPart, kind: string, currency: string): string {
  const [first, second] = quantities;
  const [before, after] = [divide(values[0], first), divide(values[1], second)].map(numberText);
  return `${name}: ${numberText(first)} ${kind} at ${before} ${currency}, then ${numberText(second)} at ${after} ${currency}`;
}

function remarksOf({ period, marks }: KnownPeriod): string[] {
  return marksInWords(marks).map((remark) => `${period.label}: ${remark}`);
}
