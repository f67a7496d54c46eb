/**
 * Draws the icons that the manifest names from their SVG sources, with headless Chromium, so that what ships is exactly
 * what was drawn. Run from the project's root: npm run icons
 */
import chromium from '@sparticuz/chromium';
import { readFile, writeFile } from 'node:fs/promises';
import { chromium as browserType } from 'playwright-core';

/** Width and height in pixels, and the drawing for that size: a ribbon's 16 pixels cannot hold the full one. */
const icons = [
  { size: 16, drawing: 'assets/icon-small.svg' },
  { size: 32, drawing: 'assets/icon-small.svg' },
  { size: 64, drawing: 'assets/icon.svg' },
  { size: 80, drawing: 'assets/icon.svg' },
];

async function drawIcons(): Promise<void> {
  const browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  try {
    const page = await browser.newPage();
    for (const { size, drawing } of icons) {
      const svg = await readFile(drawing, 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
      const file = `assets/icon-${size}.png`;
      await writeFile(file, await page.screenshot({ omitBackground: true }));
      console.log(`${file}: ${size} x ${size} pixels from ${drawing}`);
    }
  } finally {
    await browser.close();
  }
}

void drawIcons();
