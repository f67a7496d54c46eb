const fs = require('node:fs');
const path = require('node:path');

const FAMILY_FOLDER = path.join(__dirname, '../src/functions/family');

/**
 * The files that declare our functions, one each, named as the function and in a fixed order, so that functions.json comes out
 * the same everywhere. What cannot import TypeScript goes by the folder; a test compares it with the list of the family.
 *
 * @returns {string[]}
 */
function functionFiles() {
  return fs
    .readdirSync(FAMILY_FOLDER)
    .filter((name) => name.endsWith('.ts') && name !== 'family.ts')
    .sort()
    .map((name) => path.join(FAMILY_FOLDER, name));
}

/**
 * The file of one function.
 *
 * @param {string} name
 */
function fileOfFunction(name) {
  return path.join(FAMILY_FOLDER, `${name.toLowerCase()}.ts`);
}

module.exports = { functionFiles, fileOfFunction };
