import * as real from '../node_modules/fast-check/lib/cjs/fast-check';

/*
 * What tests get as `fast-check`: the same values in each run, so that a test fails always or never; half of what a test asks for in
 * `npm test`, which is to be quick, and several times as many, from another seed, in `npm run soak`.
 */
const seed = process.env['AI_SPEND_SEED'];
const factor = Number(process.env['AI_SPEND_RUNS_FACTOR'] ?? 0.5);
const USUAL_SEED = 20_241_118;
const USUAL_RUNS = 100;

/** `assert` with so many times the runs that the test asks for; a seed in the environment goes before the test's own. */
function assert<Ts>(
  property: real.IProperty<Ts> | real.IAsyncProperty<Ts>,
  parameters: real.Parameters<Ts> = {},
): Promise<void> | void {
  return real.assert(property as real.IAsyncProperty<Ts>, {
    ...parameters,
    seed: seed === undefined ? (parameters.seed ?? USUAL_SEED) : Number(seed),
    numRuns: Math.ceil((parameters.numRuns ?? USUAL_RUNS) * factor),
  });
}

export * from '../node_modules/fast-check/lib/cjs/fast-check';
export { assert };
export default { ...real, assert };
