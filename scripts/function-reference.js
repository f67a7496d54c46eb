/**
 * The functions' chapter of docs/functions.md, as Markdown.
 *
 * @param {import('./function-docs').FunctionDocs[]} functions
 */
function functionReference(functions) {
  return functions.map(section).join('\n\n');
}

function section({ id, summary, parameters, returns, remarks, examples }) {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ');
  return [
    `### ${id}`,
    '',
    '```',
    `=${id}(${names})`,
    '```',
    '',
    `${summary} ${returns}`,
    '',
    ...parameters.map(({ name, text }) => `- \`${name}\`: ${text}`),
    '',
    ...remarks.flatMap((paragraph) => [paragraph, '']),
    '```',
    ...examples,
    '```',
  ].join('\n');
}

module.exports = { functionReference };
