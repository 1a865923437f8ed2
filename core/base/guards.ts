// Narrowing of unknown values, so that nobody has to assert a type.

/** The record's own value of this key; a name from outside, `constructor` say, must not find what every object has. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** True for a plain object with string keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
