/**
 * The README's table of functions, as Markdown, its columns padded as Prettier does it.
 *
 * @param {import('./function-docs').FunctionDocs[]} functions
 */
function functionTable(functions) {
  const rows = [['Function', 'What it gives', 'For example'], ...functions.map(row)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [header, ...body] = rows.map(line);
  return [header, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

function row({ id, summary, examples }) {
  const [formula] = /^=.*?\)(?= |$)/.exec(examples[0] ?? '') ?? [''];
  return [`[${id}](docs/functions.md#${id.toLowerCase()})`, summary, `\`${formula}\``];
}

module.exports = { functionTable };
