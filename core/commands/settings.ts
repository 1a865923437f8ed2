// Settings from outside: read one or all, change one, take over a file, give one out. No secret is ever among them.
import {
  parseSettings,
  settingAt,
  withImported,
  withoutDefaults,
  withSetting,
  type Settings,
} from '../settings/index.ts';
import type { Services } from './services.ts';

/** One setting by its path, or all that differ from the defaults. */
export async function getSetting({ profile }: Services, path?: string): Promise<unknown> {
  const settings = await profile.settings.load();
  return path === undefined ? withoutDefaults(settings) : settingAt(settings, path);
}

/** Changes one setting; `default` puts the default back. */
export async function setSetting({ profile }: Services, path: string, value: string): Promise<Settings> {
  return profile.settings.save(withSetting(await profile.settings.load(), path, value));
}

/**
 * Changes several settings at once, all of them or none. An undefined value puts the default back. Throws
 * `settings-changed` when they were saved in between, `settings-refused` when the result breaks a rule.
 */
export async function changeSettings(
  { profile }: Pick<Services, 'profile'>,
  revision: number,
  changes: readonly { readonly path: string; readonly value?: unknown }[],
): Promise<Settings> {
  const settings = await profile.settings.load();
  const next = changes.reduce(
    (changed, { path, value }) => withSetting(changed, path, value === undefined ? 'default' : JSON.stringify(value)),
    settings,
  );
  return profile.settings.save({ ...next, revision });
}

/** Takes over a settings file's text, but no hosts, accounts or go-live instant (SEC-3). */
export async function importSettings({ profile }: Services, text: string, path: string): Promise<Settings> {
  return profile.settings.save(withImported(await profile.settings.load(), parseSettings(text, path)));
}

/** The settings as a file's text, defaults left out. */
export async function exportSettings({ profile }: Services): Promise<string> {
  return `${JSON.stringify(withoutDefaults(await profile.settings.load()), null, 2)}\n`;
}
