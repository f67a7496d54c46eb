import { readArgument, type Constant } from '../../../src/workbook/formulas/argument-syntax';
import type { Evaluate, RawArgument, Resolution } from '../../../src/workbook/cells/argument-values';

/** What the arguments of a call stand for if cells are held in memory: single cells only. */
export function resolveInMemory(
  texts: readonly string[],
  cells: Readonly<Record<string, unknown>>,
  sheet: string,
  evaluate: Evaluate,
): Resolution {
  const values: RawArgument[] = [];
  for (const [position, text] of texts.entries()) {
    const value = valueOf(text);
    if (value === 'unresolved' || value === 'busy') {
      return { kind: value, position };
    }
    values.push(value);
  }
  return { kind: 'values', values };

  function valueOf(text: string): RawArgument | 'unresolved' | 'busy' {
    const syntax = readArgument(text);
    switch (syntax.kind) {
      case 'omitted':
        return null;
      case 'constant':
        return [[plain(syntax.value)]];
      case 'array':
        return syntax.rows.map((row) => row.map(plain));
      case 'reference': {
        const value = cells[`${syntax.sheet ?? sheet}!${syntax.cells}`] ?? null;
        return value === '#BUSY!' ? 'busy' : [[value]];
      }
      case 'call': {
        const inner = syntax.call.arguments.map(({ text: argument }) => valueOf(argument));
        return inner.some((value) => typeof value === 'string')
          ? 'unresolved'
          : evaluate(syntax.call.functionName, inner as RawArgument[]);
      }
      default:
        return 'unresolved';
    }
  }
}

function plain(constant: Constant): unknown {
  return typeof constant === 'object' ? { type: 'Error', basicValue: constant.error } : constant;
}
