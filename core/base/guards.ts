// Narrowing of unknown values, so that nobody has to assert a type.

/** True for a plain object with string keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
