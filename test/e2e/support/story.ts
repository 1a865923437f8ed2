// The five moments that decide whether people trust Seamline, told once and played in both hosts: against the real core and
// practice accounts that only the test can look into (design 7: a, d, e, i, j).
import { expect, type Page } from '@playwright/test';
import type { Practice } from '../../../core/practice/practice.ts';
import { connectCin7, connectJoor } from './brand.ts';

/** Where a host has no keychain the person says that keys may stay in memory. */
async function keepKeysHere(page: Page): Promise<void> {
  const keep = page.getByRole('button', { name: /^Keep keys until/ });
  await page.getByRole('heading', { name: 'Connect both accounts' }).waitFor();
  if ((await keep.count()) > 0) await keep.click();
}

/** (a) A key is pasted: who answers is said at once, and a wrong key is told apart. */
export async function keyPasted(page: Page, practice: Practice): Promise<void> {
  await keepKeysHere(page);
  await connectCin7(page, practice, 'not-a-key');
  const card = page.getByRole('region', { name: 'Cin7 Core' });
  await expect(card.getByText(/rejected/).first()).toBeVisible();
  await connectCin7(page, practice);
  await expect(card.getByText('Connected to Aurora Apparel Pty Ltd, AUD', { exact: false })).toBeVisible();
  await connectJoor(page, practice);
  await expect(page.getByRole('region', { name: 'JOOR' }).getByText(/^Connected to/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read both accounts' })).toBeEnabled();
}

/** From the keys to a live Seamline: read, review, dry run, go live with all that this brand needs. */
export async function goLive(page: Page, practice: Practice): Promise<void> {
  await keepKeysHere(page);
  await connectCin7(page, practice);
  await connectJoor(page, practice);
  await page.getByRole('button', { name: 'Read both accounts' }).click();
  await page.getByRole('button', { name: 'Review what was found' }).click({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: 'Review what Seamline inferred' })).toBeVisible();
  await page.getByRole('button', { name: /^Dry run/ }).click();
  await page.getByRole('button', { name: /^I have seen/ }).click({ timeout: 60_000 });
  for (const flow of ['Products', 'Linesheets', 'Stock']) {
    await page.getByRole('radiogroup', { name: flow }).getByText('Live', { exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `Go live with ${flow}` })
      .click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('radiogroup', { name: 'Orders' }).getByText('Live', { exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('JOOR’s own Cin7 integration is switched off').check();
  await sheet.getByRole('button', { name: /^Go live, export/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Finish set-up' }).click();
  await expect(page.getByRole('heading', { name: 'Home' })).toBeVisible();
}

/** Starts a run and waits until it has ended. */
export async function syncNow(page: Page): Promise<void> {
  // Looked for with every frame, from before it starts: a run with little to do is over in a moment.
  const started = page.waitForFunction(() =>
    [...document.querySelectorAll('button')].some(({ textContent }) => textContent.trim() === 'Stop run'),
  );
  await page.getByRole('button', { name: 'Sync now' }).click();
  await started;
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeVisible({ timeout: 60_000 });
}

const orderOf = (externalId: string | null) => externalId?.split(':')[3] ?? '';

const salesOf = ({ cin7 }: Practice, orderId: string) =>
  [...cin7.state.sales.values()].filter(({ header }) => orderOf(header.ExternalID) === orderId);

async function openOrders(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Orders/ })
    .or(page.getByRole('button', { name: /^Orders/ }))
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
}

async function openOrder(page: Page, orderId: string) {
  await openOrders(page);
  await page.getByRole('row', { name: new RegExp(orderId) }).click();
  const drawer = page.getByRole('complementary', { name: `Order ${orderId}` });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** An order that is in Cin7 Core by now, with its sale as the account has it. */
function exported(practice: Practice) {
  for (const { header, orderNumber } of practice.cin7.state.sales.values()) {
    const orderId = orderOf(header.ExternalID);
    if (orderId !== '' && orderNumber !== null) return { orderNumber, orderId };
  }
  throw new Error('No order is in Cin7 yet.');
}

/** (d) The first order in Cin7: its sale number and its total, the same as in the account. */
export async function firstOrder(page: Page, practice: Practice): Promise<void> {
  const { orderNumber, orderId } = exported(practice);
  const drawer = await openOrder(page, orderId);
  await expect(drawer.getByText(orderNumber, { exact: true }).first()).toBeVisible();
  await expect(drawer.getByText('In Cin7', { exact: true }).first()).toBeVisible();
  expect(salesOf(practice, orderId)).toHaveLength(1);
}

/** (e) A hold is fixed in place, and that one order is checked again and exported at once. */
export async function holdFixed(page: Page, practice: Practice, orderId: string, sku: string): Promise<void> {
  const drawer = await openOrder(page, orderId);
  await expect(drawer.getByText('Needs you').first()).toBeVisible();
  await drawer.getByRole('button', { name: `Use ${sku} from now on` }).click();
  await expect(drawer.getByRole('button', { name: 'Export now' })).toBeEnabled({ timeout: 20_000 });
  await drawer.getByRole('button', { name: 'Export now' }).click();
  await expect(drawer.getByText('In Cin7', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  expect(salesOf(practice, orderId)).toHaveLength(1);
}

/** (i) An order is edited in JOOR after its export: told, compared line by line, and never a second sale by mistake. */
export async function editedOrder(page: Page, practice: Practice): Promise<void> {
  const { orderNumber, orderId } = exported(practice);
  const [line] = practice.joor.state.orders.get(orderId)?.lines ?? [];
  if (line === undefined) throw new Error(`Order ${orderId} has no lines.`);
  practice.joor.edits.editOrder({
    orderId,
    set: [{ line: line.id, quantity: line.quantity + 4 }],
    add: [],
    remove: [],
  });
  await syncNow(page);
  const drawer = await openOrder(page, orderId);
  await expect(drawer.getByText(/changed in JOOR after export|Changed after export/i).first()).toBeVisible();
  await drawer.getByRole('button', { name: `Compare with ${orderNumber}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(`Sale ${orderNumber} is still open in Cin7`, { exact: false })).toBeVisible();
  await expect(dialog.getByText('+4', { exact: true })).toBeVisible();
  const create = dialog.getByRole('button', { name: 'Create second sale' });
  await expect(create).toBeDisabled();
  // The way that is usually right: void it in Cin7, then let Seamline look again.
  practice.cin7.edits.voidSale({ sale: orderNumber });
  await dialog.getByRole('button', { name: 'I voided it, check again' }).click();
  await dialog.getByRole('button', { name: /^(Create|Export)/ }).click({ timeout: 20_000 });
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
  expect(salesOf(practice, orderId).filter(({ isVoided }) => !isVoided)).toHaveLength(1);
  expect(salesOf(practice, orderId)).toHaveLength(2);
}

/** (j) A rejected key: nothing is lost, one button leads to the new one, and the next run catches up. */
export async function keyRejected(page: Page, practice: Practice, newKey = 'made-anew'): Promise<void> {
  const { applicationKeys } = practice.cin7;
  applicationKeys.splice(0, applicationKeys.length, newKey);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/Cin7 Core rejected the key/).first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Enter a new key' }).first().click();
  const card = page.getByRole('region', { name: 'Cin7 Core' });
  const replace = card.getByRole('button', { name: 'Replace' });
  if ((await replace.count()) > 1) await replace.nth(1).click();
  await card.getByLabel('Application key').fill(newKey);
  await card.getByRole('button', { name: 'Connect' }).click();
  await expect(card.getByText(/^Connected/).first()).toBeVisible();
  await syncNow(page);
  await expect(page.getByText(/Cin7 Core rejected the key/)).toHaveCount(0);
}
