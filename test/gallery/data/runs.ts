// Runs as their reports tell them, the plan of a dry run, and what set-up's review asks.
import type { PlanRow, PlanSample, PlanView, QueryOutput } from '../../../core/contract/queries.ts';
import type { RunReport } from '../../../core/contract/run-report.ts';
import type { StyleRow } from '../../../core/contract/styles.ts';
import { at } from '../clock.ts';

const report = (index: number): RunReport => {
  const isFailed = index === 9;
  const isDry = index === 4;
  const changed = isFailed ? 0 : ([12, 0, 31, 0, 837, 4, 0, 0, 19][index % 9] ?? 0);
  const start = new Date(Date.parse(at('2026-11-23 14:02')) - index * 3_600_000);
  return {
    id: `run-${97 - index}`,
    kind: isDry ? 'dry-run' : 'sync',
    startedBy: isDry ? 'person' : 'timer',
    startedAt: start.toISOString(),
    endedAt: new Date(start.getTime() + (60 + index * 13) * 1000).toISOString(),
    outcome: isFailed ? 'failed' : index === 2 ? 'needs-you' : 'good',
    company: 'Aurora Apparel Pty Ltd',
    notes: [],
    error: isFailed
      ? {
          code: 'cin7-unavailable',
          sentence: 'Cin7 Core answered “service unavailable” 5 times.',
          nextStep: 'Seamline tries again by itself. Nothing is sent twice.',
          api: 'cin7',
        }
      : null,
    reads: [
      { what: 'products', rows: 10871, total: 10871, isFull: index % 5 === 0, isComplete: true },
      { what: 'families', rows: 512, total: 512, isFull: true, isComplete: true },
      { what: 'customers', rows: 1206, total: 1206, isFull: true, isComplete: true },
      { what: 'stock rows', rows: 26706, total: 26706, isFull: true, isComplete: !isFailed },
      { what: 'orders', rows: 64, total: 64, isFull: true, isComplete: true },
    ],
    flows: [
      {
        flow: 'products',
        state: 'done',
        isRehearsal: isDry,
        sentence: '',
        nextStep: '',
        checked: 400,
        changed,
        needsYou: 6,
        counts: changed > 0 ? { stylesUpdated: 2, pricesUpdated: 2, stylesSelected: 400, stylesLeftOut: 112 } : {},
      },
      {
        flow: 'linesheets',
        state: 'done',
        isRehearsal: isDry,
        sentence: '',
        nextStep: '',
        checked: 7,
        changed: 0,
        needsYou: 0,
        counts: {},
      },
      {
        flow: 'inventory',
        state: 'done',
        isRehearsal: isDry,
        sentence: '',
        nextStep: '',
        checked: 8902,
        changed: 0,
        needsYou: 0,
        counts: changed > 0 ? { stockNumbers: 9 } : {},
      },
      {
        flow: 'orders',
        state: 'done',
        isRehearsal: isDry,
        sentence: '',
        nextStep: '',
        checked: 64,
        changed: 0,
        needsYou: 2,
        counts: {},
      },
    ],
    usage: { cin7Calls: 14, joorCredits: 41, joorReads: 6, joorWrites: 7 },

    estimate: null,
  };
};

export const runReports = (count: number): RunReport[] => Array.from({ length: count }, (_, index) => report(index));

const sampleLine = (label: string, before: string, after: string, note: string, isHeld = false) => ({
  label,
  before,
  after,
  note,
  isHeld,
});

export const plan: PlanView = {
  runId: 'run-93',
  readAt: at('2026-11-23 13:58'),
  sentence: 'Compared 400 styles, 8,902 SKUs and 64 orders.',
  samples: [
    {
      key: 'TR-301',
      number: 'TR-301',
      name: 'Cove Wide-Leg Trouser',
      tag: 'update',
      lines: [
        sampleLine('Materials', 'Lyocell', 'Lyocell, linen', ''),
        sampleLine('Linesheets', '', '+ Core Essentials', 'Resort 27'),
        sampleLine('Whsl USD', '', '96.00', 'same'),
        sampleLine('Whsl EUR', '', '89.00', 'same'),
        sampleLine('Stock', '764', '731', 'in all'),
      ],
    },
    {
      key: 'KN-240',
      number: 'KN-240',
      name: 'Fell Cable Knit',
      tag: 'create',
      lines: [
        sampleLine('Product', '', 'New', '4 colours × 5 sizes'),
        sampleLine('Linesheets', '', '+ Pre-Fall 27 MTO', ''),
        sampleLine('Whsl USD', '', '95.00', 'RRP 240.00'),
        sampleLine('Whsl EUR', '', '88.00', 'RRP 220.00'),
        sampleLine('Stock', '', '0', 'in all'),
      ],
    },
    {
      key: 'DR-214',
      number: 'DR-214',
      name: 'Ines Wrap Dress',
      tag: 'held',
      lines: [
        sampleLine('Colour, CLY', 'Clay', 'Burnt Clay', ''),
        sampleLine('Linesheets', '', 'Spring 27 RTW', 'same'),
        sampleLine('Whsl USD', '', '148.00', 'same'),
        sampleLine('Whsl EUR', '', 'empty in Cin7', 'nothing sent', true),
        sampleLine('Stock', '', '342', 'same'),
      ],
    },
  ],
  rows: [
    planRow('products', 'Products', 'product', '12 to create, 9 to change', [21, 379, 0, 5]),
    planRow('products', 'SKUs', 'skus', '168 to create, 14 to change', [182, 8720, 1, 5]),
    planRow('products', 'Prices', 'prices', '30 to create, 6 to change', [36, 1556, 0, 5]),
    planRow('linesheets', 'Linesheets', 'linesheets', '31 styles added, 3 removed, in 5 linesheets', [5, 2, 0, 10]),
    planRow('inventory', 'Stock', 'stock', '214 numbers of SKUs in JOOR', [214, 8688, 0, 5]),
    planRow('orders', 'Orders into Cin7', 'orders', '3 orders to export', [3, 59, 2, 5]),
  ],
  held: [
    {
      code: 'held',
      sentence: '1 style has changes that are held.',
      nextStep: 'JOOR keeps what it has until their cause goes. Everything else goes out.',
      count: 1,
      parts: ['product', 'skus', 'prices', 'linesheets', 'stock'],
    },
    {
      code: 'orders',
      sentence: '2 orders need you and stay out of Cin7.',
      nextStep: 'Each says why; the others go on.',
      count: 2,
      parts: ['orders'],
    },
  ],
  cost: { joorCredits: 35, joorWindows: 1, cin7Calls: 9, seconds: 60 },
  changes: 461,
};

/** Any style as a dry run shows it when it is picked. */
export function sampleOf(row: StyleRow, tag: PlanSample['tag']): PlanSample {
  const [usd = null, eur = null] = row.wholesale;
  const price = (label: string, value: string | null) =>
    value === null
      ? sampleLine(label, '', 'empty in Cin7', 'nothing sent', true)
      : sampleLine(label, '', value, 'same');
  return {
    key: row.key,
    number: row.number,
    name: row.name,
    tag,
    lines: [
      sampleLine('Linesheets', '', row.linesheets.join(', '), 'same'),
      price('Whsl USD', usd),
      price('Whsl EUR', eur),
      sampleLine('Stock', '', String(row.stock ?? 0), 'same'),
    ],
  };
}

function planRow(
  flow: PlanRow['flow'],
  label: string,
  part: PlanRow['part'],
  what: string,
  [toSend, same, held, joorCredits]: readonly [number, number, number, number],
): PlanRow {
  return { flow, label, part, what, toSend, same, held, joorCredits };
}

type Review = QueryOutput<'setup.review'>;

const settled = (
  key: string,
  title: string,
  finding: string,
  chosen: string,
  section: string,
): Review['rows'][number] => ({
  key,
  title,
  finding,
  chosen,
  isSettled: true,
  holds: [],
  editor: { kind: 'settings', section },
});

export const review: Review = {
  figures: [
    { value: '400', label: 'styles selected' },
    { value: '112', label: 'left out, with reasons' },
    { value: '8,902', label: 'SKUs' },
    { value: '7', label: 'linesheets matched' },
    { value: '81 of 86', label: 'retailers matched' },
  ],
  sentence: 'Six choices come from your own data. Three only you can make; flows that need them stay off until then.',
  rows: [
    settled('styles', 'Which styles', '400 carry the tag JOOR, 112 don’t', 'Tag JOOR', 'products'),
    settled('options', 'Colour and size', 'Colour, Color and Size found on 8,890 SKUs', '2 option names', 'products'),
    settled('usd', 'USD prices', 'Every selected style has one', 'Tier 1, USD Wholesale', 'products'),
    settled('eur', 'EUR prices', '4 of 400 styles have no price in it', 'Tier 2, EUR Wholesale', 'products'),
    settled(
      'linesheets',
      'Linesheets',
      '7 tags begin with Collection_, all 7 exist in JOOR',
      'Prefix Collection_',
      'linesheets',
    ),
    {
      key: 'stock',
      title: 'Stock',
      finding: 'JOOR warehouse Main: add up which locations?',
      chosen: '',
      isSettled: false,
      holds: ['inventory'],
      editor: {
        kind: 'many-of',
        selected: [],
        options: [
          { value: 'Sydney DC', label: 'Sydney DC', why: '8,121 SKUs' },
          { value: 'Melbourne Store', label: 'Melbourne Store', why: '611 SKUs' },
          { value: 'Returns', label: 'Returns', why: '44 SKUs' },
        ],
      },
    },
    {
      key: 'codes',
      title: 'Customer codes',
      finding: 'Cin7 has no field that matches JOOR’s codes for sure',
      chosen: '',
      isSettled: false,
      holds: ['customers'],
      editor: {
        kind: 'one-of',
        selected: null,
        options: [
          { value: 'id', label: 'Cin7’s customer id', why: '0 of 86 match' },
          { value: 'name', label: 'Cin7’s customer name', why: '81 of 86 match' },
        ],
      },
    },
    settled(
      'sales',
      'Sales',
      'All 81 matched retailers have terms and a tax rule',
      'Simple, claim when available',
      'orders',
    ),
    {
      key: 'rate',
      title: 'EUR into AUD',
      finding: '14 of 81 retailers pay in EUR. No rate is set',
      chosen: '',
      isSettled: false,
      holds: ['orders'],
      editor: {
        kind: 'text',
        value: '',
        placeholder: 'Enter a rate',
        suffix: '€',
      },
    },
  ],
};
