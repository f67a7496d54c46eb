import { runCommand } from './command';
import { localExcel } from './excel';
import { buildForDevelopment } from './webpack-build';

runCommand({
  help: `Usage: npm run stop:excel

On Windows and macOS: takes the add-in that npm run start:excel brought out of Excel again.`,
  takes: {},
  main: async () => {
    const excel = localExcel();
    await buildForDevelopment();
    await excel.stop();
    return 0;
  },
});
