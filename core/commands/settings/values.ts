// Single settings from outside: read one or all, change one or several. No secret is ever among them.
import type { SettingChange } from '../../contract/settings.ts';
import { settingAt, withoutDefaults, withSetting, withSettings, type Settings } from '../../settings/index.ts';
import type { Services } from '../services.ts';

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
  changes: readonly SettingChange[],
): Promise<Settings> {
  const next = withChanges(await profile.settings.load(), changes);
  return profile.settings.save({ ...next, revision });
}

/** The settings with several changes. Throws `settings-refused` when the result breaks a rule. */
export function withChanges(settings: Settings, changes: readonly SettingChange[]): Settings {
  return withSettings(
    settings,
    changes.map(({ path, value }) => ({ path, text: value === undefined ? 'default' : JSON.stringify(value) })),
  );
}
