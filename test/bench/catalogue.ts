// What the catalogue costs on the two accounts: the first sync of the believable brand, and a run in which nothing
// changed. Counted by the practice accounts, not by us.
import { startWorld } from '../support/world.ts';
import type { Figure } from './figures.ts';

const batch = { styles: 50, skus: 500, prices: 1_000, linesheets: 4, stock: 1_000 };
const pageRows = 1_000;
const writeCredits = 5;

/** The figures of the catalogue alone, without orders and customers. */
export async function catalogueFigures(): Promise<{ first: Figure[]; unchanged: Figure[] }> {
  const world = await startWorld({
    size: 'full',
    settings: (settings) => Object.assign(settings, { flows: { orders: false } }),
  });
  try {
    const first = await world.sync();
    const counts: Record<string, number> = {};
    for (const flow of first.flows) Object.assign(counts, flow.counts);
    const rows = (what: string) => first.reads.find((read) => read.what === what)?.rows ?? 0;
    const [styles, skus, prices, linesheets, stock] = [
      counts['stylesCreated'] ?? 0,
      counts['skusCreated'] ?? 0,
      counts['pricesCreated'] ?? 0,
      counts['linesheetsCreated'] ?? 0,
      counts['stockNumbers'] ?? 0,
    ];
    world.nextHour();
    const second = await world.sync();
    const stockRows = second.reads.find(({ what }) => what === 'stock rows')?.rows ?? 0;
    return {
      first: [
        {
          name: 'JOOR credits',
          measured: first.usage.joorCredits,
          unit: 'credits',
          mark: 220,
          formula:
            `${writeCredits} × (${styles}/${batch.styles} styles + ${skus}/${batch.skus} SKUs, no style split + ${prices}/${batch.prices} prices` +
            ` + ${linesheets}/${batch.linesheets} linesheets + ${stock}/${batch.stock} stock) + price types, styles, linesheets, read-back`,
        },
        {
          name: 'Cin7 calls',
          measured: first.usage.cin7Calls,
          unit: 'calls',
          mark: 22,
          formula: `company + tiers + locations + (${rows('products')} products + ${rows('families')} families + ${rows('stock rows')} stock rows)/${pageRows}`,
        },
      ],
      unchanged: [
        {
          name: 'JOOR writes',
          measured: second.usage.joorWrites,
          unit: '',
          mark: 0,
          formula: 'equal content costs no write',
        },
        {
          name: 'JOOR reads',
          measured: second.usage.joorReads,
          unit: '',
          mark: 4,
          formula: 'price types + linesheets (+ orders, where that flow is on)',
        },
        {
          name: 'Cin7 calls',
          measured: second.usage.cin7Calls,
          unit: '',
          mark: 9 + Math.ceil(stockRows / pageRows),
          formula: `company + products + families + tiers + locations + ${stockRows}/${pageRows} stock rows`,
        },
      ],
    };
  } finally {
    await world.stop();
  }
}

/** The same unchanged run with every flow on, orders waiting for a person included. */
export async function unchangedFigures(): Promise<Figure[]> {
  const world = await startWorld({ size: 'full' });
  try {
    await world.sync();
    world.nextHour();
    const { usage, reads } = await world.sync();
    const stockRows = reads.find(({ what }) => what === 'stock rows')?.rows ?? 0;
    return [
      { name: 'JOOR writes', measured: usage.joorWrites, unit: '', mark: 0, formula: 'equal content costs no write' },
      {
        name: 'JOOR reads',
        measured: usage.joorReads,
        unit: '',
        mark: 4,
        formula: 'orders + price types + linesheets',
      },
      {
        name: 'Cin7 calls',
        measured: usage.cin7Calls,
        unit: '',
        mark: 9 + Math.ceil(stockRows / pageRows),
        formula: `company, products, families, tiers, locations, customers, sales, tax rules, terms + ${stockRows}/${pageRows} stock rows`,
      },
    ];
  } finally {
    await world.stop();
  }
}
