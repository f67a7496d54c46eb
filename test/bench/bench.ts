import { print, report, runCommand } from '../../scripts/command';
import { buildForDevelopment } from '../../scripts/webpack-build';
import type { BenchLine } from './bench-line';
import { crossing } from './crossing';
import { csvReading } from './csv-reading';
import { firstPaint } from './first-paint';
import { largeImports } from './large-imports';
import { largeLedger } from './large-ledger';
import { ledgerSums } from './ledger-sums';
import { libreOffice } from './libre-office';
import { lookUps } from './look-ups';
import { parquetReading } from './parquet-reading';
import { scriptSize } from './script-size';
import { secondOpening } from './second-opening';
import { xlsxReading } from './xlsx-reading';

const parts: readonly (() => Promise<BenchLine[]>)[] = [
  lookUps,
  libreOffice,
  crossing,
  largeLedger,
  firstPaint,
  secondOpening,
  largeImports,
  ledgerSums,
  scriptSize,
  csvReading,
  parquetReading,
  xlsxReading,
];

runCommand({
  help: `Usage: npm run bench

Measures the add-in against something known, side by side in one run, and prints the ratios with what is aimed at.
It takes some minutes; nothing else should be running.`,
  takes: {},
  main: async () => {
    await buildForDevelopment();
    print(row({ what: 'Compared', ratio: 'Ratio', aim: 'Aim' }));
    for (const part of parts) {
      report(`Measuring: ${part.name}`);
      (await part()).map(row).forEach(print);
    }
    return 0;
  },
});

function row({ what, ratio, aim }: BenchLine): string {
  return `${what.padEnd(72)} ${ratio.padStart(8)}  ${aim}`;
}
