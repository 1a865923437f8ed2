// The state table in words: label, whether a person is needed, and the order in which states are shown. One table for
// screens, tray and command line (docs/architecture.md, Words).
import { count } from '../base/text.ts';
import type { FlowName, OrderState, StyleState } from '../model/standing.ts';
import type { CountName } from './run-report.ts';

interface StateWords {
  readonly label: string;
  readonly needsPerson: boolean;
}

export const styleWords: Readonly<Record<StyleState, StateWords>> = {
  'in-step': { label: 'In step', needsPerson: false },
  'to-send': { label: 'To send', needsPerson: false },
  sending: { label: 'Sending', needsPerson: false },
  'needs-you': { label: 'Needs you', needsPerson: true },
  'left-out': { label: 'Left out', needsPerson: false },
};

export const orderWords: Readonly<Record<OrderState, StateWords>> = {
  'to-export': { label: 'To export', needsPerson: false },
  exporting: { label: 'Exporting', needsPerson: false },
  checking: { label: 'Checking with Cin7', needsPerson: false },
  'in-cin7': { label: 'In Cin7', needsPerson: false },
  'needs-you': { label: 'Needs you', needsPerson: true },
  held: { label: 'On hold by you', needsPerson: false },
  'left-out': { label: 'Left out', needsPerson: false },
};

export const flowWords: Readonly<Record<FlowName, string>> = {
  products: 'Products',
  linesheets: 'Linesheets',
  images: 'Images',
  customers: 'Customers',
  inventory: 'Stock',
  orders: 'Orders',
};

/** One and many; where something is sent, `{}` stands for `created` or, in a dry run, `to create`. */
const counted: Readonly<Record<CountName, readonly [string, string]>> = {
  stylesSelected: ['style selected', 'styles selected'],
  stylesLeftOut: ['left out', 'left out'],
  stylesCreated: ['style {create}', 'styles {create}'],
  stylesUpdated: ['style {update}', 'styles {update}'],
  skusCreated: ['SKU {create}', 'SKUs {create}'],
  skusUpdated: ['SKU {update}', 'SKUs {update}'],
  pricesCreated: ['price {create}', 'prices {create}'],
  pricesUpdated: ['price {update}', 'prices {update}'],
  unknownPriceTypes: ['price type unknown to JOOR', 'price types unknown to JOOR'],
  linesheetsCreated: ['linesheet {create}', 'linesheets {create}'],
  linesheetsUpdated: ['linesheet {update}', 'linesheets {update}'],
  removalsKept: ['removal held by open orders', 'removals held by open orders'],
  stockNumbers: ['stock number {send}', 'stock numbers {send}'],
  ordersExported: ['order {export}', 'orders {export}'],
  ordersMarked: ['marked in JOOR', 'marked in JOOR'],
  ordersChecking: ['being checked with Cin7', 'being checked with Cin7'],
  ordersNeedYou: ['order needs you', 'orders need you'],
  ordersHeld: ['on hold by you', 'on hold by you'],
  ordersLeftOut: ['left out', 'left out'],
  notSent: ['not sent yet', 'not sent yet'],
  refused: ['refused by JOOR', 'refused by JOOR'],
  unclear: ['without a clear answer', 'without a clear answer'],
  held: ['held', 'held'],
};

/** A count in words: `400 styles created`, in a dry run `400 styles to create`. */
export function countWords(name: CountName, number: number, isDryRun: boolean): string {
  const [one, many] = counted[name];
  const verb = (text: string) =>
    text.replace(/\{(\w+)\}/, (_, stem: string) => (isDryRun ? `to ${stem}` : (pastOf[stem] ?? stem)));
  return count(number, verb(one), verb(many));
}

const pastOf: Readonly<Record<string, string>> = {
  create: 'created',
  update: 'updated',
  send: 'sent',
  export: 'exported',
};
