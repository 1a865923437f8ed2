// What happens to an order after its export is noticed, told with one next step, and goes by itself when its cause goes
// (ORD-9, ORD-10).
import { describe, expect, it } from 'vitest';
import { syncedWorld } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { linesOf, placeOrder, saleOf, salesOf } from '../support/sales.ts';
import { flowOf, found, type World } from '../support/world.ts';

const sku = 'SH-102-NVY-XS';

/** A world with one exported order, seen in JOOR as exported. */
async function exportedWorld(): Promise<{ world: World; id: string; number: string; saleId: string }> {
  const world = await syncedWorld();
  const { id } = placeOrder(world);
  await world.syncNextHour();
  const { orderNumber, id: saleId } = saleOf(world, id);
  return { world, id, number: orderNumber ?? '', saleId };
}

/** Every sale of an order, voided ones among them, with its ExternalID's turn. */
const allSales = ({ practice }: World, orderId: string) =>
  [...practice.cin7.state.sales.values()]
    .filter(({ header }) => header.ExternalID?.split(':')[3] === orderId)
    .map(({ header, isVoided }) => `${header.ExternalID?.split(':')[4] ?? '1'}${isVoided ? ' voided' : ''}`)
    .sort();

describe("a re-export that JOOR's side asks for", () => {
  it('ORD-9: makes one new sale with a second ExternalID after the earlier one was voided', async () => {
    const { world, id, saleId } = await exportedWorld();
    world.practice.cin7.edits.voidSale({ sale: saleId });
    world.practice.joor.edits.resetExport(id);
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 5 }] });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'orders').counts).toMatchObject({ ordersExported: 1, ordersMarked: 1 });
    expect(allSales(world, id)).toEqual(['1 voided', '2']);
    expect(linesOf(saleOf(world, id))).toEqual([`${sku} 5`]);
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', saleNumber: saleOf(world, id).orderNumber });
    await world.syncNextHour();
    expect(allSales(world, id)).toEqual(['1 voided', '2']);

    world.practice.cin7.edits.voidSale({ sale: saleOf(world, id).id });
    world.practice.joor.edits.resetExport(id);
    await world.syncNextHour();
    expect(allSales(world, id)).toEqual(['1 voided', '2 voided', '3']);
  });

  it('ORD-9: is held while the earlier sale is open, with its number and what differs, until it is voided', async () => {
    const { world, id, number, saleId } = await exportedWorld();
    world.practice.joor.edits.resetExport(id);
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 3 }] });
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: expect.stringMatching(
        new RegExp(
          `^Order ${id} is to be exported again, but sale ${number} is still open in Cin7\\. 1 line differs: .* in JOOR, .* in Cin7\\.$`,
        ),
      ),
      nextStep: `Void ${number} in Cin7; the next run then creates the new sale.`,
      saleNumber: number,
    });
    expect(requests.cin7Writes()).toEqual([]);
    world.practice.cin7.edits.voidSale({ sale: saleId });
    await world.syncNextHour();
    expect(allSales(world, id)).toEqual(['1 voided', '2']);
    expect((await world.order(id)).state).toBe('in-cin7');
  });

  it('ORD-9: that is taken back leaves the order as it was', async () => {
    const { world, id, number } = await exportedWorld();
    const order = world.practice.joor.edits.resetExport(id);
    await world.syncNextHour();
    expect((await world.order(id)).reason).toContain('Both have the same lines and totals.');
    order.exportStatus = 'SUCCESS';
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: '', nextStep: '', saleNumber: number });
    expect(allSales(world, id)).toEqual(['1']);
  });

  it.each(['pick', 'pack', 'ship'] as const)(
    'ORD-9: after a %s the earlier sale must be credited first',
    async (upTo) => {
      const { world, id, number, saleId } = await exportedWorld();
      world.practice.cin7.edits.pickSale({ sale: saleId, upTo });
      world.practice.joor.edits.resetExport(id);
      await world.syncNextHour();
      expect(await world.order(id)).toMatchObject({
        state: 'needs-you',
        reason: `Order ${id} is to be exported again, but sale ${number} is already being picked or shipped in Cin7.`,
        nextStep: `Credit ${number} in Cin7 first.`,
      });
      expect(allSales(world, id)).toEqual(['1']);
    },
  );

  it('ORD-9: after an invoice the earlier sale must be credited first', async () => {
    const { world, id, number, saleId } = await exportedWorld();
    world.practice.cin7.edits.invoiceSale({ sale: saleId });
    world.practice.joor.edits.resetExport(id);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      reason: `Order ${id} is to be exported again, but sale ${number} is already invoiced in Cin7.`,
      nextStep: `Credit ${number} in Cin7 first.`,
    });
  });

  it('ORD-8: is never read into a mark that JOOR lost or shows late', async () => {
    const world = await syncedWorld();
    const order = placeOrder(world);
    world.practice.joor.faults.add({ match: { path: '*/orders/bulk_update', times: 5 }, do: 'dropBefore' });
    await world.syncNextHour();
    expect(order.exportStatus).not.toBe('SUCCESS');
    await world.syncNextHour();
    expect(allSales(world, order.id)).toEqual(['1']);
    expect(order.exportStatus).toBe('SUCCESS');
    expect((await world.order(order.id)).state).toBe('in-cin7');
  });

  it('RUN-3: a sale that is not found counts as gone after two reads over a connection that works', async () => {
    const { world, id, saleId } = await exportedWorld();
    world.practice.cin7.state.sales.delete(saleId);
    world.practice.joor.edits.resetExport(id);
    const requests = requestsSince(world.practice);
    await world.syncNextHour();
    const looks = requests.entries().filter(({ path, query }) => path.endsWith('/sale') && query.includes(saleId));
    expect(looks).toHaveLength(2);
    expect(allSales(world, id)).toEqual(['2']);
  });

  it('RUN-3: a web page instead of an answer proves nothing', async () => {
    const { world, id, saleId } = await exportedWorld();
    world.practice.joor.edits.resetExport(id);
    world.practice.cin7.faults.add({ match: { path: '*/sale', method: 'GET', times: 5 }, do: 'html' });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'orders').state).toBe('failed');
    expect(allSales(world, id)).toEqual(['1']);
    expect(saleOf(world, id).id).toBe(saleId);
  });
});

describe('after export', () => {
  it('ORD-10: an order that was edited in JOOR is told, until it is edited back', async () => {
    const { world, id, number } = await exportedWorld();
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 7 }] });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: `Order ${id} changed in JOOR after export: 1 line. Sale ${number} is still open in Cin7.`,
      nextStep: `Compare both, and change ${number} in Cin7 where it is right.`,
      saleNumber: number,
    });
    expect((await world.seamline.status()).needsYou.map(({ label }) => label)).toContain(id);
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 2 }] });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: '' });
  });

  it('ORD-10: or until the sale has what was changed', async () => {
    const { world, id, saleId } = await exportedWorld();
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 7 }] });
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('needs-you');
    world.practice.cin7.edits.changeSaleLines({ sale: saleId, lines: [{ sku, quantity: 7 }] });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: '' });
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 8 }] });
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('needs-you');
  });

  it('ORD-10: a new ship window is told as well, a mark or a date alone is not', async () => {
    const { world, id } = await exportedWorld();
    const order = found(world.practice.joor.state.orders.values(), (one) => one.id === id, id);
    order.modifiedAt = world.clock.now();
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('in-cin7');
    world.practice.joor.edits.editOrder({ orderId: id, shipStart: '2027-03-01', shipEnd: '2027-03-31' });
    await world.syncNextHour();
    expect((await world.order(id)).reason).toContain('changed in JOOR after export: the ship window.');
  });

  it('ORD-10: an order that was cancelled in JOOR is told, until its sale is voided', async () => {
    const { world, id, number, saleId } = await exportedWorld();
    world.practice.joor.edits.cancelOrder(id);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: `Cancelled in JOOR after export. ${number} is still open in Cin7.`,
      nextStep: 'Void it in Cin7 if that is right.',
    });
    world.practice.cin7.edits.voidSale({ sale: saleId });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'left-out',
      reason: `Left out: cancelled in JOOR, and ${number} is voided in Cin7.`,
    });
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('left-out');
  });

  it('ORD-10: a sale that was voided in Cin7 is told, and a re-export resolves it', async () => {
    const { world, id, number, saleId } = await exportedWorld();
    world.practice.cin7.edits.voidSale({ sale: saleId });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: `Sale ${number} is voided in Cin7, so order ${id} has no sale there.`,
      nextStep: 'Export it again if it needs a new sale, or cancel it in JOOR.',
    });
    expect(salesOf(world, id)).toEqual([]);
    world.practice.joor.edits.resetExport(id);
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('in-cin7');
    expect(allSales(world, id)).toEqual(['1 voided', '2']);
  });

  it('ORD-10: a sale that no list shows any more is looked for once a day before it is believed to be gone', async () => {
    const { world, id, number, saleId } = await exportedWorld();
    world.practice.cin7.state.sales.delete(saleId);
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('in-cin7');
    world.clock.advance(24 * 3_600_000);
    await world.sync();
    expect(await world.order(id)).toMatchObject({
      state: 'needs-you',
      reason: `Sale ${number} is no longer in Cin7, so order ${id} has no sale there.`,
    });
  });

  it('ORD-10: an order that changed while its sale was on its way is told as edited', async () => {
    const world = await syncedWorld();
    const { id } = placeOrder(world);
    world.practice.cin7.faults.add({ match: { method: 'POST', path: '*/v2/sale', times: 1 }, do: 'dropAfter' });
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('checking');
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 9 }] });
    await world.syncNextHour();
    expect(linesOf(saleOf(world, id))).toEqual([`${sku} 2`]);
    await world.syncNextHour();
    expect((await world.order(id)).reason).toContain('changed in JOOR after export: 1 line.');
  });

  it('ORD-10: shipping in JOOR is no edit', async () => {
    const { world, id } = await exportedWorld();
    world.practice.joor.edits.shipOrder(id);
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', reason: '' });
  });
});
