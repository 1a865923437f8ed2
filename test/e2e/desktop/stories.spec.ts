// The moments that decide on trust, in the desktop app with a real Secret Service: the same stories as in the browser door, and
// what only a keyring can show. Each test has accounts, a profile and a keyring of its own.
import { connectCin7, connectJoor } from '../support/brand.ts';
import { expect, test } from '../support/stage.ts';
import { editedOrder, firstOrder, goLive, holdFixed, keyPasted, keyRejected, syncNow } from '../support/story.ts';

test.skip(process.platform !== 'linux', 'A keyring of the test’s own is a matter of Linux.');
test.setTimeout(240_000);

test('a: a key is pasted, and after a restart it is still there', async ({ stage }) => {
  const practice = await stage.begin({ profile: 'new' });
  await stage.act('unlocked', ({ page }) => keyPasted(page, practice));
  await stage.act('unlocked', async ({ page }) => {
    await expect(page.getByText('Both accounts’ keys are here')).toBeVisible();
    await page.getByRole('button', { name: 'Read both accounts' }).click();
    await expect(page.getByRole('button', { name: 'Review what was found' })).toBeVisible({ timeout: 60_000 });
  });
});

test('d, e, i, j: from going live to a rejected key; then a restart asks nothing, and a locked keyring says so', async ({
  stage,
}) => {
  const practice = await stage.begin({ profile: 'set-up' });
  await stage.act('unlocked', async ({ page }) => {
    await goLive(page, practice);
    await syncNow(page);
    await firstOrder(page, practice);
    await holdFixed(page, practice, '7712308', 'SH-102-BLUE-M');
    await editedOrder(page, practice);
    await keyRejected(page, practice);
  });
  await stage.act('unlocked', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
    await syncNow(page);
    await expect(page.getByText(/rejected|keychain/i)).toHaveCount(0);
  });
  await stage.act('locked', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByText(/keychain is locked, so Seamline can’t read your keys/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Open connections' }).click();
    await page.getByRole('button', { name: 'Keep keys until I close Seamline' }).click();
    await expect(page.getByText('Keys are in memory until you close Seamline', { exact: false })).toBeVisible();
    await connectCin7(page, practice, 'made-anew');
    await connectJoor(page, practice);
    await syncNow(page);
    await expect(page.getByText(/keychain is locked/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Home' }).click();
    await keyRejected(page, practice, 'made-once-more');
  });
  // What was typed for the session is nowhere; the keyring still has the key from before.
  await stage.act('unlocked', async ({ page }) => {
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByText(/Cin7 Core rejected the key/).first()).toBeVisible({ timeout: 30_000 });
  });
});
