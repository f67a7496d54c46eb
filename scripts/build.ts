import { normaliseBaseUrl } from './base-url';
import { readArguments, report, runCommand } from './command';
import { distFolder } from './project';
import { buildForDeployment } from './webpack-build';

runCommand(async () => {
  const { values } = readArguments({ options: { base: { type: 'string' } } });
  const base = normaliseBaseUrl(values.base ?? process.env['BASE_URL']);
  await buildForDeployment(base);
  report(`${distFolder} is ready to be served at ${base}. Excel is given its manifest.xml.`);
  return 0;
});
