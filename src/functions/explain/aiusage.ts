import { explainGroup } from '../../domain/figures/sources';
import type { UsageFigure } from '../../domain/figures/usage';
import type { ClientRow } from '../../domain/ledger/client-rows';
import { formatAmount } from '../../domain/money/money';
import { conversionsOf, explainedRow, numberText, recordedIn, type Basis, type ExplainedRow } from './basis';
import { marksInWords } from './marks-in-words';

export function explainUsage(figure: UsageFigure): Basis {
  const { period, months, spends, marks, without, measure } = figure;
  return {
    period,
    rows: usedRows(figure),
    recorded: recordedIn(period, months),
    conversions: conversionsOf(spends),
    steps: usageSteps(figure),
    remarks: [
      ...marksInWords(marks),
      ...(measure === 'unitcost' && without.length > 0
        ? [
            `Not in the cost of a unit, because without a quantity of this unit: ${without.length} ${without.length === 1 ? 'row' : 'rows'} of the spend.`,
          ]
        : []),
    ],
  };
}

/** The rows of the months; those count whose quantity is in the figure. */
function usedRows({ months, rows }: UsageFigure): ExplainedRow[] {
  const used = new Set<ClientRow>(rows);
  return months
    .flatMap(({ groups }) => groups)
    .flatMap((group) => explainGroup(group))
    .map(({ row, reason }) => {
      const { quantity, unit, model } = row.more;
      const told =
        quantity === null ? '' : `${quantity.toLocaleString('en-US', { maximumFractionDigits: 10 })} ${unit}`;
      const explained = explainedRow({ row, counted: used.has(row), reason: '' });
      return {
        ...explained,
        service: [row.service, model].filter((text) => text !== '').join(', '),
        amount: [told, explained.amount].filter((text) => text !== '').join(' for '),
        reason: used.has(row) ? '' : reason || 'no quantity of this unit',
      };
    });
}

function usageSteps({ measure, unit, quantity, spend, unitCost, period, rows }: UsageFigure): string[] {
  const amount = `${numberText(quantity)} ${unit.written}`;
  if (measure === 'quantity' || spend === null || unitCost === null) {
    const times = period.times === 1 ? '' : `, times ${period.times}`;
    return [
      `the quantities of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, in ${unit.written || 'no unit'}${times}`,
    ];
  }
  return [`${formatAmount(spend)} / ${amount}`];
}
