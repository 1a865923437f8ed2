// The network and the limits: waiting is never a failure, an account that can't be reached stops the run with a sentence,
// and a run may break or be stopped at any request (RUN-5, RUN-6, RUN-8).
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../core/contract/progress.ts';
import { expectInStep, syncedWorld, worldFor } from '../support/expect.ts';
import { doubles } from '../support/picture.ts';
import { requestsSince } from '../support/requests.ts';
import { salesByOrder } from '../support/sales.ts';
import { flowOf } from '../support/world.ts';

describe('limits', () => {
  it.each([true, false])(
    "RUN-5: JOOR's refusals over its limit are waited for (Retry-After: %s)",
    async (retryAfter) => {
      const world = await worldFor({ joor: { switches: { quota: 18, windowSeconds: 60, retryAfter } } });
      const waits: (Progress['waitingFor'] | null)[] = [];
      const report = await world.sync({ onProgress: ({ waitingFor }) => void waits.push(waitingFor) });
      expect(report.outcome).toBe('needs-you');
      expect(world.practice.joor.log.entries.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
      expect(waits.filter((wait) => wait?.api === 'joor').length).toBeGreaterThan(0);
      expectInStep(world);
    },
  );

  it('RUN-5: a neighbour on the same Cin7 key slows a run down and fails nothing', async () => {
    const world = await worldFor({ cin7: { switches: { limit: 8, window: 60 } } });
    const before = world.clock.now();
    const report = await world.sync();
    expect(report.outcome).toBe('needs-you');
    expect(world.clock.now() - before).toBeGreaterThan(60_000);
    expect(world.practice.cin7.log.entries.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expectInStep(world);
  });

  it('RUN-5: never takes more than 50 calls of Cin7 in 60 s, over runs', async () => {
    const world = await worldFor();
    for (let run = 0; run < 8; run += 1) await world.sync({ isFullPass: true });
    const times = world.practice.cin7.log.entries.map(({ at }) => Date.parse(at));
    for (const time of times)
      expect(times.filter((at) => at > time - 60_000 && at <= time).length).toBeLessThanOrEqual(50);
    expect(times.length).toBeGreaterThan(80);
  });

  it('RUN-5: a busy Cin7 that says 503 is waited for', async () => {
    const world = await worldFor({
      faults: [{ match: { api: 'cin7', method: 'GET', times: 6 }, do: { kind: 'status', status: 503 } }],
    });
    expect((await world.sync()).outcome).toBe('needs-you');
    expectInStep(world);
  });
});

describe('a limit that is told inside a 200', () => {
  it.each(['text', 'array'] as const)('RUN-5: is waited for and fails nothing (as %s)', async (overLimitBody) => {
    const world = await worldFor({ cin7: { switches: { limit: 8, window: 60, overLimitStatus: 200, overLimitBody } } });
    const before = world.clock.now();
    const report = await world.sync();
    expect(report).toMatchObject({ outcome: 'needs-you', error: null });
    expect(report.flows.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(world.clock.now() - before).toBeGreaterThan(60_000);
    expectInStep(world);
    expect(Object.values(salesByOrder(world)).every((sales) => sales === 1)).toBe(true);
  });
});

describe("JOOR's token", () => {
  it('is renewed in the middle of a run when JOOR says that it ended', async () => {
    const world = await worldFor();
    const ends = new Set(['mark orders', 'create SKUs', 'create linesheets']);
    world.beforeRequest(({ name }) => {
      if (ends.delete(name)) world.practice.joor.edits.expireTokens();
    });
    expect((await world.sync()).outcome).toBe('needs-you');
    expect(ends.size).toBe(0);
    expect(world.practice.joor.log.count('/auth/')).toBe(4);
    expectInStep(world);
  });

  it('is renewed before it ends', async () => {
    const world = await worldFor({ joor: { switches: { tokenLifetimeSeconds: 3_600 } } });
    const slow = new Set(['mark orders', 'create SKUs', 'create linesheets']);
    world.beforeRequest(({ name }) => {
      if (slow.has(name)) world.clock.advance(1_700_000);
    });
    await world.sync();
    expect(world.practice.joor.log.entries.filter(({ status }) => status === 401).length).toBe(0);
    expect(world.practice.joor.log.count('/auth/')).toBeGreaterThan(1);
    expectInStep(world);
  });
});

describe('an account that cannot be reached', () => {
  it.each([
    ['cin7', 'Cin7 Core'],
    ['joor', 'JOOR'],
  ] as const)('RUN-6: (%s) stops the run with a sentence, and the next run catches up', async (api, name) => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Renamed' } });
    world.practice.faults.add({ match: { api }, do: 'dropBefore' });
    const requests = requestsSince(world.practice);
    const report = await world.syncNextHour();
    expect(report).toMatchObject({ outcome: 'failed', error: { code: 'unreachable' } });
    expect(report.error?.sentence).toMatch(new RegExp(`^${name} can't be reached at 127\\.0\\.0\\.1:\\d+`));
    expect(report.error?.nextStep).toContain('The next run catches up');
    expect([...requests.cin7Writes(), ...requests.joorWrites()]).toEqual([]);
    world.practice.faults.reset();
    for (let hours = 0; hours < 60; hours += 1) world.nextHour();
    await world.sync();
    expectInStep(world);
  });

  it('RUN-6: a web page instead of data is told as such', async () => {
    const world = await syncedWorld();
    world.practice.faults.add({ match: { api: 'joor' }, do: 'html' });
    expect(await world.syncNextHour()).toMatchObject({
      outcome: 'failed',
      error: { code: 'not-the-api', sentence: expect.stringContaining('answered with a web page instead of data') },
    });
  });

  it('RUN-6: a key that is refused stops the run at once and is named', async () => {
    const world = await worldFor({ secrets: { 'joor.token': 'wrong' } });
    const report = await world.sync();
    expect(report).toMatchObject({ outcome: 'failed', error: { code: 'key-rejected' } });
    expect(report.error?.sentence).toMatch(/^JOOR rejected the key/);
    expect(doubles(world.practice)).toEqual([]);
  });
});

/** The requests of a first run; every fourth of them is where something happens. */
const places = Array.from({ length: 11 }, (_, index) => 1 + index * 4);

describe('a run that ends in the middle', () => {
  it.each(places)('RUN-6: may lose both connections from request %i on', async (place) => {
    const world = await worldFor();
    world.practice.faults.add({ match: { atRequest: place }, do: 'dropAfter' });
    world.beforeRequest(() => {
      if (world.practice.faults.requestNumber >= place) world.practice.faults.add({ match: {}, do: 'dropBefore' });
    });
    expect((await world.sync()).outcome).toBe('failed');
    world.beforeRequest(() => undefined);
    world.practice.faults.reset();
    for (let hour = 0; hour < 5; hour += 1) {
      await world.syncNextHour();
      expect(doubles(world.practice)).toEqual([]);
    }
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
    expectInStep(world);
  });

  it.each(places)('RUN-8: may be stopped at request %i, says so, and the next run completes', async (place) => {
    const world = await worldFor();
    const stop = new AbortController();
    let requests = 0;
    world.beforeRequest(() => {
      requests += 1;
      // While the request is on its way.
      if (requests === place) setImmediate(() => stop.abort());
    });
    const report = await world.sync({ signal: stop.signal });
    expect(report).toMatchObject({
      outcome: 'stopped',
      error: { code: 'cancelled', sentence: 'The run was stopped.' },
    });
    world.beforeRequest(() => undefined);
    for (let hour = 0; hour < 5; hour += 1) {
      await world.syncNextHour();
      expect(doubles(world.practice)).toEqual([]);
    }
    expect(Object.values(salesByOrder(world))).toEqual([1, 1, 1, 1]);
    expectInStep(world);
  });

  it('RUN-8: a run that is stopped before it begins asks nothing', async () => {
    const world = await worldFor();
    const stop = new AbortController();
    stop.abort();
    expect((await world.sync({ signal: stop.signal })).outcome).toBe('stopped');
    expect(world.practice.cin7.log.entries).toEqual([]);
    expect(flowOf(await world.sync(), 'products').state).toBe('done');
  });
});
