// Answers that nobody hopes to see, and valid answers with the noise that real ones have: unknown members, numbers and
// booleans as texts, "" for nothing.
import * as fc from 'fast-check';
import type { Exchange, Reply } from '../../core/http/operation.ts';
import type { Wire } from '../../core/http/wire.ts';

const nasty: readonly unknown[] = [
  '',
  ' ',
  null,
  0,
  -1,
  1e21,
  1e-7,
  2 ** 53,
  '1,5',
  'NaN',
  'Infinity',
  '0x10',
  '__proto__',
  'constructor',
  true,
  [],
  {},
  [null],
  [''],
  [[]],
  '2026-02-30T00:00:00Z',
  '0000-00-00',
  '😀\uD800',
  '<script>',
];

/** Any JSON. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...nasty), fc.jsonValue({ maxDepth: 4 }));

/** A valid document with up to three of its values, wherever they stand, replaced by any JSON. */
export function spoilt(document: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(document);
  const change = fc.tuple(fc.constantFrom(...paths), anyJson);
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((spoiled, [path, value]) => replaced(spoiled, path, value), document));
}

type Path = readonly (string | number)[];

/** The place of every value; of long lists only the first rows. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value)
    ? value.slice(0, 3).flatMap((item: unknown, index) => pathsOf(item, [...path, index]))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...path, name]))
      : [];
  return [path, ...inner];
}

function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, by) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === step ? replaced(item, rest, by) : item]),
  );
}

/** The document with noise that must change nothing: which values get it follows from the seed. */
export function noisy(document: unknown, seed: number): unknown {
  let state = seed;
  const isChosen = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % 2 === 0;
  };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (isObject(value)) {
      const entries = Object.entries(value).map(([name, item]): [string, unknown] => [name, walk(item)]);
      return Object.fromEntries(isChosen() ? [['NewIn2027', { deep: [1] }], ...entries, ['_x', null]] : entries);
    }
    if (!isChosen()) return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return value === null ? '' : value === '' ? null : value;
  };
  return walk(document);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** A wire whose replies are changed on their way in. */
export function alteringWire(wire: Wire, alter: (json: unknown, url: string) => unknown): Wire {
  return {
    ...wire,
    async exchange(operation, headers, signal, timeout): Promise<Exchange> {
      const exchange = await wire.exchange(operation, headers, signal, timeout);
      if ('failure' in exchange || exchange.reply.json === undefined) return exchange;
      const json = alter(exchange.reply.json, operation.url);
      return { reply: { ...exchange.reply, json, text: JSON.stringify(json) } };
    },
  };
}

/** A wire that answers everything with this JSON, and the network never. */
export function cannedWire(answer: (url: string) => unknown): Wire {
  return {
    close: () => undefined,
    inspect: async () => ({ proxy: null, certificate: null }),
    async exchange({ url }): Promise<Exchange> {
      const json = answer(url);
      const headers = { 'content-type': 'application/json', date: 'Mon, 23 Nov 2026 02:00:00 GMT' };
      const reply: Reply = { status: 200, headers, text: JSON.stringify(json), json };
      return { reply };
    },
  };
}

/** Paths at which a value holds what no later step could bear: not a number, nothing at all, a function. */
export function unbearable(value: unknown, path = ''): string[] {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return [path];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value instanceof Map) return [...value].flatMap(([key, inner]) => unbearable(inner, `${path}.${String(key)}`));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => unbearable(inner, `${path}.${key}`));
}
