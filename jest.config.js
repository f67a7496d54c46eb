/**
 * Two projects: what needs node alone, and what needs a browser. `npm test` runs both; `jest.soak.config.js` has what takes long
 * by nature, and the tests of the local workbook itself.
 */
const os = require('node:os');

const transform = { '\\.(ts|tsx|mjs)$|/node_modules/hyparquet[a-z-]*/.*\\.js$': '<rootDir>/test/esbuild-transform.js' };

/** What the tests of all projects have in common. */
const common = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json'],
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/seeded-fast-check.ts' },
  setupFilesAfterEnv: ['<rootDir>/test/timeout.ts'],
  transform,
  transformIgnorePatterns: ['/node_modules/(?!(preact|hyparquet|hyparquet-compressors|hyparquet-writer)/)'],
};

/** What tests in the browser need: one build, one server and one browser for the whole run. */
const browser = {
  globalSetup: '<rootDir>/test/e2e/global-setup.ts',
  globalTeardown: '<rootDir>/test/e2e/global-teardown.ts',
};

/** A browser test waits half of its time for its page to draw, so two more than the cores keep them busy. */
const workers = os.availableParallelism() + 2;

module.exports = {
  maxWorkers: workers,
  reporters: ['default', '<rootDir>/test/counts-reporter.js'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/host/', '<rootDir>/test/soak/'],
    },
    { ...common, ...browser, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
