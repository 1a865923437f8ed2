// Builds the gallery and serves it on loopback, and opens the system's Chromium on it: what pictures and screen tests share.
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { build, preview } from 'vite';

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface GallerySite {
  readonly browser: Browser;
  /** The address of one state in one theme. */
  readonly address: (state: string, theme: string) => string;
  readonly close: () => Promise<void>;
}

/** Opens the gallery; the browser is `SEAMLINE_CHROMIUM`, the system's, or Playwright's own. */
export async function openGallery(): Promise<GallerySite> {
  await build({ root: 'test/gallery', logLevel: 'warn' });
  const server = await preview({ root: 'test/gallery', preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
  const base = server.resolvedUrls?.local[0] ?? '';
  const executablePath = process.env['SEAMLINE_CHROMIUM'] ?? systemBrowsers.find((path) => existsSync(path));
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // Chromium has no sandbox of its own when it is run by root, as build machines do.
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  return {
    browser,
    address: (state, theme) => `${base}?state=${state}&theme=${theme}`,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
