// What the host of the pictures would push: the brand Aurora Apparel on a Monday afternoon, a run waiting for JOOR's limit.
import { settingsSchema } from '../../../core/settings/schema.ts';
import type { AttentionItem } from '../../../core/contract/attention.ts';
import type { AppStore, RunStore, WeekEntry } from '../../../core/contract/stores.ts';
import type { Stores } from '../bridge.ts';
import { at, minutesAway } from '../clock.ts';

const flow = (
  name: AppStore['flows'][number]['flow'],
  mode: AppStore['flows'][number]['mode'],
  sentence: string,
): AppStore['flows'][number] => ({
  flow: name,
  mode,
  choices: name === 'products' ? ['rehearsal', 'live'] : ['off', 'rehearsal', 'live'],
  sentence,
  waits: null,
  since: at('2026-10-05 09:00'),
  who: 'Dana',
});

/** A flow that this version doesn't have, as the host tells of it. */
const notBuilt = (name: 'images' | 'customers'): AppStore['flows'][number] => ({
  ...flow(name, 'off', 'Not in this version yet'),
  choices: ['off'],
  since: null,
  who: null,
});

/** A week of hourly runs: office hours change things, nights don't, the PC sleeps over the weekend. */
function week(): WeekEntry[] {
  const entries: WeekEntry[] = [];
  const days = ['17', '18', '19', '20', '23'];
  for (const day of days)
    for (let hour = 0; hour < 24; hour += 1) {
      if (day === '20' && hour > 18) continue;
      if (day === '23' && (hour < 7 || hour > 14)) continue;
      const isOffice = hour >= 11 && hour <= 18;
      const seed = (Number(day) * 31 + hour * 17) % 29;
      const changes = isOffice ? 3 + seed * 4 : hour === 4 ? 6 : 0;
      const isFailed = day === '19' && hour === 9;
      const isNew = (day === '18' && hour === 10) || (day === '20' && hour === 10) || (day === '23' && hour === 9);
      const start = at(`2026-11-${day} ${String(hour).padStart(2, '0')}:02`);
      const isRunning = day === '23' && hour === 14;
      entries.push({
        runId: `run-${day}-${hour}`,
        startedAt: start,
        endedAt: isRunning ? null : new Date(Date.parse(start) + 180_000).toISOString(),
        result: isRunning
          ? 'running'
          : isFailed
            ? 'failed'
            : isNew
              ? 'new-for-you'
              : changes > 0
                ? 'changed'
                : 'unchanged',
        changes: isFailed ? 60 : isNew ? 40 : isRunning ? 90 : changes,
        sentence: isFailed
          ? 'Cin7 Core was unavailable; the next run caught up.'
          : changes > 0
            ? `${changes} changes sent.`
            : 'Checked 8,902 SKUs. Nothing had changed.',
      });
    }
  return entries;
}

const noSecrets = {
  accountId: false,
  applicationKey: false,
  token: false,
  clientId: false,
  clientSecret: false,
  username: false,
  password: false,
};
const allSecrets = Object.fromEntries(Object.keys(noSecrets).map((name) => [name, true]));

export const appStore: AppStore = {
  version: '0.1.0',
  host: 'desktop',
  stage: 'ready',
  blockedBy: null,
  setUpStep: 'done',
  profile: { name: 'Aurora Apparel', isPractice: false },
  realm: 'live',
  company: { name: 'Aurora Apparel Pty Ltd', currency: 'AUD', timeZone: 'Australia/Sydney' },
  keychain: 'ok',
  cin7: {
    state: 'connected',
    name: 'Aurora Apparel Pty Ltd',
    tag: 'AUD',
    secrets: allSecrets,
    checkedAt: minutesAway(-22),
    error: null,
  },
  joor: {
    state: 'connected',
    name: 'Aurora, brand account 41207',
    tag: 'Live',
    secrets: allSecrets,
    checkedAt: minutesAway(-22),
    error: null,
  },
  flows: [
    flow('products', 'live', '9 changed, 400 checked'),
    flow('linesheets', 'live', '5 changed, 7 checked'),
    notBuilt('images'),
    notBuilt('customers'),
    flow('inventory', 'live', '214 changed, 8,902 checked'),
    flow('orders', 'live', '1 changed, 64 checked'),
  ],
  budgets: [
    { api: 'joor', used: 270, limit: 300, reserved: 30, resetsAt: minutesAway(134 / 60) },
    { api: 'cin7', used: 4, limit: 50, reserved: 5, resetsAt: null },
  ],
  schedule: { everyMinutes: 60, isPaused: false, nextDueAt: at('2026-11-23 15:02'), stoppedBy: null },
  lastSuccessAt: at('2026-11-23 13:04'),
  answer: {
    sentence: '379 of 400 styles in step',
    detail: '6 styles and 2 orders need you. 14 styles to send, 1 sending. 6 orders are on their way.',
    isAllInStep: false,
  },
  proof: [
    { label: 'Products read in Cin7', value: '10,871 of 10,871', isGood: true },
    { label: 'SKUs compared', value: '8,902, 31 changes sent', isGood: true },
    { label: 'Orders compared', value: '64, 1 exported', isGood: true },
    { label: 'Stock rows read', value: '26,706 of 26,706', isGood: true },
  ],
  needsYou: { total: 5, styles: 6, orders: 2, customers: 0 },
  week: week(),
  opens: ['cin7-sale', 'cin7-product', 'joor-order', 'cin7', 'joor'],
  sleeps: [
    {
      from: at('2026-11-20 18:40'),
      to: at('2026-11-23 07:41'),
      sentence: 'Asleep 61 h. Caught up Mon 07:43, nothing missed',
    },
  ],
};

export const runStore: RunStore = {
  isLeaving: false,
  current: {
    id: 'run-97',
    kind: 'sync',
    phase: 'products',
    activity: 'prices',
    done: 258,
    total: 348,
    etaSeconds: 485,
    waitingFor: { api: 'joor', until: minutesAway(134 / 60) },
    startedAt: at('2026-11-23 14:02'),
    startedBy: 'timer',
    phases: [
      { phase: 'connect', state: 'done' },
      { phase: 'read-cin7', state: 'done' },
      { phase: 'orders', state: 'done' },
      { phase: 'products', state: 'now' },
      { phase: 'linesheets', state: 'to-come' },
      { phase: 'images', state: 'left-out' },
      { phase: 'customers', state: 'left-out' },
      { phase: 'stock', state: 'to-come' },
    ],
    isStopping: false,
    canStop: true,
  },
  last: null,
};

export const runAtRest: RunStore = {
  isLeaving: false,
  current: null,
  last: {
    runId: 'run-97',
    kind: 'sync',
    startedAt: at('2026-11-23 14:02'),
    startedBy: 'timer',
    endedAt: at('2026-11-23 14:06'),
    outcome: 'good',
    phases: [
      { phase: 'connect', state: 'done' },
      { phase: 'read-cin7', state: 'done' },
      { phase: 'orders', state: 'done' },
      { phase: 'products', state: 'done' },
      { phase: 'linesheets', state: 'done' },
      { phase: 'images', state: 'left-out' },
      { phase: 'customers', state: 'left-out' },
      { phase: 'stock', state: 'done' },
    ],
    sentence: '12 changes sent.',
    detail: '9 stock, 2 prices, 1 order. 8,891 SKUs had nothing to change.',
  },
};

/** The dry run whose plan the gallery shows. */
export const dryRunDone: RunStore = {
  ...runAtRest,
  last: runAtRest.last && {
    ...runAtRest.last,
    kind: 'dry-run',
    startedAt: at('2026-11-23 13:57'),
    startedBy: 'person',
    endedAt: at('2026-11-23 13:58'),
    sentence: '461 changes to send.',
    detail: 'Checked 8,902 SKUs, 7 linesheets, 8,902 stock numbers and 64 orders.',
  },
};

const go = (label: string, place: Parameters<typeof goAction>[1]) => goAction(label, place);
function goAction(label: string, place: Extract<AttentionItem['actions'][number]['does'], { kind: 'go' }>['place']) {
  return { label, does: { kind: 'go' as const, place } };
}
const command = (label: string, name: string, input: Record<string, unknown>) => ({
  label,
  does: { kind: 'command' as const, name, input },
});

function item(
  key: string,
  kind: AttentionItem['kind'],
  code: string,
  since: string,
  words: readonly [title: string, reason: string],
  actions: AttentionItem['actions'],
): AttentionItem {
  return {
    key,
    kind,
    code,
    count: 1,
    title: words[0],
    reason: words[1],
    nextStep: '',
    since,
    resolvedAt: null,
    actions,
  };
}

export const attention: AttentionItem[] = [
  item(
    'order:1029384',
    'order',
    'unknown-sku',
    at('2026-11-23 09:12'),
    [
      'Order 1029384 is on hold: SKU SH-102-BLU-M isn’t in Cin7',
      'Harbour & Pine, PO HP-2207. SH-102-BLUE-M looks the same',
    ],
    [
      command('Use it', 'aliases.set', { orderId: '1029384', sku: 'SH-102-BLU-M', productId: 'p-1' }),
      go('Open', { to: 'orders', state: null, open: '1029384' }),
    ],
  ),
  item(
    'order:1029127',
    'order',
    'changed-after-export',
    at('2026-11-20 16:42'),
    ['Order 1029127 changed in JOOR after export', 'Maison Verlaine, sale SO-00412 is still open in Cin7'],
    [go('Compare', { to: 're-export', orderId: '1029127' })],
  ),
  item(
    'style:no-price:EUR',
    'style',
    'no-price',
    at('2026-11-20 11:02'),
    ['4 styles have no EUR wholesale price', 'Kept out of “Spring 27 Europe” until Cin7 has one'],
    [
      go('Show 4', { to: 'styles', state: 'needs-you', cause: 'no-price:EUR Wholesale', open: null }),
      command('Recheck', 'styles.check', { keys: ['DR-214', 'DR-219'] }),
    ],
  ),
  item(
    'style:barcode',
    'style',
    'shared-barcode',
    at('2026-11-19 10:02'),
    ['2 styles share the barcode 9351234017726', 'SK-160 and SK-161 are in JOOR without one until each has its own'],
    [
      go('Show 2', { to: 'styles', state: 'needs-you', cause: 'shared-barcode:9351234017726', open: null }),
      command('Recheck', 'styles.check', { keys: ['SK-160'] }),
    ],
  ),
  item(
    'linesheet:Resort 27',
    'linesheet',
    'linesheet-not-visible',
    at('2026-11-23 12:41'),
    ['Linesheet “Resort 27” isn’t visible to buyers yet', 'All of its styles are in it. Publish it in JOOR'],
    [go('Show linesheet', { to: 'styles', view: 'linesheets', state: null, cause: null, open: 'resort 27' })],
  ),
];

export const settings = settingsSchema.parse({
  revision: 1,
  connections: { joor: { environment: 'live', accountId: '41207' } },
  products: {
    priceTypes: [
      { joorPriceType: { name: 'USD Wholesale', currency: 'USD' }, wholesaleTier: 1, retailTier: 3 },
      { joorPriceType: { name: 'EUR Wholesale', currency: 'EUR' }, wholesaleTier: 2, retailTier: 4 },
    ],
  },
  inventory: {
    warehouses: [
      { joorWarehouse: 'Main', locations: ['Sydney DC', 'Melbourne Store'] },
      { joorWarehouse: 'US', locations: ['Los Angeles 3PL', 'Dallas'] },
    ],
    buffer: 2,
  },
  linesheets: {
    details: {
      'Resort 27': { season: 'Resort 27', start: '2027-01-15' },
      'Pre-Fall 27 MTO': { season: 'Pre-Fall 27', start: '2027-03-01', madeToOrder: true },
    },
  },
  orders: {
    goLive: '2026-10-05T00:00:00Z',
    freightService: 'Freight',
    taxRules: {
      'United States': 'GST Free Exports',
      France: 'Tax on Sales of Wholesale Goods Dispatched to the European Union',
      Germany: 'EU Exports 2024',
    },
    maps: { terms: { 'Net 30': '30 days' }, carrier: { DHL: 'DHL Express' } },
    currencyRates: { USD: { rate: '1.52', asOf: '2026-11-20' } },
    claimRules: [{ linesheet: 'Pre-Fall 27 MTO', claim: 'always' }],
    newCustomer: { terms: '30 days', taxRule: 'GST on Income', priceTier: 'Wholesale AUD', receivable: '610' },
  },
});

export const stores: Stores = {
  app: appStore,
  run: runStore,
  settings: { revision: 1, settings, error: null },
  revisions: { styles: 1, orders: 1, customers: 1, linesheets: 1, attention: 1, runs: 1 },
  attention: { open: attention },
};

/** At rest with nothing to do: the same brand, everything in step. */
export const storesInStep: Stores = {
  ...stores,
  app: {
    ...appStore,
    answer: {
      sentence: 'Everything is in step',
      detail: '400 styles in JOOR.',
      isAllInStep: true,
    },
    lastSuccessAt: at('2026-11-23 14:06'),
    needsYou: { total: 0, styles: 0, orders: 0, customers: 0 },
    budgets: [
      { api: 'joor', used: 0, limit: 300, reserved: 30, resetsAt: null },
      { api: 'cin7', used: 0, limit: 50, reserved: 5, resetsAt: null },
    ],
    flows: [
      flow('products', 'live', '2 changed, 400 checked'),
      flow('linesheets', 'live', '0 changed, 7 checked'),
      notBuilt('images'),
      notBuilt('customers'),
      flow('inventory', 'live', '9 changed, 8,902 checked'),
      flow('orders', 'live', '1 changed, 64 checked'),
    ],
    week: appStore.week.map((entry) =>
      entry.result === 'running' ? { ...entry, result: 'changed', endedAt: at('2026-11-23 14:06') } : entry,
    ),
  },
  run: runAtRest,
  attention: { open: [] },
};

export { noSecrets };
