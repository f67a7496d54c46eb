const path = require('node:path');
const { transformSync } = require('esbuild');

/** TypeScript, and packages that are ES modules, as the CommonJS that jest runs. It hoists nothing: use `jest.doMock` before an import. */
module.exports = {
  process(text, file) {
    const extension = path.extname(file).slice(1);
    const { code } = transformSync(text, {
      loader: extension === 'mjs' ? 'js' : extension,
      format: 'cjs',
      target: 'es2022',
      // Jest would give its own globals to a module that node loads itself.
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: file,
    });
    return { code };
  },
};
