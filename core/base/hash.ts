// Fingerprints of content (RUN-4). Two values with the same content have the same hash, whatever the order of their
// keys, so that a hash can be compared across runs and versions.
import { createHash } from 'node:crypto';

/** A value as text with sorted keys; members that are undefined don't count. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** 128 bits of SHA-256 over the canonical text, as 32 hex digits. */
export function hashOf(value: unknown): string {
  return hashText(canonicalText(value));
}

/** The same of a text as it stands: for content that is already in a fixed form. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
