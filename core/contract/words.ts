// The state table in words: label, icon, colours and whether a person is needed, in the order in which states are shown.
// One table for screens, tray and command line (docs/architecture.md, Words). Colour never says anything alone.
import { count } from '../base/text.ts';
import type { CustomerState, FlowName, OrderState, StyleState } from '../model/standing.ts';
import type { CountName } from './run-report.ts';
import type { FlowMode } from './stores.ts';
import type { ChangePart, ChangeRow, LinesheetRow } from './styles.ts';

// A screen knows the contract alone, so it finds the names of what it shows here.
export { flowNames, orderStates, styleStates } from '../model/standing.ts';
export type { FlowName, OrderState, StyleState } from '../model/standing.ts';

/** Where a colour comes from: a token of the design language, never a value. */
export type ColourRole = 'ok' | 'text' | 'text2' | 'text3' | 'accent' | 'warn' | 'warnFill' | 'bad' | 'test';

/** Named as in the icon set; `-filled` where the shape is filled. */
export type StateIconName =
  | 'circle-check'
  | 'circle-arrow-up'
  | 'circle-arrow-right'
  | 'loader-2'
  | 'progress-help'
  | 'player-pause-filled'
  | 'alert-circle-filled'
  | 'circle-minus'
  | 'hourglass'
  | 'point-filled';

export interface StateWords {
  readonly label: string;
  readonly icon: StateIconName | null;
  readonly iconColour: ColourRole;
  readonly labelColour: ColourRole;
  readonly needsPerson: boolean;
}

const words = (
  label: string,
  icon: StateIconName | null,
  iconColour: ColourRole,
  labelColour: ColourRole,
  needsPerson = false,
): StateWords => ({ label, icon, iconColour, labelColour, needsPerson });

const needsYou = words('Needs you', 'alert-circle-filled', 'warnFill', 'warn', true);
const leftOut = words('Left out', 'circle-minus', 'text3', 'text2');

export const styleWords: Readonly<Record<StyleState, StateWords>> = {
  'in-step': words('In step', 'circle-check', 'ok', 'text2'),
  'to-send': words('To send', 'circle-arrow-up', 'text2', 'text'),
  sending: words('Sending', 'loader-2', 'accent', 'text'),
  'needs-you': needsYou,
  'left-out': leftOut,
};

export const orderWords: Readonly<Record<OrderState, StateWords>> = {
  'to-export': words('To export', 'circle-arrow-right', 'text2', 'text'),
  exporting: words('Exporting', 'loader-2', 'accent', 'text'),
  checking: words('Checking with Cin7', 'progress-help', 'accent', 'text'),
  'in-cin7': words('In Cin7', 'circle-check', 'ok', 'text2'),
  'needs-you': needsYou,
  held: words('On hold by you', 'player-pause-filled', 'text2', 'text'),
  'left-out': leftOut,
};

/** `With JOOR` is followed by how long: `With JOOR (6 business days)`. */
export const customerWords: Readonly<Record<CustomerState, StateWords>> = {
  matched: words('Matched', 'circle-check', 'ok', 'text2'),
  'with-joor': words('With JOOR', 'hourglass', 'text2', 'text'),
  'needs-you': needsYou,
  'left-out': leftOut,
};

export const flowModeWords: Readonly<Record<FlowMode, StateWords>> = {
  off: words('Off', null, 'text', 'text'),
  rehearsal: words('Rehearsal', null, 'test', 'test'),
  live: words('Live', 'point-filled', 'ok', 'text'),
};

export const flowWords: Readonly<Record<FlowName, string>> = {
  products: 'Products',
  linesheets: 'Linesheets',
  images: 'Images',
  customers: 'Customers',
  inventory: 'Stock',
  orders: 'Orders',
};

export const changePartWords: Readonly<Record<ChangePart, string>> = {
  product: 'Product',
  skus: 'SKUs',
  prices: 'Prices',
  linesheets: 'Linesheets',
  stock: 'Stock',
  orders: 'Orders',
};

export const changeStateWords: Readonly<Record<ChangeRow['state'], string>> = {
  'to-send': 'To send',
  held: 'Held',
  'needs-you': 'Needs you',
};

export const visibilityWords: Readonly<Record<LinesheetRow['visibility'], string>> = {
  visible: 'Visible to buyers',
  hidden: 'Not visible yet: publish in JOOR',
  'not-in-joor': 'Not in JOOR yet',
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
  ordersUnknown: ['of a kind that Seamline lacks', 'of a kind that Seamline lacks'],
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
