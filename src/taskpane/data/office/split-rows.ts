import type { SharedPart, SharedRow, SplitKey } from '../../../domain/figures/shared-cost';
import type { RawTable } from '../../../domain/ledger/table';
import { Problem } from '../../../domain/messages/problem';
import { sharedCostMessages } from '../../../domain/messages/shared-cost-messages';
import { Decimal } from '../../../domain/money/decimal';
import { groupThousands } from '../../../domain/money/money';
import { LoadRefused } from '../../../workbook/plans/load-refused';
import type { FormulaStyle } from '../../../workbook/formulas/formula-style';
import { plainNumber } from '../../../workbook/formulas/typed-number';
import { planSharedCost } from '../../../workbook/plans/shared-plan';
import type { SplitDraft, SplitFound, SplitLine, SplitPreview } from '../../contract/split-services';

/** The parts that a draft comes to, typed in a style of numbers, or what it still lacks. */
export function previewSplit(
  draft: SplitDraft,
  clients: RawTable | null,
  rates: RawTable | null,
  style: FormulaStyle,
): SplitPreview {
  try {
    const { rows } = planSharedCost(clients, rates, splitKey(draft, style));
    return rows.length === 0 ? { kind: 'open', message: sharedCostMessages.noSharedRow() } : splitPreview(rows);
  } catch (problem) {
    if (problem instanceof Problem || problem instanceof LoadRefused) {
      return { kind: 'open', message: problem.message };
    }
    throw problem;
  }
}

/** @throws Problem for parts that cannot be read */
export function splitKey({ kind, vendors, parts }: SplitDraft, style: FormulaStyle): SplitKey {
  return kind === 'fixed' ? { kind, parts: fixedParts(parts, style) } : { kind, vendors };
}

/** A comma ends a part where a number stands before it: `Acme, Inc. 60, Beta 40` has two. */
function fixedParts(text: string, style: FormulaStyle): { client: string; part: Decimal }[] {
  const pieces = text.split(/[;\n]|(?<=[\d%])\s*,\s+/).map((piece) => piece.trim());
  return pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      const number = /[\s:=](-?[\d.,]*\d) ?%?$/.exec(piece);
      const part = plainNumber(number?.[1] ?? '', style);
      const client = piece.slice(0, number?.index).replace(/[:=]$/, '').trim();
      if (part === null || client === '') {
        throw new Problem('#VALUE!', sharedCostMessages.notAPart(piece));
      }
      return { client, part: new Decimal(part) };
    });
}

/** Shared rows as the pane tells of them. */
export function splitPreview(rows: readonly SharedRow[]): SplitFound {
  const whole = rows.filter(({ parts }) => parts.length === 0);
  const divided = rows.filter(({ parts }) => parts.length > 0);
  return {
    kind: 'ready',
    split: divided.map((row) => lineOf(row, row.parts.map(partText).join(', '))),
    stays: whole.map((row) => lineOf(row, row.reason)),
    parts: divided.reduce((sum, { parts }) => sum + parts.length, 0),
  };
}

function lineOf({ row, said, vendor }: SharedRow, outcome: string): SplitLine {
  const shared = [said, vendor === '' ? '' : `with ${vendor}`].filter((part) => part !== '').join(' ');
  return { row, shared, outcome };
}

function partText({ client, amount }: SharedPart): string {
  return `${client} ${groupThousands(amount.toFixed(Math.max(2, amount.decimalPlaces())))}`;
}
