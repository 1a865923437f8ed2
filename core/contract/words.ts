// The state table in words: label, whether a person is needed, and the order in which states are shown. One table for
// screens, tray and command line (docs/architecture.md, Words).
import type { FlowName, OrderState, StyleState } from '../model/standing.ts';

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
