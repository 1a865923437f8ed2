// The content policy against the screens themselves: whatever a person can open stays within it. Every state of the gallery, and
// what only a hand can open, under the headers that both hosts send.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openGallery, type GallerySite } from '../gallery/site.ts';
import { play } from '../support/browser.ts';
import { expectSeen, noteViolations } from '../support/page-policy.ts';
import { walkEverything } from '../support/walk.ts';

let site: GallerySite;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openGallery();
});
test.afterAll(() => site.close());
test.use({ viewport: { width: 1280, height: 800 }, trace: 'off' });

async function open(page: Page, state: string): Promise<void> {
  await page.goto(site.address(state, 'light'));
  await page.locator('h1, h2, [role="combobox"]').first().waitFor();
}

/** The names of all states, as the gallery itself lists them. */
async function stateNames(page: Page): Promise<string[]> {
  await page.goto(site.address('', 'light'));
  return ((await page.locator('body').textContent()) ?? '').trim().split('\n');
}

test('no state of any screen breaks the policy: dialogs, sheets, drawers, settings, set-up', async ({ page }) => {
  test.setTimeout(180_000);
  const violations = await noteViolations(page);
  const names = await stateNames(page);
  expect(names.length).toBeGreaterThan(40);
  for (const state of names) await open(page, state);
  expect(violations).toEqual([]);
  await expectSeen(page, violations);
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const dialog = (page: Page) => page.getByRole('dialog');

/** What opens on a click: where, how, and what stands there then. */
const opened: readonly [
  what: string,
  state: string,
  act: (page: Page) => Promise<void>,
  shown: (page: Page) => Locator,
][] = [
  [
    'the menu of the brand',
    'home-running',
    (page) => button(page, /Aurora Apparel/).click(),
    (page) => page.getByRole('menu'),
  ],
  ['the menu of an order', 'orders-exported', (page) => button(page, 'More').click(), (page) => page.getByRole('menu')],
  ['a tooltip', 'orders-exported', (page) => button(page, 'Open in JOOR').hover(), (page) => page.getByRole('tooltip')],
  [
    'going live with a flow',
    'set-up-go-live',
    (page) => page.getByRole('radiogroup', { name: 'Products' }).getByText('Live', { exact: true }).click(),
    dialog,
  ],
  ['a hold', 'orders-hold', (page) => page.getByRole('button', { name: 'Hold', exact: true }).click(), dialog],
  [
    'a match of a line',
    'orders-hold',
    (page) => button(page, 'Match another').click(),
    (page) =>
      page
        .getByRole('searchbox', { name: /SKU|product/i })
        .or(page.getByRole('dialog'))
        .first(),
  ],
  ['a comparison with the sale', 'orders-changed', (page) => button(page, /^Compare/).click(), dialog],
  ['a toast', 'orders-exported', (page) => button(page, /^1029352/).click(), (page) => page.getByText(/^Copied/)],
];

for (const [what, state, act, shown] of opened)
  test(`${what} keeps to the policy`, async ({ page }) => {
    const violations = await noteViolations(page);
    await open(page, state);
    await act(page);
    await expect(shown(page)).toBeVisible();
    expect(violations).toEqual([]);
  });

test('nothing that can be opened over the core itself breaks the policy', async ({ page }) => {
  test.setTimeout(180_000);
  const violations = await noteViolations(page);
  await play(page, { profile: 'set-up' }, async (practice) => {
    await walkEverything(page, practice, (what) => expect(violations, what).toEqual([]));
    await expectSeen(page, violations);
  });
});
