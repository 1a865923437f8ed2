// A connection for the tests of this room that gives prepared answers and notes what was asked.
import { defaultJoorSwitches, type JoorSwitches } from './switches.ts';
import type { JoorConnection } from './connection.ts';

type AskedRequest = Parameters<JoorConnection['v4']>[0] & { readonly version: 'v2' | 'v4' };

export interface CannedConnection extends JoorConnection {
  readonly asked: readonly AskedRequest[];
}

/** A connection whose n-th request is answered by the n-th value, and every further one by the last. */
export function cannedConnection(answers: readonly unknown[], switches: Partial<JoorSwitches> = {}): CannedConnection {
  const asked: AskedRequest[] = [];
  const ask =
    (version: AskedRequest['version']): JoorConnection['v4'] =>
    async (request, _caller, read) => {
      asked.push({ ...request, version });
      const content = await read(answers[Math.min(asked.length, answers.length) - 1]);
      return { content, serverTime: `2026-11-23T01:00:0${asked.length % 10}.000Z` };
    };
  return {
    asked,
    switches: { ...defaultJoorSwitches, ...switches },
    accessToken: () => null,
    v4: ask('v4'),
    v2: ask('v2'),
  };
}
