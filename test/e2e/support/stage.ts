// The desktop app on a stage: accounts, a profile and a keyring of the test's own, and as many starts of the app as a story has.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Practice } from '../../../core/practice/practice.ts';
import { filesWith } from './accounts.ts';
import { startBrand, type BrandOptions } from './brand.ts';
import { expect, startApp, test as base, type StartedApp } from './desktop.ts';
import { startKeyring } from './keyring.ts';

export interface Stage {
  /** Starts the accounts and the profile. */
  begin(options: BrandOptions): Promise<Practice>;
  /** Plays one start of the app, from its window until it was asked to quit and did, with the keyring as it then is. */
  act(keyring: 'unlocked' | 'locked', play: (started: StartedApp) => Promise<void>): Promise<void>;
}

export const test = base.extend<{ stage: Stage }>({
  async stage({ folder }, use) {
    const profile = join(folder, 'profile');
    const home = join(folder, 'home');
    const temporary = join(folder, 'temporary');
    for (const path of [home, temporary]) mkdirSync(path);
    const brands: Practice[] = [];
    await use({
      async begin(options) {
        const practice = await startBrand(profile, options);
        brands.push(practice);
        return practice;
      },
      async act(state, play) {
        const keyring = await startKeyring(home, state);
        // Whatever it leaves behind is below the test's folder.
        const started = await startApp(profile, { ...keyring.environment, HOME: home, TMPDIR: temporary });
        try {
          await play(started);
        } finally {
          await started.app.close();
          await keyring.stop();
        }
        for (const { cin7 } of brands) expect(started.output()).not.toContain(cin7.applicationKey);
      },
    });
    // SEC-1: not even the keyring's own file has a key as it is.
    for (const practice of brands) {
      const { cin7, joor } = practice;
      expect(filesWith(folder, [cin7.applicationKey, joor.token, joor.clientSecret, joor.password])).toEqual([]);
      await practice.stop();
    }
  },
});

export { expect } from './desktop.ts';
