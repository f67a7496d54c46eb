import { normaliseBaseUrl } from './base-url';
import { report, runCommand } from './command';
import { distFolder } from './project';
import { buildForDeployment } from './webpack-build';

runCommand({
  help: `Usage: npm run build -- --base ADDRESS

Builds the add-in for the https address at which it will be served, and puts it into dist/: copy that folder to the
address, and give dist/manifest.xml to Excel.

  --base ADDRESS   such as https://addins.example.com/ai-spend; the variable BASE_URL does the same`,
  takes: { options: { base: { type: 'string' } } },
  main: async ({ values }) => {
    const base = normaliseBaseUrl(values.base ?? process.env['BASE_URL']);
    await buildForDeployment(base);
    report(`${distFolder} is ready to be served at ${base}. Excel is given its manifest.xml.`);
    return 0;
  },
});
