import { runCommand } from './command';
import { localExcel } from './excel';
import { buildForDevelopment } from './webpack-build';

runCommand(async () => {
  const excel = localExcel();
  await buildForDevelopment();
  await excel.stop();
  return 0;
});
