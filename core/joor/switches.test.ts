// Each switch in both positions, against a practice account that insists on the matching one.
import { describe, expect, it } from 'vitest';
import { isSeamlineError } from '../base/errors.ts';
import { caller, startClients, type ClientOptions, type Clients } from '../../test/support/clients.ts';

/** A style with one colour in two sizes, the second with a barcode of its own. */
async function withStyle(options: ClientOptions) {
  const clients = await startClients(options);
  const { joor } = clients;
  const product = { identifier: 'cin7:1', number: 'SH-1', name: 'Linen Shirt', fields: {} };
  const [style] = (await joor.createProducts([product], caller)).done;
  const productId = style?.id ?? '';
  const skus = ['Small', 'Medium'].map((size, index) => ({
    productId,
    number: `SH-1-${size}`,
    identifier: `cin7:sku-${size}`,
    barcode: `0333833${size}`,
    colour: { code: 'NAVY', name: 'Navy', position: 1 },
    size: { code: size[0] ?? '', name: size, position: index + 1 },
  }));
  const { done } = await joor.createSkus(skus, caller);
  return { ...clients, productId, skuIds: done.map(({ id }) => id) };
}

const stockRow = (size: string, units: number) => ({
  warehouse: 'Main',
  styleNumber: 'SH-1',
  styleIdentifier: 'cin7:1',
  colourCode: 'NAVY',
  size,
  barcode: `0333833${size}`,
  units,
});

const unitsOf = ({ practice }: Clients, skuId: string) =>
  practice.joor.state.stock.get(skuId)?.map(({ sent, bucket }) => [sent, bucket]);

describe('signInForm and signInCost', () => {
  it.each(['urlencoded', 'multipart'] as const)('%s signs in where only that is read', async (signInForm) => {
    const { joor } = await startClients({ ours: { joor: { signInForm } }, theirs: { joor: { signInForm } } });
    expect((await joor.priceTypes(caller)).length).toBeGreaterThan(0);
  });

  it('the other form is a rejected request, not an endless one', async () => {
    const { joor, practice } = await startClients({ theirs: { joor: { signInForm: 'multipart' } } });
    await expect(joor.priceTypes(caller)).rejects.toSatisfy((error) => isSeamlineError(error, 'refused'));
    expect(practice.joor.log.count('/auth/')).toBe(1);
  });

  it.each([0, 5] as const)('counts %i credits for a sign-in, as the account does', async (signInCost) => {
    const clients = await startClients({
      ours: { joor: { signInCost } },
      theirs: { joor: { countAuth: signInCost === 5 } },
    });
    await clients.joor.priceTypes(caller);
    expect(clients.creditsCounted()).toBe(1 + signInCost);
    expect(clients.practice.joor.log.entries.at(-1)?.spent).toBe(1 + signInCost);
  });
});

describe('v4Lists', () => {
  const eleven = Array.from({ length: 11 }, (_, index) => ({
    identifier: `cin7:${index}`,
    number: `SH-${index}`,
    name: `Shirt ${index}`,
    fields: {},
  }));

  it('GO-1 paged reads all rows of an account that cuts its lists, in few calls', async () => {
    const { joor, practice } = await startClients({
      ours: { joor: { v4Lists: 'paged' } },
      theirs: { joor: { listPageSize: 5 } },
    });
    await joor.createProducts(eleven, caller);
    const all = practice.joor.state.products.size;
    expect(await joor.products(caller)).toHaveLength(all);
    expect(practice.joor.log.count('/v4/products', 'GET')).toBe(Math.ceil(all / 5) + 1);
    expect(await joor.linesheets(caller)).toHaveLength(practice.joor.state.collections.size);
  });

  it('paged costs one call more where nothing is cut, and still gives each row once', async () => {
    const { joor, practice } = await startClients({ ours: { joor: { v4Lists: 'paged' } } });
    await joor.createProducts(eleven, caller);
    expect(await joor.products(caller)).toHaveLength(practice.joor.state.products.size);
    expect(practice.joor.log.count('/v4/products', 'GET')).toBe(2);
  });

  it('GO-1 whole believes one answer, and the count of v2 shows when it was cut', async () => {
    const { joor, practice } = await startClients({ theirs: { joor: { listPageSize: 5 } } });
    await joor.createProducts(eleven, caller);
    expect(await joor.products(caller)).toHaveLength(5);
    expect(await joor.styleCount(caller)).toBe(practice.joor.state.products.size);
    practice.joor.switches.listPageSize = null;
    expect(await joor.products(caller)).toHaveLength(practice.joor.state.products.size);
    expect(practice.joor.log.count('/v4/products', 'GET')).toBe(2);
  });
});

describe('countIsTotal', () => {
  it.each([
    [true, 'all'],
    [false, 'page'],
  ] as const)('%s fits an account whose count is of %s', async (countIsTotal, countIs) => {
    const { joor, practice } = await startClients({ ours: { joor: { countIsTotal } }, theirs: { joor: { countIs } } });
    const styles = practice.joor.state.products.size;
    expect(styles).toBeGreaterThan(1);
    expect(await joor.styleCount(caller)).toBe(countIsTotal ? styles : null);
  });
});

describe('itemActionParameter', () => {
  it.each([
    ['action', 'action', 2],
    ['item_action', 'item_action', 2],
    // The wrong name replaces: that is why an addition carries the whole membership (SHEET-2).
    ['action', 'item_action', 1],
  ])('sent as %s to an account that reads %s leaves %i styles', async (itemActionParameter, theirs, left) => {
    const { joor, practice } = await startClients({
      ours: { joor: { itemActionParameter } },
      theirs: { joor: { itemActionParameter: theirs } },
    });
    const [sheet] = await joor.linesheets(caller);
    const [first] = sheet?.items ?? [];
    expect(sheet?.items).toHaveLength(2);
    const content = {
      id: sheet?.id ?? '',
      name: sheet?.name ?? '',
      code: 'X',
      window: {},
      items: first ? [first] : [],
    };
    await joor.updateLinesheets('ADD_ITEMS', [content], caller);
    expect(practice.joor.state.collections.get(content.id)?.items.size).toBe(left);
  });
});

describe('colourImageType', () => {
  it.each(['image', 'swatch'] as const)('%s is what the colour gets', async (colourImageType) => {
    const { joor, practice, productId } = await withStyle({ ours: { joor: { colourImageType } } });
    const image = {
      productId,
      colour: 'NAVY',
      fileName: 'navy.png',
      address: 'https://x.example/navy.png',
      position: 1,
    };
    expect((await joor.addColourImages([image], caller)).refused).toEqual([]);
    const [asset] = practice.joor.state.assets.values();
    expect(asset).toMatchObject({ type: colourImageType, filename: 'navy.png' });
  });
});

describe('orderPath', () => {
  it.each(['order', 'order/'] as const)('%s is read where only that is served', async (orderPath) => {
    const { joor, practice } = await startClients({ ours: { joor: { orderPath } }, theirs: { joor: { orderPath } } });
    const { orders } = await joor.orders({ filter: 'all', exported: 'all' }, caller);
    expect(orders).toHaveLength(practice.joor.state.orders.size);
  });

  it('the other one is an error, never an account without orders', async () => {
    const { joor } = await startClients({ theirs: { joor: { orderPath: 'order/' } } });
    await expect(joor.orders({ filter: 'all', exported: 'all' }, caller)).rejects.toSatisfy((error) =>
      isSeamlineError(error),
    );
  });
});

describe('stockKey, stockIdentifierField, stockRoot and stockDate', () => {
  it.each([
    ['the default form', {}, {}],
    ['barcodes', { stockKey: 'barcode' }, { identifierSpelling: 'style_identifer' }],
    ['the documented spelling', { stockIdentifierField: 'style_identifer' }, { identifierSpelling: 'style_identifer' }],
    ['the plain spelling', { stockIdentifierField: 'style_identifier' }, { identifierSpelling: 'style_identifier' }],
    ['a bare list', { stockRoot: 'list' }, { stockRoot: 'list' }],
    ['a nested list', { stockRoot: 'nested' }, { stockRoot: 'nested' }],
    ['no word for now', { stockDate: 'omitted' }, { immediateWord: 'refused' }],
    ['the word for now', { stockDate: 'IMMEDIATE' }, { immediateWord: 'taken' }],
    ['another root in the answer', {}, { inventoryRoot: 'inventory_items' }],
  ] as const)('%s arrives', async (_name, ours, theirs) => {
    const clients = await withStyle({ ours: { joor: ours }, theirs: { joor: theirs } });
    const answer = await clients.joor.sendStock([stockRow('Small', 7), stockRow('Medium', 0)], false, caller);
    expect(answer).toEqual({ taken: 2, passed: [true, true] });
    expect(clients.skuIds.map((id) => unitsOf(clients, id))).toEqual([[[7, 'IMMEDIATE']], [[0, 'IMMEDIATE']]]);
  });

  it.each([
    ['spelling', { identifierSpelling: 'style_identifer' }],
    ['word for now', { immediateWord: 'refused' }],
  ] as const)('the other %s fails row by row, and says so', async (_name, theirs) => {
    const { joor } = await withStyle({ theirs: { joor: theirs } });
    expect((await joor.sendStock([stockRow('Small', 7)], false, caller)).passed).toEqual([false]);
  });

  it('the other root is refused as a whole', async () => {
    const { joor } = await withStyle({ theirs: { joor: { stockRoot: 'nested' } } });
    await expect(joor.sendStock([stockRow('Small', 7)], false, caller)).rejects.toThrow('inventory_items is missing');
  });
});

describe('exportMarkWithStatus', () => {
  it.each([false, true])('%s marks an order in an account of that kind, and leaves its stage', async (withStatus) => {
    const { joor, practice } = await startClients({
      ours: { joor: { exportMarkWithStatus: withStatus } },
      theirs: { joor: { statusRequired: withStatus } },
    });
    const order = [...practice.joor.state.orders.values()].find(
      ({ status, exportStatus }) => status === 'APPROVED' && exportStatus === 'UNDEFINED',
    );
    const mark = { orderId: order?.id ?? '', stage: 'APPROVED', mark: 'SUCCESS' } as const;
    expect(await joor.markOrders([mark], caller)).toMatchObject({ done: [{ mark: 'SUCCESS' }], refused: [] });
    expect(order).toMatchObject({ status: 'APPROVED', exportStatus: 'SUCCESS' });
  });

  it('ORD-8 without a status that is asked for, the order is a refused item and stays unmarked', async () => {
    const { joor, practice } = await startClients({ theirs: { joor: { statusRequired: true } } });
    const [order] = practice.joor.state.orders.values();
    const answer = await joor.markOrders([{ orderId: order?.id ?? '', stage: 'APPROVED', mark: 'SUCCESS' }], caller);
    expect(answer).toMatchObject({ done: [], refused: [{ message: "Field 'status' is required" }] });
  });
});
