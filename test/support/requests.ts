// What both practice accounts were asked since a moment, for tests that count requests or look into their bodies.
import type { Practice } from '../../core/practice/practice.ts';
import type { LoggedRequest } from '../../core/practice/wire/request-log.ts';

export interface RequestsSince {
  /** Cin7 Core's, as `GET /product`. */
  cin7(): string[];
  /** What changes something in Cin7 Core. */
  cin7Writes(): string[];
  /** JOOR's, signing in left out. */
  joorReads(): string[];
  joorWrites(): string[];
  /** The bodies of what was posted to a path that ends so, parsed. */
  bodies(path: string): unknown[];
  /** Full entries of both accounts in the order in which they came. */
  entries(): LoggedRequest[];
}

/** Watches both accounts from now on. */
export function requestsSince({ cin7, joor }: Practice): RequestsSince {
  const [lastCin7, lastJoor] = [cin7.log.entries.at(-1)?.id ?? 0, joor.log.entries.at(-1)?.id ?? 0];
  const ofCin7 = () => cin7.log.since(lastCin7);
  const ofJoor = () => joor.log.since(lastJoor).filter(({ path }) => path !== '/auth/');
  const entries = () => [...ofCin7(), ...ofJoor()].sort((a, b) => a.number - b.number);
  return {
    cin7: () => ofCin7().map(label),
    cin7Writes: () => ofCin7().filter(isWrite).map(label),
    joorReads: () =>
      ofJoor()
        .filter((entry) => !isWrite(entry))
        .map(label),
    joorWrites: () => ofJoor().filter(isWrite).map(label),
    bodies: (path) =>
      entries()
        .filter((entry) => isWrite(entry) && entry.path.endsWith(path))
        .map(({ requestBody }): unknown => JSON.parse(requestBody)),
    entries,
  };
}

const isWrite = ({ method }: LoggedRequest) => method !== 'GET';

const label = ({ method, path }: LoggedRequest) => `${method} ${path.replace('/ExternalApi/v2', '')}`;
