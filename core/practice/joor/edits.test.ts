// What people do in JOOR's screens, given as data, and what the account holds before anybody does anything.
// The single edits are shown beside what they act on.
import { describe, expect, it, onTestFinished } from 'vitest';
import { memberOf, practised } from './practised.ts';

describe('edits as data', () => {
  it('does everything that people do in the screens', async () => {
    const joor = await practised(onTestFinished);
    const { id } = await joor.makeStyle('S1');
    const { apply } = joor.joor.edits;
    expect(apply({ kind: 'make-linesheet', name: 'Hand', code: 'H', products: ['S1'] })).toMatchObject({
      name: 'Hand',
      visibility: 'OWNER',
      products: [id],
    });
    expect(apply({ kind: 'publish-linesheet', linesheet: 'H' })).toMatchObject({ visibility: 'PUBLIC' });
    expect(apply({ kind: 'rename-linesheet', linesheet: 'Hand', name: 'By hand' })).toMatchObject({ name: 'By hand' });
    expect(apply({ kind: 'add-to-linesheet', linesheet: 'By hand', products: ['MAN-1'] })).toMatchObject({
      products: [id, expect.any(String)],
    });
    expect(apply({ kind: 'remove-from-linesheet', linesheet: 'By hand', products: [id] })).toMatchObject({
      products: [expect.any(String)],
    });
    const placed = apply({
      kind: 'place-order',
      customerCode: 'NB-0001',
      state: 'PENDING',
      lines: [{ sku: 'upc-S1-BLU-Small', quantity: 2 }],
    });
    const orderId = String(memberOf(placed, 'orderId'));
    expect(apply({ kind: 'approve-order', orderId })).toMatchObject({ status: 'APPROVED' });
    expect(apply({ kind: 'return-order', orderId, to: 'NOTES' })).toMatchObject({ status: 'NOTES' });
    expect(apply({ kind: 'approve-order', orderId })).toMatchObject({ status: 'APPROVED' });
    apply({ kind: 'edit-order', orderId, set: [{ line: 'S1-BLU-Small', quantity: 3 }], poNumber: 'New' });
    expect(apply({ kind: 'ship-order', orderId })).toMatchObject({ status: 'SHIPPED' });
    expect(apply({ kind: 'cancel-order', orderId: '7712301' })).toMatchObject({ status: 'CANCELLED' });
    expect(apply({ kind: 'reset-export', orderId: '7712302' })).toMatchObject({ exportStatus: 'UNDEFINED' });
    expect(apply({ kind: 'rename-product', product: 'S1', name: 'Other' })).toEqual({ productId: id });
    expect(apply({ kind: 'delete-product', product: 'id:S1' })).toEqual({ ordersChanged: 0 });
    apply({ kind: 'add-warehouse', name: 'Third Warehouse' });
    expect(joor.joor.state.warehouses.get('Third Warehouse')?.code).toBe('THIRD-WAREHOUSE');
    apply({ kind: 'set-switches', switches: { quota: 10 } });
    expect(joor.joor.switches).toMatchObject({ quota: 10, windowSeconds: 300 });
    apply({ kind: 'expire-tokens' });
    expect((await joor.v4('GET', '/seasons')).status).toBe(401);
  });

  it('refuses what is no edit or can not be done, and changes nothing', async () => {
    const joor = await practised(onTestFinished);
    await joor.makeStyle('S1');
    const { apply } = joor.joor.edits;
    const before = joor.joor.state.lines.size;
    expect(() => apply({ kind: 'burn-order' })).toThrow(/kind/);
    expect(() => apply({ kind: 'set-switches', switches: { quotta: 10 } })).toThrow(/quotta/);
    expect(() =>
      apply({
        kind: 'place-order',
        customerCode: 'NB-0001',
        lines: [
          { sku: 'S1-BLU-Small', quantity: 1 },
          { sku: 'no such', quantity: 1 },
        ],
      }),
    ).toThrow('There is no SKU no such in JOOR.');
    expect(() => apply({ kind: 'publish-linesheet', linesheet: 'None' })).toThrow('There is no linesheet None.');
    expect(joor.joor.state.lines.size).toBe(before);
    expect(joor.joor.state.orders.size).toBe(7);
  });

  it('holds what the reference says an account holds at the start', async () => {
    const joor = await practised(onTestFinished);
    expect(joor.joor.summary()).toMatchObject({
      accountId: '483146',
      products: 2,
      skus: 4,
      linesheets: [{ name: 'Showroom Picks', visibility: 'PUBLIC', products: 2 }],
      orders: { APPROVED: 2, PENDING: 1, SHIPPED: 1, CANCELLED: 1, NOTES: 1, IN_PROGRESS: 1 },
      // Both retailers, and the one that only JOOR knows.
      connections: 3,
      warehouses: ['Default', 'Main'],
    });
  });
});
