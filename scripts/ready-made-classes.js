/**
 * A loader for cjk-regex, of which Univer takes three regular expressions when it is loaded. The package makes them from 700 kB of
 * tables, each time that a page opens; here they are made when the page is built.
 */
const { pathToFileURL } = require('node:url');

const CLASSES = ['all', 'letters', 'punctuations'];

module.exports = function readyMadeClasses() {
  const done = this.async();
  import(pathToFileURL(this.resourcePath).href)
    .then((made) => {
      const functions = CLASSES.map((name) => {
        const { source, flags } = made[name]().toRegExp();
        const expression = `new RegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)})`;
        return `export function ${name}() { return { toRegExp: () => ${expression} }; }`;
      });
      done(null, functions.join('\n'));
    })
    .catch(done);
};
