// The screens over a host of fixtures, in a real Chromium: readable for everybody in both themes, everything by keyboard, and
// twenty thousand rows without twenty thousand elements.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { documented } from '../gallery/documented.ts';
import { openGallery, type GallerySite } from '../gallery/site.ts';

let site: GallerySite;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openGallery();
});
test.afterAll(() => site.close());
// A trace of so many pages would take longer than the pages.
test.use({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', trace: 'off' });

async function open(page: Page, state: string, theme = 'light'): Promise<void> {
  await page.goto(site.address(state, theme));
  await page.locator('h1, h2').first().waitFor();
  // A row that waits for its values is a still block, which no rule about text means.
  await expect(page.locator('[role=row][aria-busy=true]')).toHaveCount(0);
}

/** Everything that axe knows; the dark theme differs by its colours alone. */
function axe(page: Page, theme: string): AxeBuilder {
  const builder = new AxeBuilder({ page });
  return theme === 'dark'
    ? builder.withRules(['color-contrast'])
    : builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
}

for (const theme of ['light', 'dark'])
  test(`no screen has a fault that axe knows, ${theme}`, async ({ page }) => {
    test.setTimeout(300_000);
    const faults: string[] = [];
    for (const state of documented) {
      await open(page, state, theme);
      const { violations } = await axe(page, theme).analyze();
      for (const { id, nodes } of violations)
        faults.push(
          ...nodes.map(({ target, failureSummary }) => `${state}: ${id} ${target.join(' ')} ${failureSummary}`),
        );
    }
    expect(faults).toEqual([]);
  });

test('no screen says anything on the console', async ({ page }) => {
  test.setTimeout(180_000);
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    // Where Chromium has no Bluetooth it doesn't know the word with which the policy forbids it.
    const isOfPolicy = message.text() === "Error with Permissions-Policy header: Unrecognized feature: 'bluetooth'.";
    if ((message.type() === 'error' || message.type() === 'warning') && !isOfPolicy) said.push(message.text());
  });
  for (const state of documented) await open(page, state);
  expect(said).toEqual([]);
});

test('the queue by keyboard: arrows, Enter, J and K, Space, Shift, Esc', async ({ page }) => {
  await open(page, 'orders-all');
  const row = (id: string) => page.getByRole('row', { name: new RegExp(id) });
  await row('1029384').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row('1029391')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Order 1029391' })).toBeVisible();
  await expect(row('1029391')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('complementary', { name: 'Order 1029402' })).toBeVisible();
  await expect(row('1029402')).toBeFocused();
  await page.keyboard.press('k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 orders ticked')).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('twenty thousand styles: the grid tells their number and holds few rows, and End reaches the last', async ({
  page,
}) => {
  await open(page, 'styles-many');
  const grid = page.getByRole('grid', { name: 'Styles' });
  await expect(grid).toHaveAttribute('aria-rowcount', '20001');
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  const last = page.locator('[role="row"][aria-rowindex="20001"]');
  await expect(last).toBeFocused();
  await expect(last).toContainText(/[A-Z]{2}-\d+/);
});

test('find anything: Ctrl+K, type, Enter opens the order; Esc gives the focus back', async ({ page }) => {
  await open(page, 'home-running');
  await page.getByRole('button', { name: /Find anything/ }).focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find anything' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Find anything/ })).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('1029384');
  await expect(page.getByRole('option', { name: /Order 1029384/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Order 1029384' })).toBeVisible();
});

test('places by number: Ctrl+1 to Ctrl+6', async ({ page }) => {
  await open(page, 'home-running');
  for (const [index, title] of ['Home', 'Styles', 'Orders', 'Customers', 'Activity', 'Settings'].entries()) {
    await page.keyboard.press(`Control+${index + 1}`);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  }
});

test('ORD-9: a second sale wants its confirmation typed, and Enter never creates it', async ({ page }) => {
  await open(page, 'orders-re-export');
  const create = page.getByRole('button', { name: 'Create second sale' });
  await expect(create).toBeDisabled();
  await page.getByLabel('Type SO-00412 to confirm').fill('SO-00413');
  await expect(create).toBeDisabled();
  await page.getByLabel('Type SO-00412 to confirm').fill('SO-00412');
  await expect(page.getByText('Matches')).toBeVisible();
  await expect(create).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await create.click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('at 200 % text nothing is cut off sideways, and the drawer covers the grid', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 640, height: 400 });
  const cut: string[] = [];
  for (const state of documented) {
    await open(page, state);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) cut.push(`${state}: ${excess} px`);
  }
  expect(cut).toEqual([]);
});

test('Home fits 1280 x 800: the line of the week stands at the foot, with the violet strip too', async ({ page }) => {
  for (const state of ['home-running', 'home-in-step', 'home-sandbox', 'home-practice']) {
    await open(page, state);
    const week = page.getByRole('region', { name: 'This week' });
    await expect(week, state).toBeInViewport({ ratio: 1 });
  }
});

test('Enter in a key connects, and no browser takes a key for a password to keep', async ({ page }) => {
  await open(page, 'set-up-start');
  const card = page.getByRole('region', { name: 'Cin7 Core' });
  const key = card.getByLabel('Application key');
  await expect(key).toHaveAttribute('autocomplete', 'one-time-code');
  await key.fill('a-key');
  await key.press('Enter');
  // What was connected with is forgotten by the page.
  await expect(key).toHaveValue('');
});
