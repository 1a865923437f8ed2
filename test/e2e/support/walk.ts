// Everything that can lie over a screen, opened one after the other over the real core and practice accounts: dialogs, sheets,
// menus, drawers, tooltips, toasts. The same walk in both hosts, so that neither has something that nobody looked at.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Practice } from '../../../core/practice/practice.ts';
import { goLive, syncNow } from './story.ts';

const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: new RegExp(`^${name}`) });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();
const dialog = (page: Page) => page.getByRole('dialog');
const drawer = (page: Page) => page.getByRole('complementary', { name: /^(Order|Style|Run)/ });

/** Opens an order in this state, unless one is open. */
async function openOrder(page: Page, state: RegExp): Promise<void> {
  await place(page, 'Orders').click();
  if ((await drawer(page).count()) === 0) await page.getByRole('row', { name: state }).first().click();
  await expect(drawer(page)).toBeVisible();
}

/** A button of an order that needs somebody. */
const inOrder = (name: string | RegExp) => async (page: Page) => {
  await openOrder(page, /Needs you/);
  await button(page, name).click();
};

interface Step {
  readonly what: string;
  readonly open: (page: Page) => Promise<void>;
  /** What stands there when it is open. */
  readonly shown: (page: Page) => Locator;
}

const settings = (page: Page, section: string) =>
  page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: section, exact: true });

/** In a set-up Seamline that ran once. Each step begins where the one before ended, with nothing over the screen. */
const steps: readonly Step[] = [
  {
    what: 'the menu of the brand',
    open: (page) => page.getByRole('button', { name: /^Seamline / }).click(),
    shown: (page) => page.getByRole('menu'),
  },
  { what: 'finding anything', open: (page) => page.keyboard.press('ControlOrMeta+k'), shown: dialog },
  {
    what: 'what was settled',
    open: async (page) => {
      await place(page, 'Home').click();
      await button(page, 'History').click();
    },
    shown: dialog,
  },
  { what: 'the dry run', open: (page) => button(page, 'Dry run').click(), shown: dialog },
  {
    what: 'a style',
    open: async (page) => {
      await place(page, 'Styles').click();
      await page.getByRole('row').nth(1).click();
    },
    shown: drawer,
  },
  { what: 'an order that needs somebody', open: (page) => openOrder(page, /Needs you/), shown: drawer },
  {
    what: 'the menu of an order',
    open: inOrder('More'),
    shown: (page) => page.getByRole('menu'),
  },
  { what: 'a match of a line', open: inOrder(/^Match/), shown: dialog },
  { what: 'a hold', open: inOrder('Hold'), shown: dialog },
  {
    what: 'a tooltip',
    open: async (page) => {
      await openOrder(page, /Needs you/);
      await button(page, 'More').hover();
    },
    shown: (page) => page.getByRole('tooltip'),
  },
  {
    what: 'a toast',
    open: async (page) => drawer(page).getByRole('heading').getByRole('button').first().click(),
    shown: (page) => page.getByText(/^Copied/),
  },
  {
    what: 'an order that is in Cin7',
    open: async (page) => {
      await button(page, 'Close').click();
      await openOrder(page, /In Cin7/);
    },
    shown: drawer,
  },
  { what: 'the comparison with its sale', open: (page) => button(page, /^(Compare|Re-export)/).click(), shown: dialog },
  {
    what: 'a run',
    open: async (page) => {
      await place(page, 'Activity').click();
      await page.getByRole('main').getByRole('listitem').getByRole('button').first().click();
    },
    shown: drawer,
  },
  {
    what: 'older orders',
    open: async (page) => {
      await place(page, 'Settings').click();
      await settings(page, 'Orders and sales').click();
      await button(page, 'Look at older orders').click();
    },
    shown: dialog,
  },
  {
    what: 'settings from a file',
    open: async (page) => {
      await settings(page, 'Back-up').click();
      const file = {
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"inventory":{"buffer":2}}'),
      };
      await page.locator('input[type="file"]').setInputFiles(file);
    },
    shown: dialog,
  },
];

/** Closes whatever lies over the screen. */
async function closeOver(page: Page): Promise<void> {
  const over = dialog(page).or(page.getByRole('menu'));
  if ((await over.count()) === 0) return;
  await page.keyboard.press('Escape');
  await expect(over).toHaveCount(0);
}

/** From the keys to the last dialog; `look` is called with each thing open, by its name. */
export async function walkEverything(
  page: Page,
  practice: Practice,
  look: (what: string) => void | Promise<void>,
): Promise<void> {
  await goLive(page, practice);
  await look('going live with each flow');
  await syncNow(page);
  for (const { what, open, shown } of steps) {
    await open(page);
    await expect(shown(page).first(), what).toBeVisible();
    await look(what);
    await closeOver(page);
  }
  const sections = page.getByRole('navigation', { name: 'Settings' }).getByRole('button');
  for (const name of await sections.allTextContents()) {
    await settings(page, name).click();
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await look(`the settings of ${name}`);
  }
}
