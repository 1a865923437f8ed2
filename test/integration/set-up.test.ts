// Set-up's review: what both accounts' own data decides is taken over, what it can't decide is asked, and an answer becomes
// a setting that the next run works with.
import { describe, expect, it } from 'vitest';
import { answerSetup, review, takeOverFindings } from '../../core/commands/setup/answer.ts';
import type { Services } from '../../core/commands/services.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import { silentLog } from '../../core/base/ports.ts';
import { createWire } from '../../core/http/wire.ts';
import { worldFor } from '../support/expect.ts';
import { found, secretsOf, type World } from '../support/world.ts';

function servicesOf({ profile, clock, practice }: World): Services {
  return {
    profile,
    clock,
    ids: seededIds(3),
    log: silentLog,
    secrets: secretsOf(practice),
    wire: createWire({ timeout: 2_000 }),
  };
}

/** A profile with nothing but its connections, after both accounts were read by a dry run. */
async function justRead(): Promise<{ world: World; services: Services }> {
  const world = await worldFor({
    settings: (settings) => {
      for (const section of Object.keys(settings)) if (section !== 'connections') delete settings[section];
    },
  });
  await world.sync({ isDryRun: true });
  return { world, services: servicesOf(world) };
}

const rowOf = async (services: Services, key: string) =>
  found((await review(services)).rows, (row) => row.key === key, `row ${key}`);

describe('the review of set-up', () => {
  it('counts what was selected and left out, and says how much is left to choose', async () => {
    const { services } = await justRead();
    const { figures, sentence } = await review(services);
    expect(figures.map(({ label }) => label)).toEqual([
      'styles selected',
      'left out, with reasons',
      'SKUs',
      'linesheets by tag',
      'retailers matched',
    ]);
    expect(figures[0]?.value).toBe('11');
    expect(sentence).toMatch(/for you to make; flows that need it stay off until then\.$/);
  });

  it('CUS-1: finds where the retailers’ codes stand and takes it over, with the tiers of the price types', async () => {
    const { world, services } = await justRead();
    expect((await rowOf(services, 'customer-code')).isSettled).toBe(false);
    expect(await takeOverFindings(services)).toBe(2);
    const settings = await world.profile.settings.load();
    expect(settings.customers.codeFrom).toEqual({ attribute: 1 });
    const { brand } = world.practice;
    expect(settings.products.priceTypes).toEqual(
      brand.priceTypes.map(({ name, currency, wholesaleTier, retailTier }) => ({
        joorPriceType: { name, currency },
        wholesaleTier,
        retailTier,
      })),
    );
    expect(await takeOverFindings(services)).toBe(0);
  });

  it('asks for the locations of a warehouse, and stock waits until they are chosen', async () => {
    const { world, services } = await justRead();
    const row = found((await review(services)).rows, ({ key }) => key.startsWith('stock:'), 'row about stock');
    expect(row).toMatchObject({ isSettled: false, holds: ['inventory'] });
    const location = world.practice.brand.locations[0]?.name ?? '';
    await answerSetup(services, row.key, [location]);
    expect(await rowOf(services, row.key)).toMatchObject({ isSettled: true, chosen: location, holds: [] });
    await answerSetup(services, row.key, []);
    expect((await world.profile.settings.load()).inventory.warehouses).toEqual([]);
  });

  it('ORD-7: asks for the rate of each foreign currency, dated by the company’s own day', async () => {
    const { world, services } = await justRead();
    expect(await rowOf(services, 'rate:USD')).toMatchObject({ isSettled: false, holds: ['orders'] });
    await answerSetup(services, 'rate:USD', [' 1.52 ']);
    expect(await rowOf(services, 'rate:USD')).toMatchObject({ isSettled: true, chosen: '1 USD = 1.52 AUD' });
    expect((await world.profile.settings.load()).orders.currencyRates['USD']).toEqual({
      rate: '1.52',
      asOf: '2026-11-23',
    });
    await expect(answerSetup(services, 'rate:USD', ['one'])).rejects.toMatchObject({ code: 'settings-refused' });
  });

  it('says when no style carries the tag, and takes another one', async () => {
    const { world, services } = await justRead();
    await answerSetup(services, 'tags', ['NoSuchTag']);
    await world.sync({ isDryRun: true });
    expect(await rowOf(services, 'tags')).toMatchObject({
      finding: 'No style carries the tag NoSuchTag',
      isSettled: false,
      holds: ['products'],
    });
    await answerSetup(services, 'tags', ['JOOR']);
    await world.sync({ isDryRun: true });
    expect((await rowOf(services, 'tags')).isSettled).toBe(true);
  });

  it('refuses an answer to a question that nobody asked, and a review before anything was read', async () => {
    const { services } = await justRead();
    await expect(answerSetup(services, 'nonsense', ['x'])).rejects.toMatchObject({ code: 'usage' });
    const untouched = servicesOf(await worldFor());
    await expect(review(untouched)).rejects.toMatchObject({ code: 'not-found' });
  });
});
