import { Decimal } from '../domain/money/decimal';
import { messages } from '../domain/messages/messages';
import { Problem } from '../domain/messages/problem';
import type { Benefit, Investment } from '../domain/figures/return-on-investment';
import type { CellValue } from '../domain/ledger/table';
import { CellError, type CellInput, type Matrix } from './cell-input';
import { MissingArgument, type WholeParameter } from './parameters';

/** An amount, a range of costs by period, or a client's name. */
export const investment: WholeParameter<Investment> = {
  takes: 'whole',
  read: (matrix) => {
    const only = onlyCell(matrix);
    if (typeof only === 'string') {
      return { kind: 'client', client: only };
    }
    if (typeof only === 'boolean') {
      throw new Problem('#VALUE!', messages.badInvestment(only));
    }
    if (only === null || isEmpty(matrix)) {
      throw new MissingArgument('investment', 'an investment: an amount, a range of costs, or a client');
    }
    return { kind: 'flows', flows: flowsOf('cost', matrix) };
  },
};

/** An amount, a range of benefits by period, or a segment's name; left out: the segment for all. */
export const benefit: WholeParameter<Benefit> = {
  takes: 'whole',
  read: (matrix) => {
    const only = onlyCell(matrix);
    if (typeof only === 'string') {
      return { kind: 'segment', segment: only };
    }
    if (typeof only === 'boolean') {
      throw new Problem('#VALUE!', messages.badBenefit(only));
    }
    if (only === null) {
      return { kind: 'segment', segment: null };
    }
    return { kind: 'flows', flows: flowsOf('benefit', matrix) };
  },
};

/** The cell of a range of one; undefined for a larger range. */
function onlyCell(matrix: Matrix): CellValue | undefined {
  const [row, ...rows] = matrix;
  const only = rows.length === 0 && row?.length === 1 ? row[0] : undefined;
  if (only instanceof CellError) {
    throw only;
  }
  return only;
}

function isEmpty(matrix: Matrix): boolean {
  return matrix.every((row) => row.every((cell) => cell === null));
}

/** The amounts of one row or one column, period 0 first. A blank is 0: on some versions of Excel it arrives as 0. */
function flowsOf(what: 'cost' | 'benefit', matrix: Matrix): Decimal[] {
  const columns = matrix[0]?.length ?? 0;
  if (matrix.length > 1 && columns > 1) {
    throw new Problem('#VALUE!', messages.flowsNotALine(what, matrix.length, columns));
  }
  return matrix.flat().map((cell, index) => flowOf(what, cell, index));
}

function flowOf(what: string, cell: CellInput, period: number): Decimal {
  if (cell instanceof CellError) {
    throw cell;
  }
  if (cell === null) {
    return new Decimal(0);
  }
  if (typeof cell !== 'number') {
    throw new Problem('#VALUE!', messages.flowNotNumber(what, period, cell));
  }
  return new Decimal(cell);
}
