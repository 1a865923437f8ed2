// What a screen reader hears: every live region of the page is listened to over whole runs. Each sentence once, no numbers on
// the way, and what went wrong at once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startBrand } from '../support/brand.ts';
import { startDoor } from '../support/browser.ts';
import { goLive, syncNow } from '../support/story.ts';

test.use({ viewport: { width: 1280, height: 800 } });
test.setTimeout(180_000);

interface Heard {
  readonly isAssertive: boolean;
  readonly words: string;
}

/** Notes from now on what each live region newly says; what it said before is no news. */
async function listen(page: Page): Promise<readonly Heard[]> {
  const heard: Heard[] = [];
  await page.exposeFunction('noteHeard', (isAssertive: boolean, words: string) => {
    heard.push({ isAssertive, words });
  });
  await page.evaluate(() => {
    const regions = '[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])';
    const known = new Map<Element, string>();
    const look = (isNews: boolean) => {
      for (const region of document.querySelectorAll(regions)) {
        const words = region.textContent.replace(/\s+/g, ' ').trim();
        if (known.get(region) === words) continue;
        known.set(region, words);
        if (isNews && words !== '') Reflect.get(window, 'noteHeard')(region.getAttribute('role') === 'alert', words);
      }
    };
    look(false);
    const options = { subtree: true, childList: true, characterData: true };
    new MutationObserver(() => look(true)).observe(document.body, options);
  });
  return heard;
}

test('a run is heard phase by phase, each sentence once, with its end; a failure is heard at once', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'seamline-heard-'));
  const practice = await startBrand(folder, { profile: 'set-up' });
  const door = await startDoor(folder);
  try {
    await page.goto(door.address);
    await goLive(page, practice);
    // What a person did last is still being said.
    await expect(page.getByText(/The next run/)).toHaveCount(0, { timeout: 10_000 });
    const heard = await listen(page);
    await syncNow(page);
    await expect.poll(() => heard.at(-1)?.words).toMatch(/^Last run finished\. .*changes sent/);
    const run = [...heard];
    expect(run.every(({ isAssertive }) => !isAssertive)).toBe(true);
    const words = run.map((each) => each.words);
    expect(new Set(words).size, words.join(' / ')).toBe(words.length);
    expect(words).toContain('Bringing orders into Cin7');
    // The one sentence with numbers is the last: how it ended.
    for (const each of words.slice(0, -1)) expect(each).not.toMatch(/\d{2,}/);

    practice.cin7.applicationKeys.splice(0, practice.cin7.applicationKeys.length, 'made-anew');
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect
      .poll(() => heard.find(({ isAssertive }) => isAssertive)?.words, { timeout: 30_000 })
      .toMatch(/Cin7 Core rejected the key/);
    const alarms = heard.filter(({ isAssertive }) => isAssertive).map((each) => each.words);
    expect(new Set(alarms).size, alarms.join(' / ')).toBe(alarms.length);
  } finally {
    await door.stop();
    await practice.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
