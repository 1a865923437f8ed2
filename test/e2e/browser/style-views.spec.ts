// The views of Styles and the changes of a dry run over a host of fixtures: by keyboard alone, readable for everybody in both
// themes, twenty thousand differences without a pause that a person feels.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { openGallery, type GallerySite } from '../gallery/site.ts';

let site: GallerySite;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openGallery();
});
test.afterAll(() => site.close());
test.use({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', trace: 'off' });

async function open(page: Page, state: string, theme = 'light'): Promise<void> {
  await page.goto(site.address(state, theme));
  await page.locator('h1, h2').first().waitFor();
}

async function faultsOf(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${where}: ${id} ${target.join(' ')}`));
}

test('from view to view by keyboard: arrows choose, Enter opens, Esc closes', async ({ page }) => {
  await open(page, 'styles-all');
  await page.getByRole('radio', { name: 'All' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('grid', { name: 'Linesheets' })).toBeVisible();
  await page.getByRole('row', { name: /Spring 27 RTW/ }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: 'Linesheet Spring 27 RTW' });
  await expect(drawer.getByText('To take out', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await page.getByRole('radio', { name: 'Linesheets' }).focus();
  await page.keyboard.press('ArrowRight');
  const grid = page.getByRole('grid', { name: 'Differences' });
  await expect(grid).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('DR-214');
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await page.getByRole('row', { name: /Burnt Clay/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Style DR-214' })).toBeVisible();
});

test('a filter by keyboard: it counts, stands as a chip, and is taken away by it', async ({ page }) => {
  await open(page, 'styles-all');
  await page.getByRole('button', { name: 'Filter' }).focus();
  await page.keyboard.press('Enter');
  const value = page.getByRole('checkbox', { name: 'No EUR Wholesale price' });
  await value.focus();
  await page.keyboard.press(' ');
  await expect(page.getByText('4 styles, 70 SKUs')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(value).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Filter/ }).first()).toBeFocused();
  await page.getByRole('button', { name: /No EUR Wholesale price 4/ }).press('Enter');
  await expect(page.getByText('512 styles, 10,640 SKUs')).toBeVisible();
});

test('a column that is hidden leaves the grid, and comes back', async ({ page }) => {
  await open(page, 'styles-all');
  await expect(page.getByRole('columnheader', { name: 'Linesheets' })).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Linesheets' }).uncheck();
  await expect(page.getByRole('columnheader', { name: 'Linesheets' })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: 'State' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Linesheets' }).check();
  await expect(page.getByRole('columnheader', { name: 'Linesheets' })).toBeVisible();
});

test('what is ticked is acted on together, and told in one sentence', async ({ page }) => {
  await open(page, 'orders-all');
  const bar = page.getByRole('group', { name: 'For what is ticked' });
  const footer = await page.getByText('64 orders since go-live').boundingBox();
  for (const id of ['1029402', '1029398', '1029366'])
    await page.getByRole('checkbox', { name: `Select ${id}` }).check();
  await expect(bar.getByRole('button', { name: 'Export now 2' })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Check again 3' })).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Release' })).toHaveCount(0);
  expect(Math.abs(((await bar.boundingBox())?.height ?? 0) - 32)).toBeLessThanOrEqual(1);
  expect((await bar.boundingBox())?.y ?? 0).toBeLessThanOrEqual(footer?.y ?? 0);
  await bar.getByRole('button', { name: 'Export now 2' }).click();
  await expect(page.getByText('2 orders sent to Cin7')).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('a dry run leads from a row to its changes and back; styles side by side are picked', async ({ page }) => {
  await open(page, 'dry-run-ready');
  await page.getByRole('button', { name: 'Show changes of SKUs' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Everything' })).toBeFocused();
  await expect(page.getByText('Burnt Clay')).toBeVisible();
  await page.getByRole('button', { name: /^Held/ }).press('Enter');
  await expect(page.getByRole('grid', { name: 'SKUs' })).toHaveAttribute('aria-rowcount', '2');
  await expect(page.getByText('JOOR refused it')).toBeVisible();
  await page.getByRole('button', { name: 'Everything' }).press('Enter');
  await page.getByRole('button', { name: 'Pick others' }).press('Enter');
  await page.getByRole('checkbox', { name: /TR-301/ }).uncheck();
  await page.getByRole('textbox', { name: 'Style' }).fill('SH-102');
  await page.getByRole('checkbox', { name: /SH-102/ }).check();
  await expect(page.getByText('3 of 3 picked')).toBeVisible();
  await page.getByRole('button', { name: 'Show these 3' }).press('Enter');
  await expect(page.getByRole('heading', { level: 3, name: 'SH-102' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('twenty thousand differences scroll without a pause that a person feels', async ({ page }) => {
  await open(page, 'styles-compare-many');
  const grid = page.getByRole('grid', { name: 'Differences' });
  await expect(grid).toHaveAttribute('aria-rowcount', '20001');
  expect(await page.getByRole('row').count()).toBeLessThan(80);
  await page.getByRole('row').nth(3).hover();
  // The page's own time on the processor, whatever else the computer does meanwhile.
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const scrolled = async (pixels: number) => {
    const costs: number[] = [];
    for (let step = 0; step < 30; step += 1) {
      const before = await spent();
      await page.mouse.wheel(0, pixels);
      await page.waitForTimeout(30);
      costs.push((await spent()) - before);
    }
    return costs;
  };
  // Down and up again over the same rows: a pause of the page's own comes back, one of a busy computer doesn't.
  const down = await scrolled(600);
  const up = (await scrolled(-600)).reverse();
  const costs = down.map((cost, step) => Math.min(cost, up[step] ?? cost));
  expect(Math.max(...costs), costs.map(Math.round).join(' ')).toBeLessThanOrEqual(50);
  await page.getByRole('row').nth(3).focus();
  await page.keyboard.press('End');
  await expect(page.locator('[role="row"][aria-rowindex="20001"]')).toBeFocused();
});

const shown = [
  'styles-filtered',
  'styles-nothing-fits',
  'styles-linesheet',
  'styles-no-linesheets',
  'styles-compare',
  'styles-compare-none',
  'styles-compare-never',
];

for (const theme of ['light', 'dark'])
  test(`no view has a fault that axe knows, ${theme}`, async ({ page }) => {
    test.setTimeout(180_000);
    const faults: string[] = [];
    for (const state of shown) {
      await open(page, state, theme);
      faults.push(...(await faultsOf(page, state)));
    }
    await open(page, 'styles-why', theme);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Linked to its style in JOOR.').waitFor();
    faults.push(...(await faultsOf(page, 'history')));
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('checkbox', { name: 'No EUR Wholesale price' }).waitFor();
    faults.push(...(await faultsOf(page, 'filter')));
    await open(page, 'dry-run-ready', theme);
    await page.getByRole('button', { name: 'Show changes of Prices' }).click();
    await page.getByRole('grid', { name: 'Prices' }).waitFor();
    faults.push(...(await faultsOf(page, 'changes of a dry run')));
    expect(faults).toEqual([]);
  });

test('at 200 % text no view is cut off sideways', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  const cut: string[] = [];
  for (const state of shown) {
    await open(page, state);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (excess > 0) cut.push(`${state}: ${excess} px`);
  }
  expect(cut).toEqual([]);
});
