// Pictures of every screen and state in both themes, into docs/screenshots/<screen>-<state>-<theme>.png; names given as
// arguments make only those. `--into FOLDER` puts them elsewhere.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { openGallery } from './site.ts';
import { largeToo, pictured } from './documented.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: 'string', default: 'docs/screenshots' },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    size: { type: 'string' },
    text: { type: 'string', default: '100' },
  },
});
const wanted = positionals.length > 0 ? positionals : pictured;
mkdirSync(values.into, { recursive: true });
const site = await openGallery();
const browser = await chromium.launch({
  executablePath: process.env['SEAMLINE_CHROMIUM'] ?? '/usr/bin/chromium',
  chromiumSandbox: false,
});
try {
  for (const state of wanted)
    for (const theme of values.theme) {
      const sizes =
        values.size === undefined ? ['1280x800', ...(largeToo.includes(state) ? ['1920x1080'] : [])] : [values.size];
      for (const size of sizes) {
        const [width = 1280, height = 800] = size.split('x').map(Number);
        const scale = Number(values.text) / 100;
        const page = await browser.newPage({
          viewport: { width: Math.round(width / scale), height: Math.round(height / scale) },
          deviceScaleFactor: scale,
          reducedMotion: 'reduce',
          locale: 'en-AU',
        });
        page.on('console', (message) => {
          if (message.type() === 'error') console.error(`${state}: ${message.text()}`);
        });
        page.on('pageerror', (error) => console.error(`${state}: ${error.message}`));
        await page.goto(site.address(state, theme));
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(450);
        const suffix = size === '1280x800' ? '' : `-${width}`;
        await page.screenshot({ path: join(values.into, `${state}${suffix}-${theme}.png`) });
        await page.close();
      }
    }
} finally {
  await browser.close();
  await site.close();
}
