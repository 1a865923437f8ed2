// The tests that need a real window: the browser door in Chromium, and the desktop app. test/e2e/run.ts says which of them can
// run on this computer, and starts them.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: process.env['SEAMLINE_TEST_RESULTS'] ?? 'test-results',
  reporter: [['list']],
  workers: 1,
  timeout: 30_000,
  forbidOnly: true,
  use: {
    locale: 'en-AU',
    timezoneId: 'Australia/Melbourne',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'browser',
      testDir: 'test/e2e/browser',
      use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          executablePath: process.env['SEAMLINE_CHROMIUM'] ?? '',
          args: ['--disable-background-networking', '--disable-component-update', '--no-first-run'],
          chromiumSandbox: false,
        },
      },
    },
    { name: 'desktop', testDir: 'test/e2e/desktop' },
  ],
});
