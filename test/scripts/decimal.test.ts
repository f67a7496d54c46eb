/*
 * The add-in is built with a decimal.js that has lost what no figure needs. The tests run with the whole of it, so here both
 * are held against each other, and nothing of ours may call what the built one does not have.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { Decimal } from 'decimal.js';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { projectRoot } from '../../scripts/project';
import withoutTrigonometry, { LEFT_OUT } from '../../scripts/without-trigonometry';

function builtDecimal(): typeof Decimal {
  const whole = readFileSync(path.join(path.dirname(require.resolve('decimal.js')), 'decimal.mjs'), 'utf8');
  const { code } = transformSync(withoutTrigonometry(whole), { format: 'cjs' });
  const module = { exports: {} as { Decimal: typeof Decimal } };
  runInNewContext(code, { module, exports: module.exports });
  return module.exports.Decimal;
}

const Built = builtDecimal();
const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-9, max: 1e15 });

it('the built decimal.js computes as the whole one', () => {
  fc.assert(
    fc.property(number, number, fc.integer({ min: 0, max: 40 }), (a, b, exponent) => {
      const results = [Built, Decimal].map((Class) => {
        const [x, y] = [new Class(a), new Class(b)];
        return [x.plus(y), x.minus(y), x.times(y), x.div(y), x.pow(exponent), x.pow(0.5), x.toDecimalPlaces(2)]
          .map(String)
          .concat(x.toFixed(3), x.toSignificantDigits(5).toString(), String(x.comparedTo(y)), String(x.toNumber()));
      });
      expect(results[0]).toEqual(results[1]);
    }),
  );
});

it('nothing of ours calls what the built one does not have', () => {
  const places: object[] = [Built, Built.prototype];
  const callable = LEFT_OUT.filter((name) => places.some((place) => typeof Reflect.get(place, name) === 'function'));
  expect(callable).toEqual([]);
  const calls = new RegExp(`(?<!Math)\\.(?:${LEFT_OUT.join('|')})\\(`);
  const files = readdirSync(path.join(projectRoot, 'src'), { encoding: 'utf8', recursive: true });
  const calling = files.filter(
    (name) => /\.tsx?$/.test(name) && calls.test(readFileSync(path.join(projectRoot, 'src', name), 'utf8')),
  );
  expect(calling).toEqual([]);
});

it('another decimal.js than the one that it knows stops the build', () => {
  expect(() => withoutTrigonometry('export var Decimal = 1;')).toThrow('it has no /^P\\.clampedTo');
});
