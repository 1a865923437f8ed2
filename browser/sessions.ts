// Who is signed in: a code that is good once is exchanged for a bearer, which the tab keeps in its sessionStorage. Both are
// random, live in memory only, and are compared in constant time.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../core/base/ports.ts';

export interface Sessions {
  /** A new code, good once. */
  newCode(): string;
  /** The bearer for a code, or null for one that isn't known or was used. */
  exchange(code: string): string | null;
  isKnown(bearer: string): boolean;
}

export function createSessions(ids: Ids): Sessions {
  const codes = new Set<string>();
  const bearers = new Set<string>();
  const random = () => `${ids.uuid()}${ids.uuid()}`.replaceAll('-', '');
  const find = (known: Set<string>, text: string) => [...known].find((one) => isEqual(one, text));
  return {
    newCode() {
      const code = random();
      codes.add(code);
      return code;
    },
    exchange(code) {
      const known = find(codes, code);
      if (known === undefined) return null;
      codes.delete(known);
      const bearer = random();
      bearers.add(bearer);
      return bearer;
    },
    isKnown: (bearer) => find(bearers, bearer) !== undefined,
  };
}

function isEqual(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
