// The settings in Chromium, by keyboard alone: over the real core, where what is saved stands in the file afterwards; and over
// fixtures, where a draft changes more styles than may go unasked.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openGallery } from '../gallery/site.ts';
import { startBrand } from '../support/brand.ts';
import { startDoor } from '../support/browser.ts';
import { goLive } from '../support/story.ts';

test.use({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
test.setTimeout(300_000);

/** Presses Tab until focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(target)}.`);
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
}

async function openSection(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+6');
  await press(page, label);
  await expect(page.getByRole('heading', { level: 2, name: label })).toBeVisible();
}

/** What axe finds on the page as it is, in both themes. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    found.push(
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme}: ${id} ${String(target)}`)),
    );
  }
  return found;
}

test('a tax rule, a price type and a warehouse are edited by keyboard alone, and another window is never overwritten', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'seamline-settings-'));
  const practice = await startBrand(folder, { profile: 'set-up' });
  const door = await startDoor(folder);
  const saved = (): unknown => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  try {
    await page.goto(door.address);
    await goLive(page, practice);
    // From here on there is no mouse, which would open a tooltip wherever it was left.
    await page.mouse.move(640, 4);

    await openSection(page, 'Taxes, terms, rates');
    await press(page, 'Read the lists');
    await expect(page.getByText(/^Read \d+ accounts/)).toBeVisible();
    await press(page, 'Add a country');
    const country = page.getByRole('combobox', { name: 'Country', exact: true });
    await expect(country).toBeFocused();
    await page.keyboard.type('New Zealand');
    await expect(page.getByRole('button', { name: 'Save tax rules' })).toBeDisabled();
    await tabTo(page, page.getByRole('combobox', { name: 'Tax rule in Cin7 for New Zealand' }));
    await page.keyboard.press('ArrowDown');
    expect(await faults(page)).toEqual([]);
    await press(page, 'Save tax rules');
    await expect.poll(saved).toMatchObject({ orders: { taxRules: { 'New Zealand': expect.any(String) } } });
    await expect(page.getByRole('button', { name: 'Save tax rules' })).toHaveCount(0);

    await openSection(page, 'Styles and prices');
    const tier = page.getByRole('combobox', { name: /^Wholesale tier for/ }).first();
    await tabTo(page, tier);
    await page.keyboard.press('ArrowDown');
    const preview = page.getByRole('complementary', { name: 'One style as JOOR would get it' });
    await expect(preview.getByRole('deletion').first()).toBeVisible();
    expect(await faults(page)).toEqual([]);
    const chosen = Number(await tier.inputValue());
    await press(page, 'Save prices and fields');
    await expect.poll(saved).toMatchObject({
      products: { priceTypes: expect.arrayContaining([expect.objectContaining({ wholesaleTier: chosen })]) },
    });
    await expect(preview.getByRole('deletion')).toHaveCount(0);

    await openSection(page, 'Stock');
    await press(page, 'Add a warehouse');
    await page.keyboard.type('US');
    await expect(page.getByText('Tick at least one location for US.')).toBeVisible();
    await tabTo(page, page.getByRole('group', { name: 'Locations of US' }).getByRole('checkbox').first());
    await page.keyboard.press('Space');
    expect(await faults(page)).toEqual([]);
    // Somebody else saves in between: nothing is overwritten, what was typed stays, and the way on is named.
    execFileSync(process.execPath, [
      resolve('out/cli.js'),
      '--profile',
      folder,
      'settings',
      'set',
      'inventory.buffer',
      '4',
    ]);
    await press(page, 'Save warehouses');
    await expect(page.getByText(/^Another window or the command line/)).toBeVisible();
    await expect(page.getByRole('listitem', { name: 'US' })).toBeVisible();
    expect(saved()).not.toMatchObject({ inventory: { warehouses: [{}, { joorWarehouse: 'US' }] } });
    await press(page, 'Load what is set now');
    await expect(page.getByRole('listitem', { name: 'US' })).toHaveCount(0);
    await expect(page.getByLabel('Keep back')).toHaveValue('4');
    await press(page, 'Add a warehouse');
    await page.keyboard.type('US');
    await tabTo(page, page.getByRole('group', { name: 'Locations of US' }).getByRole('checkbox').first());
    await page.keyboard.press('Space');
    await press(page, 'Save warehouses');
    await expect.poll(saved).toMatchObject({ inventory: { buffer: 4, warehouses: [{}, { joorWarehouse: 'US' }] } });

    // After a removal focus is where the next one would be.
    await press(page, 'Remove US');
    await expect(page.getByRole('listitem', { name: 'Main' }).getByLabel('Warehouse in JOOR')).toBeFocused();

    // A bad value stays as it was typed, with what is wrong beside it.
    const buffer = page.getByLabel('Keep back');
    await tabTo(page, buffer);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('-3');
    await page.keyboard.press('Enter');
    await expect(page.getByText('It can’t be below zero.')).toBeVisible();
    await expect(buffer).toHaveValue('-3');
    expect(saved()).toMatchObject({ inventory: { buffer: 4 } });
  } finally {
    await door.stop();
    await practice.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a save that changes more than 20 styles says how many first, and Esc keeps the draft', async ({ page }) => {
  const site = await openGallery();
  try {
    await page.goto(site.address('settings-products', 'light'));
    await tabTo(page, page.getByRole('combobox', { name: 'Materials' }));
    await page.keyboard.type('Additional attribute 1');
    await press(page, 'Save prices and fields');
    const dialog = page.getByRole('dialog', { name: 'Save, and change 400 styles in JOOR?' });
    await expect(dialog).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'Materials' })).toHaveValue('attribute:1');
    await press(page, 'Save prices and fields');
    await tabTo(page, dialog.getByRole('button', { name: 'Save, change 400 styles' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  } finally {
    await site.close();
  }
});
