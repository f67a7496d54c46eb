import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser';
import { report, runCommand } from './command';
import { projectRoot } from './project';

/** Width and height in pixels, and the drawing for that size: a ribbon's 16 pixels cannot hold the full one. */
const icons = [
  { size: 16, drawing: 'icon-small.svg' },
  { size: 32, drawing: 'icon-small.svg' },
  { size: 64, drawing: 'icon.svg' },
  { size: 80, drawing: 'icon.svg' },
];

const inAssets = (file: string): string => path.join(projectRoot, 'assets', file);

async function drawIcons(): Promise<number> {
  const browser = await launchBrowser({ headed: false });
  try {
    const page = await browser.context.newPage();
    for (const { size, drawing } of icons) {
      const svg = await readFile(inAssets(drawing), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
      );
      await writeFile(inAssets(`icon-${size}.png`), await page.screenshot({ omitBackground: true }));
      report(`assets/icon-${size}.png: ${size} x ${size} pixels from assets/${drawing}`);
    }
  } finally {
    await browser.close();
  }
  return 0;
}

runCommand({
  help: `Usage: npm run icons

Draws the icons that the manifest names, assets/icon-*.png, from the drawings beside them, with headless Chromium.`,
  takes: {},
  main: drawIcons,
});
