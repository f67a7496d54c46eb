import { print, readArguments, report, runCommand } from './command';
import { resultJson, resultLines } from './results';
import { runTour } from './run-tour';
import { withLocalWorkbook } from './session';
import { EDITED_SPEND } from './tour-steps';

runCommand(async () => {
  const { values } = readArguments({ options: { json: { type: 'boolean' } } });
  const { loaded, edited, surprises } = await withLocalWorkbook(runTour);
  if (values.json === true) {
    print(resultJson(loaded));
  } else {
    print(['On the reference data:', ...resultLines(loaded)].join('\n'));
    print(['', `After ByteDance's Spend became ${EDITED_SPEND}:`, ...resultLines(edited)].join('\n'));
  }
  surprises.forEach(report);
  return surprises.length === 0 ? 0 : 1;
});
