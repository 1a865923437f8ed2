// What a person does with one order: hold, release, entered by hand, export now, re-export (ORD-9, RUN-1).
import { describe, expect, it } from 'vitest';
import { syncedWorld } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { linesOf, placeOrder, saleOf, salesOf } from '../support/sales.ts';
import type { World } from '../support/world.ts';

const who = 'Dana';
const sku = 'SH-102-NVY-XS';

async function exported(world: World): Promise<{ id: string; number: string; saleId: string }> {
  const { id } = placeOrder(world);
  await world.syncNextHour();
  const sale = saleOf(world, id);
  return { id, number: sale.orderNumber ?? '', saleId: sale.id };
}

/** An order that waits in the inbox, and what it waits for taken away. */
async function waiting(world: World): Promise<string> {
  world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { isOnCreditHold: true } });
  const { id } = placeOrder(world);
  await world.syncNextHour();
  world.practice.cin7.edits.changeCustomer({ customer: 'NB-0001', changes: { isOnCreditHold: false } });
  return id;
}

describe('hold and release', () => {
  it('an order on hold is not exported before it is released, and says who holds it', async () => {
    const world = await syncedWorld();
    const orderId = await waiting(world);
    const { orderActions } = world.seamline;
    await orderActions.hold({ orderId, who, note: 'Waits for the deposit.' });
    expect((await orderActions.hold({ orderId, who, note: '' })).sentence).toContain('on hold already');
    await world.syncNextHour();
    expect(await world.order(orderId)).toMatchObject({
      state: 'held',
      reason: 'On hold by Dana since 2026-11-23. Waits for the deposit.',
    });
    await expect(orderActions.export(orderId)).rejects.toMatchObject({ nextStep: 'Release it first.' });
    await orderActions.release({ orderId, who });
    expect((await orderActions.release({ orderId, who })).sentence).toContain("isn't on hold");
    await world.syncNextHour();
    expect((await world.order(orderId)).state).toBe('in-cin7');
    await expect(orderActions.hold({ orderId, who, note: '' })).rejects.toMatchObject({
      message: expect.stringContaining("so it can't be put on hold"),
    });
  });
});

describe('entered by hand', () => {
  it('is marked as exported in JOOR with who and when, and never exported', async () => {
    const world = await syncedWorld();
    const orderId = await waiting(world);
    const { orderActions } = world.seamline;
    await orderActions.enterByHand({ orderId, who });
    await orderActions.enterByHand({ orderId, who });
    await world.syncNextHour();
    expect(await world.order(orderId)).toMatchObject({
      state: 'left-out',
      reason: "Entered by hand by Dana on 2026-11-23. Seamline doesn't export it.",
    });
    expect(world.practice.joor.state.orders.get(orderId)?.exportStatus).toBe('SUCCESS');
    await world.syncNextHour();
    expect(salesOf(world, orderId)).toEqual([]);
    expect((await world.seamline.order(orderId)).events).toMatchObject([{ who, sentence: 'Entered by hand.' }]);
  });

  it('takes an edit after export as done', async () => {
    const world = await syncedWorld();
    const { id, number } = await exported(world);
    world.practice.joor.edits.editOrder({ orderId: id, shipStart: '2027-03-01', shipEnd: '2027-03-31' });
    await world.syncNextHour();
    expect((await world.order(id)).state).toBe('needs-you');
    await world.seamline.orderActions.enterByHand({ orderId: id, who });
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', saleNumber: number });
  });
});

describe('export now', () => {
  it('RUN-1: re-checks one order and exports it without a run, and keeps what was sent for it', async () => {
    const world = await syncedWorld();
    const id = await waiting(world);
    await world.sync({ isDryRun: true });
    world.practice.joor.edits.editOrder({ orderId: id, set: [{ line: sku, quantity: 4 }] });
    const told = await world.seamline.orderActions.export(id);
    expect(told).toMatchObject({ state: 'in-cin7', saleNumber: saleOf(world, id).orderNumber });
    expect(linesOf(saleOf(world, id))).toEqual([`${sku} 4`]);
    expect(world.practice.joor.state.orders.get(id)?.exportStatus).toBe('SUCCESS');
    const requests = requestsSince(world.practice);
    await world.seamline.orderActions.export(id);
    expect(requests.cin7Writes()).toEqual([]);
    const attempts = await world.seamline.orderActions.attempts(id);
    expect(attempts.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['sale header', 'sale lines']));
    expect(JSON.stringify(attempts)).not.toContain(world.practice.cin7.applicationKey);
  });

  it('says what still holds it', async () => {
    const world = await syncedWorld();
    const told = await world.seamline.orderActions.export('7712308');
    expect(told).toMatchObject({ state: 'needs-you', sentence: expect.stringContaining("isn't in Cin7") });
    await expect(world.seamline.orderActions.export('1')).rejects.toMatchObject({ code: 'not-found' });
    await expect(world.seamline.orderActions.export('7712304')).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('re-export from here', () => {
  it('ORD-9: shows the earlier sale, what differs line by line, and what follows', async () => {
    const world = await syncedWorld();
    const { id, number } = await exported(world);
    world.practice.joor.edits.editOrder({
      orderId: id,
      set: [{ line: sku, quantity: 5 }],
      add: [{ sku: 'JK-103-CHR-M', quantity: 1 }],
    });
    const preview = await world.seamline.orderActions.previewReExport(id);
    expect(preview).toMatchObject({
      verdict: 'open',
      confirmation: number,
      sale: { number, status: 'ORDERED' },
      lines: [
        { sku, inSale: '2', inOrder: '5', kind: 'more' },
        { sku: 'JK-103-CHR-M', inSale: null, inOrder: '1', kind: 'new' },
      ],
      equalLines: 0,
    });
    expect(preview.consequences).toHaveLength(3);
    expect(preview.consequences[2]).toContain('2 units are counted twice');
  });

  it('ORD-9: refuses while the sale is open, and makes a second one when the person confirms it, with who and when', async () => {
    const world = await syncedWorld();
    const { id, number } = await exported(world);
    const { orderActions } = world.seamline;
    await expect(orderActions.reExport({ orderId: id, who, confirmation: null })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(`Sale ${number} is still open in Cin7.`),
    });
    await expect(orderActions.reExport({ orderId: id, who, confirmation: 'SO-1' })).rejects.toMatchObject({
      code: 'usage',
    });
    const commandId = '5a0c1d0e-0000-4000-8000-000000000001';
    const told = await orderActions.reExport({ orderId: id, who, confirmation: number, commandId });
    expect(told.state).toBe('in-cin7');
    expect(salesOf(world, id)).toHaveLength(2);
    // The same command once more does nothing twice.
    await orderActions.reExport({ orderId: id, who, confirmation: number, commandId });
    expect(salesOf(world, id)).toHaveLength(2);
    expect((await world.seamline.order(id)).events).toContainEqual(
      expect.objectContaining({ who, sentence: `Asked for a second sale although ${number} was open (ordered).` }),
    );
    await world.syncNextHour();
    expect(await world.order(id)).toMatchObject({ state: 'in-cin7', saleNumber: told.saleNumber });
  });

  it('ORD-9: makes a new sale at once after the earlier one was voided, though JOOR has the order as exported', async () => {
    const world = await syncedWorld();
    const { id, saleId } = await exported(world);
    world.practice.cin7.edits.voidSale({ sale: saleId });
    expect(await world.seamline.orderActions.previewReExport(id)).toMatchObject({
      verdict: 'voided',
      confirmation: null,
    });
    await world.seamline.orderActions.reExport({ orderId: id, who, confirmation: null });
    expect(saleOf(world, id).header.ExternalID).toMatch(/:2$/);
  });

  it('ORD-9: after an invoice it must be credited first, whatever is confirmed', async () => {
    const world = await syncedWorld();
    const { id, number, saleId } = await exported(world);
    world.practice.cin7.edits.invoiceSale({ sale: saleId });
    await expect(world.seamline.orderActions.reExport({ orderId: id, who, confirmation: true })).rejects.toMatchObject({
      nextStep: `Credit ${number} in Cin7 first.`,
    });
    expect(salesOf(world, id)).toHaveLength(1);
  });
});
