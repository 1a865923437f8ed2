// Offices as tests need them: worlds behind proxies and TLS, with other addresses and accounts than those of practice.
import { createServer } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { directNetwork, secretNames, type Network } from '../../core/base/ports.ts';
import type { Practice } from '../../core/practice/practice.ts';
import { startProxy, type ProxyOptions } from '../../core/practice/wire/proxy.ts';
import { worldFor } from './expect.ts';
import { secretsOf, type World, type WorldOptions } from './world.ts';

const trusting = ({ rootCertificate }: Practice): Network => ({
  ...directNetwork,
  certificates: () => (rootCertificate === null ? [] : [rootCertificate]),
});

/** A world behind TLS and a proxy; `wayOf` is how this computer's settings name the proxy. */
export async function behindProxy(options: ProxyOptions, wayOf: (origin: string) => string, more: WorldOptions = {}) {
  const proxy = await startProxy(options);
  onTestFinished(() => proxy.stop());
  const way = wayOf(proxy.origin);
  const world = await worldFor({
    tls: true,
    ...more,
    network: (practice) => ({ ...trusting(practice), waysTo: async () => [way] }),
  });
  return { world, proxy, host: new URL(proxy.origin).host };
}

/** A port of this computer on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export const connectionsSchema = z.object({
  cin7: z.record(z.string(), z.unknown()),
  joor: z.record(z.string(), z.unknown()),
});

/** Settings with other addresses or another account. */
export const connecting =
  (changes: { cin7?: Record<string, unknown>; joor?: Record<string, unknown> }) =>
  (settings: Record<string, unknown>): void => {
    const { cin7, joor } = connectionsSchema.parse(settings['connections']);
    settings['connections'] = { cin7: { ...cin7, ...changes.cin7 }, joor: { ...joor, ...changes.joor } };
  };

/** Everything that a person could see of a report, without the keys of these practice accounts. */
export async function expectNoSecret(world: World, shown: unknown): Promise<void> {
  const secrets = secretsOf(world.practice);
  const text = JSON.stringify(shown);
  for (const name of secretNames) expect(text).not.toContain(await secrets.get(name, '', ''));
}
