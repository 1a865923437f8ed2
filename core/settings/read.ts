// From a settings file's text to settings, or to an error that names the line or the key. Nothing is repaired or
// dropped silently: a file that can't be understood stays as it is, and nothing runs.
import type { z } from 'zod';
import { SeamlineError } from '../base/errors.ts';
import { brokenRules, type BrokenRule } from './rules.ts';
import { settingsSchema, type Settings } from './schema.ts';

/** The settings that an empty file means. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({});
}

/**
 * Settings from a file's text.
 * Throws `settings-unreadable` for text that isn't JSON (with the line), `settings-refused` for a value that breaks a
 * rule or a key that doesn't exist (with its path).
 */
export function parseSettings(text: string, path = 'settings.json'): Settings {
  return checkSettings(parseJson(text, path), path);
}

/** Settings from a value, by the same rules as a file's. Throws `settings-refused`. */
export function checkSettings(value: unknown, path = 'settings.json'): Settings {
  const result = settingsSchema.safeParse(value);
  if (!result.success) throw refused(result.error.issues.flatMap(issueProblems), path);
  const broken = brokenRules(result.data);
  if (broken.length > 0) throw refused(broken, path);
  return result.data;
}

function parseJson(text: string, path: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(plain);
  } catch (error) {
    throw new SeamlineError('settings-unreadable', {
      sentence: `Settings can't be read: line ${damagedLine(plain)} of ${path} isn't valid JSON.`,
      nextStep: 'The file is kept and nothing runs. Mend that line, or restore the copy beside it (settings.json.bak).',
      details: { path },
      cause: error,
    });
  }
}

/** The line at which JSON stops making sense, counted from 1. Not every message of the parser names a place. */
function damagedLine(text: string): number {
  const lines = text.split('\n');
  for (const index of lines.keys()) {
    const beginning = lines.slice(0, index + 1).join('\n');
    const place = damagedPlace(beginning);
    if (place !== null) return beginning.slice(0, place).split('\n').length;
  }
  return lines.length;
}

/** Where a text is damaged; null for one that only lacks its end. */
function damagedPlace(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/end of JSON/.test(message)) return null;
    const place = Number(/position (\d+)/.exec(message)?.[1] ?? text.length - 1);
    return place < text.length ? place : null;
  }
}

function issueProblems(issue: z.core.$ZodIssue): BrokenRule[] {
  const at = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at === '' ? key : `${at}.${key}`, sentence: "isn't a setting" }));
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.find((errors) => errors.length > 0)?.[0];
    return [{ path: at, sentence: nearest ? wording(nearest) : 'has a value that is not allowed' }];
  }
  return [{ path: at === '' ? 'the file' : at, sentence: wording(issue) }];
}

function wording(issue: z.core.$ZodIssue): string {
  const message = issue.message;
  return /^[A-Z]/.test(message) ? `isn't right: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message;
}

function refused(problems: readonly BrokenRule[], path: string): SeamlineError {
  const lines = problems.map(({ path: key, sentence }) => `${key} ${sentence}`);
  const shown = lines.slice(0, 3).join('; ');
  const more = lines.length > 3 ? `; and ${lines.length - 3} more` : '';
  return new SeamlineError('settings-refused', {
    sentence: `The settings can't be used: ${shown}${more}.`,
    nextStep: `Change this in ${path} or with "seamline settings set". Nothing ran.`,
    details: { path, problems },
  });
}
