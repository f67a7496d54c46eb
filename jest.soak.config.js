/**
 * What takes long by nature: windows closed in the middle of loads, a runtime killed at each request, thousands of rows, two
 * authors at random; the tests of the local workbook itself, which decide nothing about the add-in; and the properties of the other
 * tests with more examples. `AI_SPEND_SEED=7 npm run soak` takes other examples.
 */
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { reporters, projects } = require('./jest.config');

process.env.AI_SPEND_SEED ??= '20241118';
process.env.AI_SPEND_RUNS_FACTOR ??= '5';
process.stderr.write(`Soak with AI_SPEND_SEED=${process.env.AI_SPEND_SEED}\n`);

const [unit, browser] = projects;
const ofSoak = { setupFilesAfterEnv: ['<rootDir>/test/soak/timeout.ts'] };

/** The unit tests that have properties, or more examples for the soak. */
function filesWithProperties() {
  return readdirSync(path.join(__dirname, 'test'), { recursive: true })
    .filter((name) => /\.test\.tsx?$/.test(name) && !/^(e2e|host|soak)\b/.test(name))
    .filter((name) =>
      readFileSync(path.join(__dirname, 'test', name), 'utf8').match(/from 'fast-check'|AI_SPEND_RUNS_FACTOR/),
    )
    .map((name) => `<rootDir>/test/${name.replaceAll('\\', '/')}`);
}

module.exports = {
  maxWorkers: '100%',
  reporters,
  projects: [
    {
      ...browser,
      ...ofSoak,
      displayName: 'soak',
      testMatch: ['<rootDir>/test/soak/**/*.test.ts', '<rootDir>/test/e2e/pane/looks.test.ts'],
    },
    { ...browser, ...ofSoak, displayName: 'host', testMatch: ['<rootDir>/test/host/**/*.test.ts'] },
    { ...unit, ...ofSoak, displayName: 'properties', testMatch: filesWithProperties() },
  ],
};
