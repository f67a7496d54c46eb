/** A call as it would be typed, taken apart: `=AISPEND({"A";"B"},"year")` gives the name and the arguments as the host passes them. */
export interface FormulaCall {
  readonly name: string;
  readonly args: unknown[];
}

/** Reads a call of literals: text, numbers, TRUE and FALSE, errors, arrays in braces, and omitted arguments. */
export function parseCall(formula: string): FormulaCall {
  const match = /^=([A-Z]+)\((.*)\)$/s.exec(formula.trim());
  if (!match) {
    throw new Error(`Not a call: ${formula}`);
  }
  const [, name = '', inside = ''] = match;
  const args = inside.trim() === '' ? [] : split(inside, ',').map(parseArgument);
  return { name, args };
}

function parseArgument(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') {
    return null;
  }
  if (!trimmed.startsWith('{')) {
    return [[parseLiteral(trimmed)]];
  }
  return split(trimmed.slice(1, -1), ';').map((row) => split(row, ',').map((cell) => parseLiteral(cell.trim())));
}

function parseLiteral(text: string): unknown {
  if (text === '') {
    return null;
  }
  if (text.startsWith('"')) {
    return text.slice(1, -1).replace(/""/g, '"');
  }
  if (text === 'TRUE' || text === 'FALSE') {
    return text === 'TRUE';
  }
  if (text.startsWith('#')) {
    return { type: 'Error', basicValue: text };
  }
  const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (Number.isNaN(number)) {
    throw new Error(`Not a literal: ${text}`);
  }
  return number;
}

/** Splits at a separator that stands neither in quotes nor in braces. */
function split(text: string, separator: string): string[] {
  const parts = [''];
  let quoted = false;
  let depth = 0;
  for (const character of text) {
    if (character === '"') {
      quoted = !quoted;
    }
    if (!quoted && character === '{') {
      depth += 1;
    }
    if (!quoted && character === '}') {
      depth -= 1;
    }
    if (!quoted && depth === 0 && character === separator) {
      parts.push('');
    } else {
      parts[parts.length - 1] += character;
    }
  }
  return parts;
}
