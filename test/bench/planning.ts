// How long planning takes and how it grows: every style new, and every style unchanged, at 3,000 and at 30,000 SKUs.
import { planProducts } from '../../core/flows/products/plan.ts';
import { planStock } from '../../core/flows/inventory/plan.ts';
import { flowContext } from '../support/flow-context.ts';
import { startWorld } from '../support/world.ts';
import type { Figure } from './figures.ts';

interface Timing {
  readonly first: number;
  readonly unchanged: number;
}

const skusPerStyle = 12;

/** Planning 30,000 SKUs, against 3,000. */
export async function planningFigures(): Promise<Figure[]> {
  const small = await timePlanning(3_000);
  const large = await timePlanning(30_000);
  return [
    {
      name: 'first plan, 30,000 SKUs',
      measured: large.first,
      unit: 'ms',
      mark: 1_000,
      formula: 'everything new: compose, compare, store',
    },
    {
      name: 'unchanged plan, 30,000 SKUs',
      measured: large.unchanged,
      unit: 'ms',
      mark: 1_000,
      formula: 'everything equal, stock numbers included',
    },
    {
      name: 'growth of the first plan',
      measured: large.first / small.first,
      unit: '×',
      mark: 13,
      formula: `${Math.round(large.first)} ms / ${Math.round(small.first)} ms for 10 × the SKUs`,
    },
    {
      name: 'growth of the unchanged plan',
      measured: large.unchanged / small.unchanged,
      unit: '×',
      mark: 13,
      formula: `${Math.round(large.unchanged)} ms / ${Math.round(small.unchanged)} ms for 10 × the SKUs`,
    },
  ];
}

async function timePlanning(skus: number): Promise<Timing> {
  const world = await startWorld({
    size: { styles: Math.round(skus / skusPerStyle), skusPerStyle, retailers: 20, orders: 12 },
    settings: (settings) => Object.assign(settings, { flows: { orders: false } }),
    cin7: { switches: { limit: 1_000_000 } },
    joor: { switches: { quota: 1_000_000 } },
  });
  try {
    await world.sync({ isDryRun: true });
    const first = await best(3, async () => {
      const { context, close } = await flowContext(world);
      // A first plan: nothing is known of the styles yet.
      context.ledger.transaction(() => undefined);
      const started = performance.now();
      await planProducts(context);
      const took = performance.now() - started;
      close();
      return took;
    });
    await world.sync();
    const unchanged = await best(3, async () => {
      const { context, close } = await flowContext(world);
      const started = performance.now();
      await planProducts(context);
      await planStock(context, [{ name: 'Main', locations: ['Sydney DC'], missing: [] }]);
      const took = performance.now() - started;
      close();
      return took;
    });
    return { first, unchanged };
  } finally {
    await world.stop();
  }
}

async function best(times: number, measure: () => Promise<number>): Promise<number> {
  const results: number[] = [];
  for (let turn = 0; turn < times; turn += 1) results.push(await measure());
  return Math.min(...results);
}
