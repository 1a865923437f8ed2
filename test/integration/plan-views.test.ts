// A dry run as people read it: three of their styles, what each flow would send, what is held, what it would cost. What it
// announces is what the real run then sends.
import { describe, expect, it, onTestFinished } from 'vitest';
import { planView } from '../../core/commands/plan/view.ts';
import type { PlanView } from '../../core/contract/queries.ts';
import { syncedWorld, worldFor } from '../support/expect.ts';
import { flowOf, found, type World } from '../support/world.ts';

async function viewOf(world: World, runId: string | null = null): Promise<PlanView> {
  const settings = await world.profile.settings.load();
  const ledger = world.profile.openLatestLedger(settings, '2026-11-23T02:00:00.000Z');
  if (ledger === null) throw new Error('Nothing was read.');
  onTestFinished(() => ledger.close());
  const view = planView(ledger, settings, runId);
  if (view === null) throw new Error('There is no plan.');
  return view;
}

const rowOf = ({ rows }: PlanView, label: string) => found(rows, (row) => row.label === label, `row ${label}`);

describe('the plan of a dry run', () => {
  it('announces of a new account what the first sync then sends', async () => {
    const world = await worldFor();
    const report = await world.sync({ isDryRun: true });
    const view = await viewOf(world, report.id);
    const sent = flowOf(await world.sync(), 'products').counts;
    expect(rowOf(view, 'Products').toSend).toBe(sent.stylesCreated);
    expect(rowOf(view, 'SKUs').toSend).toBe(sent.skusCreated);
    expect(rowOf(view, 'Prices').toSend).toBe(sent.pricesCreated);
    expect(view.changes).toBe(view.rows.reduce((sum, { toSend }) => sum + toSend, 0));
    expect(view.cost.joorCredits).toBeGreaterThan(0);
    expect(view.sentence).toMatch(/^Compared 10 styles, \d+ SKUs and \d+ orders?\.$/);
  });

  it('shows three styles, one of them held with its reason', async () => {
    const world = await worldFor();
    await world.sync({ isDryRun: true });
    const { samples } = await viewOf(world);
    expect(samples.map(({ tag }) => tag)).toEqual(['create', 'create', 'held']);
    expect(samples[0]?.lines[0]).toMatchObject({ label: 'Product', after: 'New' });
    expect(samples[0]?.lines.some(({ label }) => label.startsWith('Whsl'))).toBe(true);
    expect(samples[2]?.lines.at(-1)).toMatchObject({ label: 'Held', isHeld: true });
  });

  it('shows a change beside what stands in JOOR now', async () => {
    const world = await syncedWorld();
    world.practice.cin7.edits.changeFamily({ family: 'SH-102', changes: { name: 'Marlow Shirt' } });
    world.nextHour();
    await world.sync({ isDryRun: true });
    const view = await viewOf(world);
    expect(rowOf(view, 'Products')).toMatchObject({ toSend: 1, what: '0 to create, 1 to change', joorCredits: 5 });
    expect(rowOf(view, 'Prices')).toMatchObject({ toSend: 0, what: 'Nothing to change', joorCredits: 0 });
    const sample = found(view.samples, ({ number }) => number === 'SH-102', 'sample SH-102');
    expect(sample).toMatchObject({
      tag: 'update',
      lines: [
        { label: 'Name', before: 'Marlow Oxford Shirt', after: 'Marlow Shirt' },
        { label: 'Linesheets', after: 'Core Essentials, Immediates', note: 'same' },
        { label: 'Whsl AUD', note: 'same' },
        { label: 'Whsl USD', note: 'same' },
        { label: 'Stock', note: 'same' },
      ],
    });
  });

  it('says what a flow waits for instead of counting it', async () => {
    const world = await worldFor({ settings: (settings) => Object.assign(settings, { customers: {} }) });
    await world.sync({ isDryRun: true });
    const view = await viewOf(world);
    expect(rowOf(view, 'Orders into Cin7').what).toMatch(/^Orders wait/);
    expect(view.held.map(({ code }) => code)).toEqual(['flow:orders']);
  });
});
