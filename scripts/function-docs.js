const fs = require('node:fs');
const ts = require('typescript');

/**
 * What the comment on a custom function says.
 *
 * @typedef {object} FunctionDocs
 * @property {string} id as typed in a cell
 * @property {string} summary one sentence
 * @property {{ name: string, optional: boolean, text: string }[]} parameters in order
 * @property {string} returns
 * @property {string[]} remarks paragraphs
 * @property {string[]} examples
 */

/**
 * Reads the comments from which functions.json is made, with what that file has no room for: remarks and examples.
 *
 * @param {string[]} files
 * @returns {FunctionDocs[]}
 */
function readFunctionDocs(files) {
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    return source.statements.filter(isCustomFunction).map(docsOf);
  });
}

function isCustomFunction(statement) {
  return ts.isFunctionDeclaration(statement) && tags(statement, 'customfunction').length > 0;
}

function docsOf(declaration) {
  const [id] = tags(declaration, 'customfunction')[0].split(/\s+/);
  const comment = declaration.jsDoc.at(-1).comment;
  return {
    id,
    summary: ts.getTextOfJSDocComment(comment),
    parameters: declaration.parameters.map((parameter) => ({
      name: parameter.name.text,
      optional: parameter.questionToken !== undefined,
      text: joinLines(ts.getTextOfJSDocComment(ts.getJSDocParameterTags(parameter)[0]?.comment) ?? ''),
    })),
    returns: joinLines(tags(declaration, 'returns').join(' ')),
    remarks: tags(declaration, 'remarks').flatMap((text) => text.split(/\n\s*\n/).map(joinLines)),
    examples: tags(declaration, 'example').map(joinLines),
  };
}

function tags(declaration, name) {
  return ts
    .getJSDocTags(declaration)
    .filter((tag) => tag.tagName.text === name)
    .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '');
}

function joinLines(text) {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

module.exports = { readFunctionDocs };
