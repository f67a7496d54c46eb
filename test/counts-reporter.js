/** Ends a run of jest with one plain line for build servers. A file that cannot be loaded counts as a failed test. */
class CountsReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write(`tests: ${results.numPassedTests} passed, ${failed} failed\n`);
  }
}

module.exports = CountsReporter;
