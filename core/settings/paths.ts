// Single settings by their dotted path, as the command line names them: `inventory.buffer`. A path segment with a dot in
// it (a linesheet's name) is written in brackets: `linesheets.details["Spring 27"].start`.
import { SeamlineError } from '../base/errors.ts';
import { isRecord } from '../base/guards.ts';
import { checkSettings } from './read.ts';
import { withoutDefaults } from './store.ts';
import type { Settings } from './schema.ts';

/** The segments of a dotted path. Throws `usage` for one that can't be read. */
function pathSegments(path: string): string[] {
  const segments: string[] = [];
  const pattern = /\["((?:[^"\\]|\\.)*)"\]|\.?([^.[\]"]+)/gy;
  let end = 0;
  for (let match = pattern.exec(path); match !== null; match = pattern.exec(path)) {
    segments.push(match[1] === undefined ? (match[2] ?? '') : match[1].replace(/\\(.)/g, '$1'));
    end = pattern.lastIndex;
  }
  if (segments.length === 0 || end !== path.length) throw unknownPath(path);
  return segments;
}

/** The value at a path. Throws `usage` when there is no such setting. */
export function settingAt(settings: Settings, path: string): unknown {
  let value: unknown = settings;
  for (const segment of pathSegments(path)) {
    if (!isRecord(value) || !Object.hasOwn(value, segment)) throw unknownPath(path);
    value = value[segment];
  }
  return value;
}

/**
 * The settings with one value changed; the text is read as JSON when it is, else taken as text. `default` puts the
 * default back. Throws `settings-refused` when the result breaks a rule, `usage` for a path that can't be.
 */
export function withSetting(settings: Settings, path: string, text: string): Settings {
  const segments = pathSegments(path);
  const last = segments.at(-1);
  if (last === undefined || segments[0] === 'revision' || segments[0] === 'version') throw unknownPath(path);
  const changed = withoutDefaults(settings);
  let place = changed;
  for (const segment of segments.slice(0, -1)) {
    const inner = Object.hasOwn(place, segment) ? place[segment] : undefined;
    const next: Record<string, unknown> = isRecord(inner) ? { ...inner } : {};
    place[segment] = next;
    place = next;
  }
  if (text === 'default') delete place[last];
  else place[last] = valueOf(text);
  return checkSettings(changed);
}

/**
 * Settings from another file taken over into these (SEC-3): everything but the connections, whose hosts and accounts
 * stay as they are, and the go-live instant, which belongs to this account.
 */
export function withImported(settings: Settings, imported: Settings): Settings {
  const { goLive: _theirs, ...orders } = imported.orders;
  const { goLive } = settings.orders;
  return checkSettings({
    ...imported,
    revision: settings.revision,
    connections: settings.connections,
    orders: goLive === undefined ? orders : { ...orders, goLive },
  });
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function unknownPath(path: string): SeamlineError {
  return new SeamlineError('usage', {
    sentence: `There is no setting ${path}, or it isn't set.`,
    nextStep: 'Run "seamline settings get" to see what is set; docs/settings.md lists them all.',
  });
}
