// What one run changed and asked, for the pictures of Activity.
import type { ChangedSubject, RequestHead } from '../../../core/contract/activity.ts';
import { at } from '../clock.ts';

const style = (key: string, name: string, ...words: string[]): ChangedSubject => ({
  kind: 'style',
  key,
  label: key,
  name,
  lines: words.map((each) => ({ words: each, problem: '', isDone: true })),
});

export const runSubjects: readonly ChangedSubject[] = [
  {
    kind: 'order',
    key: '1029352',
    label: '1029352',
    name: 'Maison Verlaine',
    lines: [{ words: 'written to Cin7 as SO-00430', problem: '', isDone: true }],
  },
  style('DR-231', 'Ilse Slip Dress', '1 style created', '14 SKUs created', '28 prices created'),
  style('KN-225', 'Sable Rib Knit', '4 prices updated'),
  {
    ...style('SK-160', 'Marlo Midi Skirt'),
    lines: [
      { words: '2 SKUs to create: refused by JOOR', problem: 'UPC 9351234017726 is in use by SK-161.', isDone: false },
    ],
  },
  {
    kind: 'linesheet',
    key: 'Resort 27',
    label: 'Resort 27',
    name: '',
    lines: [{ words: '1 linesheet updated', problem: '', isDone: true }],
  },
];

const request = (id: number, change: Partial<RequestHead>): RequestHead => ({
  id,
  at: at('2026-11-23 13:03'),
  api: 'joor',
  operation: 'products',
  method: 'POST',
  address: 'https://api.jooraccess.com/v4/products/bulk_create?account=41207',
  status: 200,
  outcome: 'done',
  milliseconds: 840,
  ...change,
});

export const runRequests: readonly RequestHead[] = [
  request(412, { operation: 'stock', address: 'https://api.jooraccess.com/v2/bulk-inventory', milliseconds: 1_204 }),
  request(411, {}),
  request(410, {
    api: 'cin7',
    operation: 'products',
    method: 'GET',
    address: 'https://inventory.dearsystems.com/ExternalApi/v2/product?Page=11&Limit=1000',
    milliseconds: 1_870,
  }),
];
