// Faults on the way of the catalogue into JOOR: after the next runs nothing is doubled and everything is in step (RUN-6).
import { describe, expect, it } from 'vitest';
import type { FaultRule } from '../../core/practice/wire/faults.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { flowOf } from '../support/world.ts';

const creations = ['products', 'skus', 'prices', 'collections'].map((path) => `/v4/${path}/bulk_create`);

const faults: readonly (readonly [string, FaultRule['do']])[] = [
  ['the answer is dropped', 'dropAfter'],
  ['half of the answer comes', 'truncate'],
  ['the request is dropped', 'dropBefore'],
  ['it is done and answered with 500', { kind: 'statusAfter', status: 500 }],
  ['it is answered with 503', { kind: 'status', status: 503 }],
  ['it is done ten minutes later', { kind: 'commitLate', seconds: 600 }],
];

const onPost = (path: string, action: FaultRule['do'], match: FaultRule['match'] = { nth: 1 }): FaultRule => ({
  match: { api: 'joor', method: 'POST', path, ...match },
  do: action,
});

describe.each(creations)('POST %s', (path) => {
  it.each(faults)(
    'RUN-6: when %s, the next runs bring everything in step and double nothing',
    async (_name, action) => {
      const world = await worldFor({ faults: [onPost(path, action)] });
      await world.sync();
      await world.practice.settle();
      expect(doubles(world.practice)).toEqual([]);
      await world.syncNextHour();
      await world.practice.settle();
      await world.syncNextHour();
      expectInStep(world);
      const requests = requestsSince(world.practice);
      await world.syncNextHour();
      expect(requests.joorWrites()).toEqual([]);
    },
  );
});

describe('what may be sent twice', () => {
  it.each(['/v4/products/bulk_update', '/v4/skus/bulk_update', '/v4/prices/bulk_update', '/v2/bulk-inventory'])(
    'RUN-6: is repeated in the same run after a lost answer of POST %s',
    async (path) => {
      const world = await syncedWorld();
      world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Renamed' } });
      world.practice.cin7.edits.changeProduct({
        sku: 'SH-102-NVY-XS',
        changes: { barcode: '9300000000031', prices: { '2': 99 } },
      });
      world.practice.cin7.edits.setStock({ sku: 'SH-102-NVY-XS', location: 'Sydney DC', onHand: 2 });
      world.practice.joor.faults.add(onPost(path, 'dropAfter', { times: 3 }));
      const report = await world.syncNextHour();
      expect(report.outcome).toBe('needs-you');
      expect(world.practice.joor.faults.hits).toHaveLength(3);
      expectInStep(world);
    },
  );

  it('RUN-6: a fault of one call that stays stops its flow and nothing else', async () => {
    const fault = { kind: 'status' as const, status: 500 };
    const world = await worldFor({ faults: [{ match: { path: '/v4/collections', times: 5 }, do: fault }] });
    const report = await world.sync();
    expect(report).toMatchObject({ outcome: 'failed', error: null });
    expect(flowOf(report, 'linesheets')).toMatchObject({
      state: 'failed',
      sentence: expect.stringMatching(/^JOOR had a fault of its own/),
    });
    for (const flow of ['products', 'inventory', 'orders'] as const) expect(flowOf(report, flow).state).toBe('done');
    await world.syncNextHour();
    expectInStep(world);
  });
});

describe('lists that show new things late', () => {
  it.each(creations)('RUN-6: after a lost answer of POST %s nothing is held for good', async (path) => {
    const world = await worldFor({ joor: { switches: { listLagSeconds: 300 } }, faults: [onPost(path, 'dropAfter')] });
    await world.sync();
    await world.syncNextHour();
    await world.syncNextHour();
    expectInStep(world);
    expect(await world.seamline.styles(['to-send'])).toEqual([]);
    expect((await world.seamline.status()).needsYou.filter(({ code }) => code.startsWith('refused'))).toEqual([]);
  });
});
