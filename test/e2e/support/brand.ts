// A brand's two accounts for a story: practice accounts in this process, on the computer's own clock, and a profile that knows
// their addresses. Keys are typed on the screen, as a person would.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { day, instantOf, shiftInstant } from '../../../core/base/dates.ts';
import { systemClock } from '../../../core/base/node/clock.ts';
import { startPractice, type Practice } from '../../../core/practice/practice.ts';
import { practiceSettings } from '../../../core/practice/settings.ts';

export interface BrandOptions {
  /** `new`: only the addresses are known. `set-up`: everything is chosen as for a brand that works with Seamline. */
  readonly profile: 'new' | 'set-up';
}

/** Starts both accounts and writes the profile's settings into the folder. */
export async function startBrand(folder: string, { profile }: BrandOptions): Promise<Practice> {
  const practice = await startPractice({
    clock: systemClock,
    size: 'small',
    cin7: { switches: { limit: 5_000 } },
    joor: { switches: { quota: 5_000 } },
  });
  const now = instantOf(systemClock.now());
  const whole = practiceSettings(practice, { goLive: shiftInstant(now, -10 * day), rateOf: now.slice(0, 10) });
  const { cin7, joor } = whole.connections;
  // A person doesn't wait for limits in a story; that they are kept is shown elsewhere.
  const connections = {
    cin7: { ...cin7, pace: { calls: 5_000, seconds: 60 } },
    joor: { ...joor, pace: { credits: 5_000, seconds: 300 } },
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings = profile === 'new' ? { connections } : { ...whole, connections };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
  return practice;
}

/** Types the keys of Cin7 Core and connects. */
export async function connectCin7(page: Page, { cin7 }: Practice, applicationKey = cin7.applicationKey): Promise<void> {
  const card = page.getByRole('region', { name: 'Cin7 Core' });
  await card.getByLabel('Account ID').fill(cin7.accountId);
  await card.getByLabel('Application key').fill(applicationKey);
  await card.getByRole('button', { name: 'Connect' }).click();
}

/** Types the keys of JOOR and connects, by Enter. */
export async function connectJoor(page: Page, { joor }: Practice): Promise<void> {
  const card = page.getByRole('region', { name: 'JOOR' });
  await card.getByLabel('API token').fill(joor.token);
  await card.getByLabel('Client ID').fill(joor.clientId);
  await card.getByLabel('Client secret').fill(joor.clientSecret);
  await card.getByLabel('User name').fill(joor.username);
  await card.getByLabel('Password').fill(joor.password);
  await card.getByLabel('Password').press('Enter');
}
