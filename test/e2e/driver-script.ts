import path from 'node:path';
import { build } from 'esbuild';

/** Bundles a driver of these tests (`load-driver.ts`) into a script for the add-in's frame; `define` replaces names in it. */
export async function driverScript(file: string, define: Record<string, string> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, file)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define,
  });
  return outputFiles[0]?.text ?? '';
}

/** The driver of loads, whose requests can be counted and held. */
export function loadDriverScript(): Promise<string> {
  return driverScript('load-driver.ts', { 'Excel.run': 'loadDriver.run' });
}
