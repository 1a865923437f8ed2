// Orders of a kind that JOOR invents after this version was made: told, left alone, and in nobody's way.
import { describe, expect, it, onTestFinished } from 'vitest';
import { isRecord } from '../../core/base/guards.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { openScreen } from '../support/host.ts';
import { alteringWire } from '../support/hostile.ts';
import { salesByOrder, salesOf } from '../support/sales.ts';
import { flowOf, type WorldOptions } from '../support/world.ts';

const strange = '7712313';

/** JOOR's v2 answers with another type for the orders with these ids. */
function otherType(ids: ReadonlySet<string>): Pick<WorldOptions, 'wire'> {
  const changed = (json: unknown): unknown => {
    if (Array.isArray(json)) return json.map(changed);
    if (!isRecord(json)) return json;
    if (ids.has(String(json['order_id'])) && 'order_type' in json) return { ...json, order_type: 9 };
    return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, changed(value)]));
  };
  return { wire: (wire) => alteringWire(wire, (json, url) => (url.endsWith('/v2/order') ? changed(json) : json)) };
}

describe('an order of an unknown kind', () => {
  it('ORD-1: is left out and counted, and every other order goes on', async () => {
    const world = await worldFor(otherType(new Set([strange])));
    const report = await world.sync();
    expect(flowOf(report, 'orders')).toMatchObject({ state: 'done', counts: { ordersExported: 3, ordersUnknown: 1 } });
    expect(report.reads.find(({ what }) => what === 'orders')).toMatchObject({ rows: 6, total: 6, isComplete: true });
    expect(salesOf(world, strange)).toEqual([]);
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1]);
    expect(flowOf(await world.syncNextHour(), 'orders').state).toBe('done');
  });

  it('ORD-1: is told a person once for all of them, until JOOR does not list them any more', async () => {
    const ids = new Set([strange]);
    const world = await worldFor(otherType(ids));
    const report = await world.sync();
    const screen = await openScreen(world);
    onTestFinished(() => screen.close());
    const item = async () => {
      await screen.beat();
      return screen.store('attention').open.find(({ code }) => code === 'unknown-order-type');
    };
    expect(await item()).toMatchObject({
      kind: 'order',
      count: 1,
      title: "1 order is of a kind that this Seamline doesn't know",
      reason: `JOOR gives them the type "9": ${strange}. Seamline leaves them alone.`,
      actions: [{ label: 'Copy the order numbers', does: { kind: 'copy', text: strange } }],
    });
    expect(report.outcome).toBe('needs-you');
    // A run of something else changes nothing about it.
    await world.sync({ only: ['products'] });
    expect(await item()).toBeDefined();
    ids.clear();
    await world.syncNextHour();
    expect(await item()).toBeUndefined();
  });

  it('STY-5: keeps what it contains in the linesheets, since it may be open', async () => {
    const ids = new Set<string>();
    const world = await syncedWorld(otherType(ids));
    const placed = world.practice.joor.edits.placeOrder({
      customerCode: 'NB-0001',
      linesheet: 'Core Essentials',
      state: 'PENDING',
      lines: [{ sku: 'JK-103-CHR-S', quantity: 2 }],
    });
    ids.add(placed.id);
    world.practice.cin7.edits.changeFamily({ family: 'JK-103', changes: { tags: 'JOOR' } });
    const report = await world.syncNextHour();
    expect(flowOf(report, 'linesheets').counts.removalsKept).toBeGreaterThan(0);
  });
});
