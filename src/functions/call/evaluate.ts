import type { Book } from '../../domain/ledger/book';
import { messages } from '../../domain/messages/messages';
import { Problem } from '../../domain/messages/problem';
import type { CellValue } from '../../domain/ledger/table';
import { commonShape, elementAt, isOne, shapeOf, type Shape } from './broadcast';
import { CellError, plainMatrix, type CellInput, type Matrix } from './cell-input';
import type { CellOutput } from './cell-output';
import type { Declaration, Parameters, Table, Values } from './declaration';
import { MissingArgument, type Parameter } from './parameters';

/**
 * Calls a function for every element of its arguments.
 *
 * What stands in the way of one element (an error passed in, a Problem) becomes that element; what stands in the way
 * of all (ranges that do not fit together) becomes the only cell.
 *
 * @param rawArguments as the host gives them: fewer than the function has parameters if an older version of its
 *   metadata is in use, more if the host adds its own
 */
export function evaluate<P extends Parameters, Figure>(
  declaration: Declaration<string, P, Figure>,
  rawArguments: readonly unknown[],
  book: Book,
): CellOutput[][] {
  const inputs = readInputs(declaration, rawArguments);
  const elements = inputs.filter(({ parameter }) => parameter.takes === 'element').map(({ matrix }) => matrix);
  let shape;
  try {
    shape = commonShape(declaration.name, elements);
  } catch (problem) {
    return [[asOutput(problem)]];
  }
  if (isOne(shape)) {
    const answer = evaluateAt(declaration, inputs, 0, 0, book);
    return isTable(answer) ? answer.map((line) => [...line]) : [[answer]];
  }
  const rows: CellOutput[][] = [];
  for (let row = 0; row < shape.rows; row += 1) {
    const line: CellOutput[] = [];
    for (let column = 0; column < shape.columns; column += 1) {
      line.push(oneCell(declaration.name, evaluateAt(declaration, inputs, row, column, book), shape));
    }
    rows.push(line);
  }
  return rows;
}

function isTable(answer: CellOutput | Table): answer is Table {
  return Array.isArray(answer);
}

/** A table cannot stand in one cell of a spill. */
function oneCell(functionName: string, answer: CellOutput | Table, shape: Shape): CellOutput {
  return isTable(answer)
    ? new Problem('#VALUE!', messages.givesTable(functionName, shape.rows, shape.columns))
    : answer;
}

/** An argument beside the parameter it is for. */
export interface Input {
  readonly name: string;
  readonly parameter: Parameter<unknown>;
  readonly matrix: Matrix;
}

/** The arguments made plain, each with its parameter; one that is not given is a blank. */
export function readInputs<P extends Parameters, Figure>(
  declaration: Declaration<string, P, Figure>,
  rawArguments: readonly unknown[],
): Input[] {
  return Object.entries(declaration.parameters).map(([name, parameter], index) => ({
    name,
    parameter,
    matrix: plainMatrix(isInvocation(rawArguments[index]) ? null : rawArguments[index]),
  }));
}

/**
 * Whether an argument is what the runtime puts behind the last one, on every call: who calls, and from where. If older
 * metadata knows fewer parameters, it stands in the place of the next.
 */
function isInvocation(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'functionName' in argument;
}

/**
 * What the function is given for the result's cell at `row` and `column`.
 * @throws Problem, MissingArgument, or the error that stands in an argument's cell
 */
export function valuesAt<P extends Parameters>(inputs: readonly Input[], row: number, column: number): Values<P> {
  const values: Record<string, unknown> = {};
  for (const { name, parameter, matrix } of inputs) {
    values[name] =
      parameter.takes === 'whole' ? parameter.read(matrix) : parameter.read(plain(elementAt(matrix, row, column)));
  }
  return values as Values<P>;
}

function evaluateAt<P extends Parameters, Figure>(
  declaration: Declaration<string, P, Figure>,
  inputs: readonly Input[],
  row: number,
  column: number,
  book: Book,
): CellOutput | Table {
  try {
    return declaration.show(declaration.figure(book, valuesAt(inputs, row, column)));
  } catch (thrown) {
    if (!(thrown instanceof MissingArgument)) {
      return asOutput(thrown);
    }
    // A gap in a list that a formula was filled over stays a gap.
    const gap = inputs.some(
      ({ name, parameter, matrix }) =>
        name === thrown.parameter && parameter.takes === 'element' && !isOne(shapeOf(matrix)),
    );
    return gap ? '' : new Problem('#VALUE!', messages.needs(declaration.name, thrown.what));
  }
}

/** @throws the error that stands in the cell, to be passed on */
function plain(cell: CellInput): CellValue {
  if (cell instanceof CellError) {
    throw cell;
  }
  return cell;
}

/** A Problem or an error passed in is an answer; anything else is a mistake of ours, and says so. */
function asOutput(thrown: unknown): CellOutput {
  if (thrown instanceof Problem || thrown instanceof CellError) {
    return thrown;
  }
  return new Problem('#VALUE!', messages.unexpected(thrown instanceof Error ? thrown.message : String(thrown)));
}
