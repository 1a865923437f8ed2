// The moments that decide whether people trust Seamline, in Chromium through the browser door.
import { test } from '@playwright/test';
import { play } from '../support/browser.ts';
import { editedOrder, firstOrder, goLive, holdFixed, keyPasted, keyRejected, syncNow } from '../support/story.ts';

test.use({ viewport: { width: 1280, height: 800 } });
test.setTimeout(180_000);

test('a: a key is pasted, and who it opens is said', async ({ page }) => {
  await play(page, { profile: 'new' }, (practice) => keyPasted(page, practice));
});

test('d, e, i, j: the first order in Cin7, a hold fixed in place, an edited order, a rejected key', async ({
  page,
}) => {
  await play(page, { profile: 'set-up' }, async (practice) => {
    await goLive(page, practice);
    await syncNow(page);
    await firstOrder(page, practice);
    await holdFixed(page, practice, '7712308', 'SH-102-BLUE-M');
    await editedOrder(page, practice);
    await keyRejected(page, practice);
  });
});
