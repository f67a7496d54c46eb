/**
 * The functions' chapter of the help page, as HTML.
 *
 * @param {import('./function-docs').FunctionDocs[]} functions
 */
function functionHelp(functions) {
  return functions.map(section).join('\n');
}

function section({ id, summary, parameters, returns, remarks, examples }) {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ');
  return [
    `<h3 id="${id.toLowerCase()}"><code>${id}(${escape(names)})</code></h3>`,
    `<p>${rich(summary)} ${rich(returns)}</p>`,
    '<dl>',
    ...parameters.map(({ name, text }) => `<dt><code>${escape(name)}</code></dt><dd>${rich(text)}</dd>`),
    '</dl>',
    ...remarks.map((paragraph) => `<p>${rich(paragraph)}</p>`),
    ...(examples.length > 0 ? ['<ul>', ...examples.map((example) => `<li>${exampleHtml(example)}</li>`), '</ul>'] : []),
  ].join('\n');
}

/** An example is a formula, a blank, and what it gives in words. */
function exampleHtml(example) {
  const [, formula, words] = /^(=.*?\))(?= |$)(.*)$/.exec(example) ?? [undefined, example, ''];
  return `<code>${escape(formula)}</code>${rich(words)}`;
}

function rich(text) {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

module.exports = { functionHelp };
