// Single settings by their dotted path, as the command line names them: `inventory.buffer`. A path segment with a dot in
// it (a linesheet's name) is written in brackets: `linesheets.details["Spring 27"].start`; an entry of a list by its place,
// from 0: `inventory.warehouses.0.locations`.
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
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) throw unknownPath(path);
    value = Reflect.get(value, segment);
  }
  return value;
}

/**
 * The settings with one value changed; the text is read as JSON when it is, else taken as text. `default` puts the
 * default back. Throws `settings-refused` when the result breaks a rule, `usage` for a path that can't be.
 */
export function withSetting(settings: Settings, path: string, text: string): Settings {
  return withSettings(settings, [{ path, text }]);
}

/** The same for several values at once: only the result has to keep the rules. */
export function withSettings(
  settings: Settings,
  changes: readonly { readonly path: string; readonly text: string }[],
): Settings {
  const changed = changes.reduce<unknown>((value, { path, text }) => {
    const segments = pathSegments(path);
    if (segments[0] === 'revision' || segments[0] === 'version') throw unknownPath(path);
    return withValue(value, segments, text, path);
  }, withoutDefaults(settings));
  return checkSettings(changed);
}

/** A copy of the value with what stands behind the segments changed. A list keeps its length, or grows by one at its end. */
function withValue(value: unknown, [segment, ...deeper]: readonly string[], text: string, path: string): unknown {
  if (segment === undefined) return valueOf(text);
  const isPutBack = deeper.length === 0 && text === 'default';
  if (Array.isArray(value)) {
    const list: unknown[] = [...value];
    if (!/^\d+$/.test(segment) || Number(segment) > list.length) throw unknownPath(path);
    if (isPutBack) return list.toSpliced(Number(segment), 1);
    list[Number(segment)] = withValue(list[Number(segment)], deeper, text, path);
    return list;
  }
  const { [segment]: inner, ...others } = isRecord(value) ? value : {};
  return isPutBack ? others : { ...others, [segment]: withValue(inner, deeper, text, path) };
}

/** What may travel in a file (SEC-3): no hosts, no accounts, no go-live instant, and nothing that only counts here. */
export function portable(settings: Settings): Record<string, unknown> {
  const { revision: _revision, connections: _connections, ...others } = withoutDefaults(settings);
  const { orders } = others;
  if (!isRecord(orders)) return others;
  const { goLive: _goLive, ...travelling } = orders;
  return { ...others, orders: travelling };
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
