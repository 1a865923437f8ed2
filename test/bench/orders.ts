// What an order costs on the way into Cin7 Core, and how many go in a minute at the real limits. Counted by the practice
// accounts; the pace is taken on their clock, so that waiting for a budget counts as it would in life.
import { requestsSince } from '../support/requests.ts';
import { placeOrder } from '../support/sales.ts';
import { startWorld, type World } from '../support/world.ts';
import type { Figure } from './figures.ts';

const mostCallsPerOrder = 4;
/** RUN-5: 50 calls a minute, of which a tenth is kept for a person's actions. */
const cin7PerMinute = 45;
const orders = 100;
const leastSeconds = Math.ceil((orders * mostCallsPerOrder * 60) / cin7PerMinute);
const sku = 'SH-102-NVY-XS';
const pageRows = 1_000;

/** Calls per order of a plain order whose customer is known, and orders per minute. */
export async function orderFigures(): Promise<Figure[]> {
  const world = await startWorld({ size: 'small' });
  try {
    await world.sync();
    world.practice.cin7.edits.setStock({ sku, location: 'Sydney DC', onHand: 10 * orders });
    // An hour later nothing of the first sync counts in either budget.
    const quiet = await callsOf(world, 0);
    const busy = await callsOf(world, orders);
    const perOrder = (busy.calls - quiet.calls - busy.scans) / orders;
    const seconds = busy.seconds - quiet.seconds;
    const perMinute = orders / (seconds / 60);
    return [
      {
        name: 'Cin7 calls per order',
        measured: perOrder,
        unit: 'calls',
        mark: mostCallsPerOrder,
        formula: 'look-up by ExternalID + header + lines + read-back, customer known',
      },
      {
        name: 'stock scans per run',
        measured: busy.scans,
        unit: 'calls',
        mark: 1,
        formula: `when-available: rows of the location / ${pageRows}, whatever the number of orders`,
      },
      {
        name: 'JOOR reads per order',
        measured: (busy.joorReads - quiet.joorReads) / orders,
        unit: 'reads',
        mark: 1.1,
        formula: 'read again before the intent + lines and list of all / 100',
      },
      {
        name: 'marks in JOOR',
        measured: busy.marks,
        unit: 'calls',
        mark: 1,
        formula: `one call for ${orders} orders`,
      },
      {
        name: 'seconds for 100 orders',
        measured: seconds,
        unit: 's',
        mark: leastSeconds + 60,
        formula: `${orders} × ${mostCallsPerOrder} calls / ${cin7PerMinute} a minute = ${leastSeconds} s, and up to one window of 60 s`,
      },
      {
        name: 'orders per minute',
        measured: perMinute,
        unit: '',
        mark: null,
        formula: `at most ${cin7PerMinute} / ${mostCallsPerOrder} = ${cin7PerMinute / mostCallsPerOrder} by Cin7's limit (50, a tenth kept free); 54 by JOOR's`,
      },
    ];
  } finally {
    await world.stop();
  }
}

interface Calls {
  readonly calls: number;
  readonly scans: number;
  readonly joorReads: number;
  readonly marks: number;
  readonly seconds: number;
}

/** A run of the orders flow alone, an hour later, with so many new orders. */
async function callsOf(world: World, number: number): Promise<Calls> {
  for (let at = 0; at < number; at += 1) placeOrder(world, { lines: [{ sku, quantity: 1 }] });
  world.nextHour();
  const requests = requestsSince(world.practice);
  const before = world.clock.now();
  const report = await world.sync({ only: ['orders'] });
  const exported = report.flows.find(({ flow }) => flow === 'orders')?.counts.ordersExported ?? 0;
  if (exported !== number) throw new Error(`${exported} of ${number} orders were exported.`);
  const asked = requests.cin7();
  return {
    calls: asked.length,
    scans: asked.filter((line) => line === 'GET /ref/productavailability').length,
    joorReads: requests.joorReads().length,
    marks: requests.joorWrites().filter((line) => line.includes('/orders/bulk_update')).length,
    seconds: (world.clock.now() - before) / 1_000,
  };
}
