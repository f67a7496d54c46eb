import { normaliseBaseUrl } from './base-url';
import { report, runCommand } from './command';
import { readLedgerOrigins } from './ledger-origins';
import { distFolder } from './project';
import { buildForDeployment } from './webpack-build';

runCommand({
  help: `Usage: npm run build -- --base ADDRESS [--connect ADDRESS]...

Builds the add-in for the https address at which it will be served, and puts it into dist/: copy that folder to the
address, and give dist/manifest.xml to Excel.

  --base ADDRESS   such as https://addins.example.com/ai-spend; the variable BASE_URL does the same
  --connect ADDRESS
                   such as https://clickhouse.example.com: a ledger that the pane may ask (docs/ledger.md). Without it
                   the pane talks to no other server; it can be given several times`,
  takes: { options: { base: { type: 'string' }, connect: { type: 'string', multiple: true } } },
  main: async ({ values }) => {
    const base = normaliseBaseUrl(values.base ?? process.env['BASE_URL']);
    const ledgers = readLedgerOrigins(values.connect ?? []);
    await buildForDeployment(base, ledgers);
    report(`${distFolder} is ready to be served at ${base}. Excel is given its manifest.xml.`);
    if (ledgers.length > 0) {
      report(`Its pane may ask ledgers at ${ledgers.join(', ')}.`);
    }
    return 0;
  },
});
