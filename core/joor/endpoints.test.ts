// Every call that Seamline makes to JOOR, asked of the practice account over real HTTP: it refuses unknown fields, wants
// both MIME types and the account, and answers as the reference says.
import { describe, expect, it } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import { caller, startClients } from '../../test/support/clients.ts';

const product = (number: string) => ({ identifier: `cin7:${number}`, number, name: `Shirt ${number}`, fields: {} });
const hour = 3_600_000;

describe('every endpoint of the reference', () => {
  it('takes what the client sends, by both generations', async () => {
    const { joor, practice } = await startClients();
    const [priceType] = await joor.priceTypes(caller);
    const [category] = await joor.categories(caller);
    expect(category?.department).not.toBe('');
    expect((await joor.traits(caller)).filter(({ isOfSku }) => isOfSku).map(({ name }) => name)).toEqual([
      'Color',
      'Size',
    ]);
    const season = await joor.createSeasons([{ name: 'HIGH SUMMER', code: 'HS27', year: 2027 }], caller);
    expect(season.refused).toEqual([]);
    expect((await joor.seasons(caller)).map(({ code }) => code)).toContain('HS27');

    const fields = { description: 'Linen', orderMinimum: '6', materials: 'LINEN 100%', countryOfOrigin: 'Portugal' };
    const [style] = (await joor.createProducts([{ ...product('SH-1'), fields }], caller)).done;
    const productId = style?.id ?? '';
    const sku = {
      productId,
      number: 'SH-1-N-S',
      identifier: 'cin7:s',
      barcode: '0333833074',
      colour: { code: 'NAVY', name: 'Navy', position: 1 },
      size: { code: 'S', name: 'Small', position: 1 },
    };
    const [made] = (await joor.createSkus([sku], caller)).done;
    const skuId = made?.id ?? '';
    expect(Buffer.from(skuId, 'base64').toString()).toMatch(/^0\|\d+\|\d+$/);
    expect(await joor.skus([productId], caller)).toEqual([made]);
    expect((await joor.updateSkus([{ ...sku, id: skuId, number: 'SH-1-NAVY-S' }], caller)).refused).toEqual([]);
    const price = { skuId, priceTypeId: priceType?.id ?? '', wholesale: '58.00', retail: '129.00' };
    const [priced] = (await joor.createPrices([price], caller)).done;
    expect((await joor.updatePrices([{ ...price, id: priced?.id ?? '', wholesale: '59.50' }], caller)).refused).toEqual(
      [],
    );
    expect(await joor.prices([skuId], caller)).toMatchObject([{ wholesale: '59.5', retail: '129' }]);

    const sheet = {
      name: 'SS27',
      code: 'SS27',
      window: { start: '2027-01-15' },
      items: [{ productId, position: 1, skuIds: [skuId] }],
    };
    const [linesheet] = (await joor.createLinesheets([sheet], caller)).done;
    expect(linesheet).toMatchObject({ isHidden: true, window: { start: '2027-01-15', complete: null } });
    const renamed = { ...sheet, id: linesheet?.id ?? '', name: 'SS27 Delivery 1' };
    expect((await joor.updateLinesheets('REPLACE_ITEMS', [renamed], caller)).done).toMatchObject([
      { name: 'SS27 Delivery 1' },
    ]);
    const image = { productId, colour: null, fileName: 'front.png', address: 'https://x.example/a.png', position: 1 };
    expect((await joor.addStyleImages([image], true, caller)).done).toEqual([{ productId, fileName: 'front.png' }]);
    const madeToOrder = {
      warehouse: 'Main',
      styleNumber: 'SH-1',
      styleIdentifier: 'cin7:SH-1',
      colourCode: 'NAVY',
      size: 'Small',
      barcode: null,
      units: 0,
      madeToOrder: true,
    };
    expect(await joor.sendStock([madeToOrder], false, caller)).toEqual({ taken: 1, passed: [true] });
    expect([...practice.joor.state.madeToOrder]).toEqual([skuId]);
    expect(await joor.styleCount(caller)).toBe(practice.joor.state.products.size);
    expect(practice.joor.log.entries.filter(({ status }) => status !== 200)).toEqual([]);
  });

  it('RUN-7 a second create is DUPLICATED and makes nothing; the item beside it is taken', async () => {
    const { joor, practice } = await startClients();
    await joor.createProducts([product('A')], caller);
    const answer = await joor.createProducts([product('A'), product('B')], caller);
    expect(answer.done.map(({ number }) => number)).toEqual(['B']);
    expect(answer.refused).toMatchObject([{ status: 'DUPLICATED' }]);
    expect(answer.refused[0]?.about).toContain('cin7:A');
    expect(practice.joor.log.entries.at(-1)?.status).toBe(200);
  });
});

describe('orders', () => {
  it.each(['response', 'list'] as const)('are read under the root of the %s, empty lists as ""', async (ordersRoot) => {
    const { joor, practice } = await startClients({ theirs: { joor: { ordersRoot, emptyListsAsEmptyString: true } } });
    const { orders } = await joor.orders({ filter: 'all', exported: 'all' }, caller);
    expect(orders.map(({ id }) => id)).toEqual(
      [...practice.joor.state.orders.keys()].sort((a, b) => Number(a) - Number(b)),
    );
    expect(
      [...practice.joor.state.orders.values()].filter(({ exportStatus }) => exportStatus === 'SUCCESS'),
    ).toHaveLength(practice.brand.orders.filter(({ exportState }) => exportState === 'SUCCESS').length);
    const none = await joor.orders({ filter: 'all', exported: 'changedSinceExport' }, caller);
    expect(none.orders).toEqual([]);
  });

  it('ORD-1 headers of v4 are read to the end, however small the largest page is', async () => {
    const { joor, practice } = await startClients({ theirs: { joor: { maxPageSize: 5 } } });
    const headers = await joor.orderHeaders({}, caller);
    expect(headers).toHaveLength(practice.joor.state.orders.size);
    const [one] = headers;
    practice.joor.log.clear();
    expect(await joor.orderHeaders({ orderIds: [one?.id ?? ''] }, caller)).toEqual([one]);
    expect(practice.joor.log.count('/v4/orders')).toBe(1);
  });

  it('have their lines in one call for many, with sums that agree in both generations', async () => {
    const { joor } = await startClients();
    const { orders } = await joor.orders({ filter: 'approvedAndShipped', exported: 'all' }, caller);
    const lines = await joor.orderLines(
      orders.map(({ id }) => id),
      caller,
    );
    for (const { id, lines: own } of orders) {
      const units = (list: readonly { quantity: number }[] | undefined) =>
        list?.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(units(lines.get(id))).toBe(units(own));
    }
  });
});

describe('customers', () => {
  const customer = (code: string) => ({ customer_code: code, customer_name: `Shop ${code}` });

  it('are handed in as a job that is looked after within the budget', async () => {
    const { joor, practice, clock } = await startClients({ theirs: { joor: { connectionJobSeconds: 200 } } });
    const began = clock.now();
    expect(await joor.submitConnections([customer('NEW-1')], caller)).toMatchObject({
      status: 'finished',
      done: 1,
      total: 1,
    });
    const looks = practice.joor.log.count('/v2/bulk-connection/*', 'GET');
    expect(looks).toBeLessThanOrEqual(6);
    expect(clock.now() - began).toBeLessThan(300_000);
    expect(await joor.connection('NEW-1', caller)).toBeNull();
    practice.joor.edits.matchCustomer('NEW-1');
    expect(await joor.connection('NEW-1', caller)).toMatchObject({ customerCode: 'NEW-1', name: 'Shop NEW-1' });
  });

  it('a job that takes too long is left to JOOR, after a bounded number of looks', async () => {
    const { joor, practice } = await startClients({ theirs: { joor: { connectionJobSeconds: 7_200 } } });
    await expect(joor.submitConnections([customer('NEW-1')], caller)).rejects.toSatisfy((error) =>
      isSeamlineError(error, 'timed-out'),
    );
    expect(practice.joor.log.count('/v2/bulk-connection/*', 'GET')).toBeLessThanOrEqual(20);
  });

  it('are all listed, with the price types they may see', async () => {
    const { joor, practice } = await startClients();
    const connections = await joor.connections(caller);
    expect(connections).toHaveLength(practice.joor.state.connections.size);
    const [home] = practice.brand.retailers.filter(({ currency }) => currency === 'AUD');
    const connection = connections.find(({ customerCode }) => customerCode === home?.code);
    expect(connection?.priceTypes.map(({ currency }) => currency)).toEqual(['AUD']);
  });
});

describe('the token', () => {
  it('is renewed before it ends by itself and again when JOOR ends it, and a request is never lost by it', async () => {
    const { joor, practice, clock } = await startClients();
    const signIns = () => practice.joor.log.count('/auth/');
    await joor.products(caller);
    clock.advance(9 * hour);
    await joor.products(caller);
    expect(signIns()).toBe(1);
    clock.advance(0.9 * hour);
    await joor.products(caller);
    expect(signIns()).toBe(2);
    practice.joor.edits.expireTokens();
    expect((await joor.createProducts([product('A')], caller)).done).toHaveLength(1);
    expect(signIns()).toBe(3);
    expect(practice.joor.log.entries.filter(({ status }) => status === 401)).toHaveLength(1);
  });

  it('may live shortly: then it is renewed often, and nothing fails', async () => {
    const { joor, practice, clock } = await startClients({ theirs: { joor: { tokenLifetimeSeconds: 20 } } });
    for (let index = 0; index < 4; index += 1) {
      await joor.products(caller);
      clock.advance(11_000);
    }
    expect(practice.joor.log.count('/auth/')).toBe(4);
    expect(practice.joor.log.entries.filter(({ status }) => status === 401)).toEqual([]);
  });
});
