import { print, report, runCommand } from './command';
import { resultJson, resultLines } from './results';
import { runTour } from './run-tour';
import { withLocalWorkbook } from './session';
import { EDITED_SPEND } from './tour-steps';

runCommand({
  help: `Usage: npm run tour -- [--json]

Calculates the formulas of the sheet "Tour" in the local workbook, without a window: on the reference data, and again
after a change of the table AIClients. Ends with code 1 if a figure is not what it should be.

  --json   prints the figures on the reference data as JSON (npm run --silent tour -- --json prints nothing else)`,
  takes: { options: { json: { type: 'boolean' } } },
  main: async ({ values }) => {
    const { loaded, edited, surprises } = await withLocalWorkbook(runTour);
    if (values.json === true) {
      print(resultJson(loaded));
    } else {
      print(['On the reference data:', ...resultLines(loaded)].join('\n'));
      print(['', `After ByteDance's Spend became ${EDITED_SPEND}:`, ...resultLines(edited)].join('\n'));
    }
    surprises.forEach(report);
    return surprises.length === 0 ? 0 : 1;
  },
});
