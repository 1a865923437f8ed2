// The settings as a file: given out without hosts and accounts, looked at before it is taken over, and taken over without
// them (SEC-3). No secret is ever among settings.
import { hashOf } from '../../base/hash.ts';
import { isRecord } from '../../base/guards.ts';
import type { ImportView } from '../../contract/settings.ts';
import { defaultSettings, parseSettings, portable, withImported, type Settings } from '../../settings/index.ts';
import type { Services } from '../services.ts';
import { effectOf } from './draft.ts';

/** The settings as a file's text: what differs from the defaults, and nothing that belongs to this computer. */
export function settingsText(settings: Settings): string {
  return `${JSON.stringify(portable(settings), null, 2)}\n`;
}

/** The same, of the profile. */
export async function exportSettings({ profile }: Services): Promise<string> {
  return settingsText(await profile.settings.load());
}

/**
 * Takes over a settings file's text, but no hosts, accounts or go-live instant (SEC-3). `revision` is what the person
 * saw; without it the present one counts. Throws as parseSettings and saving do.
 */
export async function importSettings(
  { profile }: Services,
  text: string,
  path: string,
  revision?: number,
): Promise<Settings> {
  const settings = await profile.settings.load();
  const next = withImported(settings, parseSettings(text, path));
  return profile.settings.save({ ...next, revision: revision ?? settings.revision });
}

/** What taking over a file would change here, area by area. Throws as parseSettings does. */
export async function importView(services: Services, text: string): Promise<ImportView> {
  const settings = await services.profile.settings.load();
  const next = withImported(settings, parseSettings(text, fileName));
  const areas = Object.keys(defaultSettings()).flatMap((area) => {
    const paths = differing(Reflect.get(settings, area), Reflect.get(next, area), '');
    return paths.length === 0 ? [] : [{ area, settings: paths }];
  });
  return { revision: settings.revision, areas, effect: await effectOf(services, settings, next) };
}

/** What a person calls a file whose name no screen knows. */
export const fileName = 'the file';

/** Paths below which two values differ, down to what is one setting. */
function differing(one: unknown, other: unknown, path: string): string[] {
  if (hashOf(one) === hashOf(other)) return [];
  if (!isRecord(one) || !isRecord(other)) return [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => differing(one[key], other[key], path === '' ? key : `${path}.${key}`));
}
