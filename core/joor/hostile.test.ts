// Whatever JOOR sends, the whole client either gives usable content or the one typed error; and what it sends with the
// noise that real answers have is read as the same.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caller, startClients, type Clients } from '../../test/support/clients.ts';
import { alteringWire, anyJson, cannedWire, noisy, spoilt, unbearable } from '../../test/support/hostile.ts';
import { SeamlineError } from '../base/errors.ts';
import type { JoorClient } from './client.ts';

type Ask = (joor: JoorClient, ids: Ids) => Promise<unknown>;
interface Ids {
  readonly product: string;
  readonly sku: string;
  readonly order: string;
  readonly customer: string;
}

const everything = { filter: 'all', exported: 'all' } as const;
const reads: readonly (readonly [string, Ask])[] = [
  ['price types', (joor) => joor.priceTypes(caller)],
  ['categories', (joor) => joor.categories(caller)],
  ['traits', (joor) => joor.traits(caller)],
  ['seasons', (joor) => joor.seasons(caller)],
  ['products', (joor) => joor.products(caller)],
  ['SKUs', (joor, { product }) => joor.skus([product], caller)],
  ['prices', (joor, { sku }) => joor.prices([sku], caller)],
  ['linesheets', (joor) => joor.linesheets(caller)],
  ['order headers', (joor, { order }) => joor.orderHeaders({ orderIds: [order] }, caller)],
  ['order lines', (joor, { order }) => joor.orderLines([order], caller)],
  ['orders', async (joor) => (await joor.orders(everything, caller)).orders],
  ['style count', (joor) => joor.styleCount(caller)],
  ['customers', (joor) => joor.connections(caller)],
  ['one customer', (joor, { customer }) => joor.connection(customer, caller)],
];

const writes: readonly (readonly [string, Ask])[] = [
  ['new styles', (joor) => joor.createProducts([], caller)],
  ['changed styles', (joor) => joor.updateProducts([], caller)],
  ['new SKUs', (joor) => joor.createSkus([], caller)],
  ['changed SKUs', (joor) => joor.updateSkus([], caller)],
  ['new prices', (joor) => joor.createPrices([], caller)],
  ['changed prices', (joor) => joor.updatePrices([], caller)],
  ['new seasons', (joor) => joor.createSeasons([], caller)],
  ['new linesheets', (joor) => joor.createLinesheets([], caller)],
  ['changed linesheets', (joor) => joor.updateLinesheets('ADD_ITEMS', [], caller)],
  ['style images', (joor) => joor.addStyleImages([], false, caller)],
  ['colour images', (joor) => joor.addColourImages([], caller)],
  ['export marks', (joor) => joor.markOrders([], caller)],
  ['stock', (joor) => joor.sendStock([], false, caller)],
  ['submitted customers', (joor) => joor.submitConnections([], caller)],
];

const token = { access_token: 't', expires_in: 36_000 };

function idsIn({ practice }: Clients): Ids {
  const { products, skus, orders, connections } = practice.joor.state;
  const approved = [...orders.values()].find(({ status }) => status === 'APPROVED');
  return {
    product: [...products.keys()][0] ?? '',
    sku: [...skus.keys()][0] ?? '',
    order: approved?.id ?? '',
    customer: [...connections.values()][0]?.fields.customer_code ?? '',
  };
}

describe('valid answers with noise', { timeout: 60_000 }, () => {
  it.each(reads)('%s are read as without it', async (_name, ask) => {
    let seed = 0;
    const clients = await startClients({
      through: (wire) => alteringWire(wire, (json) => (seed === 0 ? json : noisy(json, seed))),
    });
    const ids = idsIn(clients);
    const plain = await ask(clients.joor, ids);
    expect(unbearable(plain)).toEqual([]);
    for (seed = 1; seed <= 4; seed += 1) expect(await ask(clients.joor, ids)).toEqual(plain);
  });

  it('the token is one, whatever stands beside it', async () => {
    let seed = 1;
    const clients = await startClients({ through: (wire) => alteringWire(wire, (json) => noisy(json, seed)) });
    for (; seed <= 4; seed += 1) {
      clients.practice.joor.edits.expireTokens();
      expect((await clients.joor.products(caller)).length).toBeGreaterThan(0);
    }
    clients.clock.advance(9 * 3_600_000);
    await clients.joor.products(caller);
    expect(clients.practice.joor.log.count('/auth/')).toBe(4);
  });
});

/** What is wrong with an outcome: content that nobody can bear, or an error that is not the typed one. */
async function problemsOf(asked: Promise<unknown>): Promise<string[]> {
  try {
    return unbearable(await asked);
  } catch (error) {
    return error instanceof SeamlineError && error.nextStep !== '' && error.code !== 'internal' ? [] : [String(error)];
  }
}

describe('answers that nobody hopes to see', { timeout: 60_000 }, () => {
  it.each([...reads, ...writes])('%s: any JSON gives usable content or the typed error', async (_name, ask) => {
    let answer: unknown = null;
    const clients = await startClients({
      through: () => cannedWire((url) => (url.endsWith('/auth/') ? token : answer)),
    });
    const ids = idsIn(clients);
    await fc.assert(
      fc.asyncProperty(anyJson, async (json) => {
        answer = json;
        expect(await problemsOf(ask(clients.joor, ids))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('a sign-in answered by any JSON, too', async () => {
    let answer: unknown = null;
    const clients = await startClients({ through: () => cannedWire(() => answer) });
    await fc.assert(
      fc.asyncProperty(anyJson, async (json) => {
        answer = json;
        expect(await problemsOf(clients.joor.products(caller))).toEqual([]);
      }),
    );
  });

  it.each(reads)('%s: a real answer spoilt anywhere, too', async (_name, ask) => {
    const real: unknown[] = [];
    const clients = await startClients({
      through: (wire) =>
        alteringWire(wire, (json, url) => {
          if (!url.endsWith('/auth/')) real.push(json);
          return json;
        }),
    });
    const ids = idsIn(clients);
    await ask(clients.joor, ids);
    let answer: unknown = null;
    const spoiled = await startClients({
      through: () => cannedWire((url) => (url.endsWith('/auth/') ? token : answer)),
    });
    await fc.assert(
      fc.asyncProperty(spoilt(real[0]), async (json) => {
        answer = json;
        expect(await problemsOf(ask(spoiled.joor, ids))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
