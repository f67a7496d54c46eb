import { report, runCommand } from './command';
import { localExcel } from './excel';
import { interruption } from './interruption';
import { startServer } from './server';
import { buildForDevelopment } from './webpack-build';

/** The port that the manifest names. */
const PORT = 3000;

runCommand({
  help: `Usage: npm run start:excel

On Windows and macOS: builds the add-in, serves it at https://localhost:${PORT} with a certificate that this machine
trusts (it asks the first time), and opens Excel with it. Ctrl+C ends the server; npm run stop:excel takes the add-in
out of Excel.`,
  takes: {},
  main: async () => {
    const excel = localExcel();
    await buildForDevelopment();
    const certificate = await excel.trustedCertificate();
    const server = await startServer({ port: PORT, officeJs: 'cdn', certificate });
    await excel.start();
    report(
      `Serving ${server.origin} to Excel until Ctrl+C. Afterwards, npm run stop:excel takes the add-in out of Excel.`,
    );
    await interruption();
    await server.close();
    return 0;
  },
});
