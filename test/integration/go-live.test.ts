// Going live on an account with history: every approved order that JOOR holds is listed and gets a choice (GO-2).
import { describe, expect, it } from 'vitest';
import { syncedWorld } from '../support/expect.ts';
import { requestsSince } from '../support/requests.ts';
import { placeOrder, saleOf, salesOf } from '../support/sales.ts';
import { found } from '../support/world.ts';

const who = 'Dana';

describe('going live with orders', () => {
  it('GO-2: lists what is exported or not, newer and older, with likely twins, and writes nothing', async () => {
    const world = await syncedWorld();
    const fresh = placeOrder(world);
    const elsewhere = placeOrder(world);
    elsewhere.exportStatus = 'SUCCESS';
    const sale = saleOf(world, '7712320');
    sale.header.ExternalID = null;
    sale.header.CustomerReference = `JOOR ${fresh.id}`;
    const requests = requestsSince(world.practice);
    const list = await world.seamline.orderActions.goLiveList();
    const one = (id: string) => found(list, (order) => order.id === id, id);
    expect(one(fresh.id)).toMatchObject({
      isExportedInJoor: false,
      isBeforeGoLive: false,
      twins: [{ number: sale.orderNumber, why: `It names order ${fresh.id}.` }, ...one(fresh.id).twins.slice(1)],
      suggested: 'already-in-cin7',
      choice: null,
    });
    expect(one(elsewhere.id)).toMatchObject({ isExportedInJoor: true, suggested: 'already-in-cin7' });
    expect(one('7712304')).toMatchObject({ isBeforeGoLive: true });
    expect(list.map(({ id }) => id)).not.toContain('7712310');
    expect([...requests.cin7Writes(), ...requests.joorWrites()]).toEqual([]);
  });

  it('GO-2: follows each choice: exported, marked in JOOR, or left alone', async () => {
    const world = await syncedWorld();
    const [there, ignored] = [placeOrder(world), placeOrder(world)];
    const elsewhere = placeOrder(world);
    elsewhere.exportStatus = 'SUCCESS';
    const { orderActions } = world.seamline;
    await orderActions.goLiveList();
    const choices = [
      { orderId: there.id, choice: 'already-in-cin7' as const },
      { orderId: ignored.id, choice: 'ignore' as const },
      { orderId: elsewhere.id, choice: 'export' as const },
      { orderId: '7712304', choice: 'export' as const },
    ];
    await expect(orderActions.goLive({ choices, isOtherIntegrationOff: false, who })).rejects.toMatchObject({
      nextStep: expect.stringContaining('Switch the hosted integration off'),
    });
    await orderActions.goLive({ choices, isOtherIntegrationOff: true, who });
    await orderActions.goLive({ choices, isOtherIntegrationOff: true, who });
    await world.syncNextHour();
    await world.syncNextHour();
    expect(await world.order(there.id)).toMatchObject({
      state: 'left-out',
      reason: 'Left out: Dana said on 2026-11-23 that it is already in Cin7.',
    });
    expect(there.exportStatus).toBe('SUCCESS');
    expect(await world.order(ignored.id)).toMatchObject({ state: 'left-out' });
    expect(ignored.exportStatus).not.toBe('SUCCESS');
    expect([there.id, ignored.id, elsewhere.id, '7712304'].map((id) => salesOf(world, id).length)).toEqual([
      0, 0, 1, 1,
    ]);
    const list = await orderActions.goLiveList();
    expect(list.find(({ id }) => id === ignored.id)?.choice).toBe('ignore');
  });
});
