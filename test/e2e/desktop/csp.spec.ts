// The content policy in the app itself: everything that can lie over a screen is opened, and nothing is ever stopped.
import { expectSeen, noteViolations } from '../support/page-policy.ts';
import { expect, test } from '../support/stage.ts';
import { walkEverything } from '../support/walk.ts';

test.skip(process.platform !== 'linux', 'A keyring of the test’s own is a matter of Linux.');
test.setTimeout(180_000);

test('no dialog, sheet, menu, drawer, tooltip or toast breaks the policy', async ({ stage }) => {
  const practice = await stage.begin({ profile: 'set-up' });
  await stage.act('unlocked', async ({ page }) => {
    const violations = await noteViolations(page);
    await page.reload();
    await walkEverything(page, practice, (what) => expect(violations, what).toEqual([]));
    await expectSeen(page, violations);
  });
});
