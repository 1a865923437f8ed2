// Reads and saves settings as a whole, with compare-and-swap on `revision` and one copy of the file before. Keeps to
// the file what a person wrote: only what differs from the defaults is saved.
import { isRecord } from '../base/guards.ts';
import { hashOf } from '../base/hash.ts';
import { SeamlineError } from '../base/errors.ts';
import type { TextFile } from '../base/ports.ts';
import { checkSettings, defaultSettings, parseSettings } from './read.ts';
import type { Settings } from './schema.ts';

export interface SettingsStore {
  /** The settings now in the file; the defaults when there is none. Throws as parseSettings does. */
  load(): Promise<Settings>;
  /**
   * Saves settings that were made from the given ones, and gives them back with their new revision.
   * Throws `settings-changed` when somebody saved in between, `settings-refused` when they break a rule.
   */
  save(settings: Settings): Promise<Settings>;
  /**
   * Puts the copy before the last save in place of a file that can't be read; the damaged text is kept beside it.
   * Throws `settings-unreadable` when there is no copy, or it can't be read either.
   */
  restore(): Promise<Settings>;
  /** Where the file is. */
  readonly path: string;
}

/** A store over a settings file, its copy from before the last save, and the place for a damaged one. */
export function createSettingsStore(file: TextFile, backup: TextFile, damaged: TextFile): SettingsStore {
  const load = async () => {
    const text = await file.read();
    return text === null ? defaultSettings() : parseSettings(text, file.path);
  };
  return {
    path: file.path,
    load,
    async save(settings) {
      const before = await file.read();
      const current = before === null ? defaultSettings() : parseSettings(before, file.path);
      if (current.revision !== settings.revision) throw changedMeanwhile();
      const next = checkSettings({ ...settings, revision: settings.revision + 1 }, file.path);
      if (before !== null) await backup.write(before);
      await file.write(`${JSON.stringify(withoutDefaults(next), null, 2)}\n`);
      return next;
    },
    async restore() {
      const [text, copy] = [await file.read(), await backup.read()];
      if (copy === null) throw noCopy(file.path);
      const restored = parseSettings(copy, backup.path);
      if (text !== null) await damaged.write(text);
      await file.write(copy);
      return restored;
    },
  };
}

/** What differs from the defaults, as a plain object: what a person would have written by hand. */
export function withoutDefaults(settings: Settings): Record<string, unknown> {
  const difference = differing(settings, defaultSettings());
  return { version: settings.version, revision: settings.revision, ...(isRecord(difference) ? difference : {}) };
}

function differing(value: unknown, standard: unknown): unknown {
  if (!isRecord(value) || !isRecord(standard)) return hashOf(value) === hashOf(standard) ? undefined : value;
  const members = Object.entries(value)
    .map(([key, member]) => [key, differing(member, standard[key])] as const)
    .filter(([, member]) => member !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

function noCopy(path: string): SeamlineError {
  return new SeamlineError('settings-unreadable', {
    sentence: `There is no copy of ${path} to go back to.`,
    nextStep: 'Correct the file by hand, or take it away to start with the defaults. The keys stay in the keychain.',
  });
}

function changedMeanwhile(): SeamlineError {
  return new SeamlineError('settings-changed', {
    sentence: 'The settings were changed elsewhere while you edited them.',
    nextStep: 'Look at the new settings and make your change again. Nothing was saved.',
  });
}
