/*
 * A loader of webpack for decimal.js, which every workbook with one of our functions loads: leaves out its trigonometry, the
 * notations in other bases and what else no figure needs, a third of it. test/scripts/decimal.test.ts holds what is left
 * against the whole.
 */

/** The methods that go, each under all of its names. */
const METHODS = [
  ['clampedTo', 'clamp'],
  ['cosine', 'cos'],
  ['cubeRoot', 'cbrt'],
  ['hyperbolicCosine', 'cosh'],
  ['hyperbolicSine', 'sinh'],
  ['hyperbolicTangent', 'tanh'],
  ['inverseCosine', 'acos'],
  ['inverseHyperbolicCosine', 'acosh'],
  ['inverseHyperbolicSine', 'asinh'],
  ['inverseHyperbolicTangent', 'atanh'],
  ['inverseSine', 'asin'],
  ['inverseTangent', 'atan'],
  ['logarithm', 'log'],
  ['modulo', 'mod'],
  ['sine', 'sin'],
  ['tangent', 'tan'],
  ['toBinary'],
  ['toFraction'],
  ['toHexadecimal', 'toHex'],
  ['toNearest'],
  ['toOctal'],
];

/** The functions of the class that go. */
const STATICS =
  'acos acosh asin asinh atan atanh atan2 cbrt clamp cos cosh hypot log log10 log2 mod random sin sinh tan tanh'.split(
    ' ',
  );

/** What only these use, and cannot be seen to be unused. */
const PI_DIGITS = /^ {2}PI = '[\d.]+',\n/m;
const PI_PRECISION = /^ {2}PI_PRECISION = PI\.length - 1,\n/m;
const PI_NUMBER = /^PI = new Decimal\(PI\);\n/m;
const PI_ROUNDED = /^function getPi\([\s\S]*?^}\n/m;

/**
 * @param {string} source decimal.mjs
 * @returns {string} the same without what no figure needs; its own functions that are then unused go when it is made small
 */
function withoutTrigonometry(source) {
  const methods = METHODS.map(
    (names) => new RegExp(`^${names.map((name) => `P\\.${name} = `).join('')}function [\\s\\S]*?^};\\n`, 'm'),
  );
  const statics = STATICS.map((name) => new RegExp(`^ {2}Decimal\\.${name} = ${name};.*\\n`, 'm'));
  return [...methods, ...statics, PI_DIGITS, PI_PRECISION, PI_NUMBER, PI_ROUNDED].reduce(
    (rest, part) => {
      if (!part.test(rest)) {
        throw new Error(`decimal.js is no longer as scripts/without-trigonometry.js knows it: it has no ${part}.`);
      }
      return rest.replace(part, '');
    },
    source.replaceAll('\r\n', '\n'),
  );
}

module.exports = withoutTrigonometry;
module.exports.LEFT_OUT = [...new Set([...METHODS.flat(), ...STATICS])];
