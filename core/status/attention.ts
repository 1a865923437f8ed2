// What waits for a person, from facts: one cause each, the same cause of many as one ("4 styles have no EUR price").
import { count } from '../base/text.ts';
import type { AttentionCause, AttentionKind } from '../model/attention.ts';
import type { Issue, Reason } from '../model/standing.ts';

export interface AttentionFacts {
  /** Orders that need a person. */
  readonly orders: readonly { readonly id: string; readonly reason: Reason }[];
  /** Orders that are due in JOOR under a type that isn't known here. */
  readonly unknownOrders: readonly { readonly id: string; readonly type: string }[];
  /** Issues of styles, linesheets and stock, with the name that a person knows each subject by. */
  readonly issues: readonly (Issue & { readonly label: string })[];
  /** Flows that wait for a setting. */
  readonly waiting: readonly { readonly flow: string; readonly sentence: string; readonly nextStep: string }[];
  /** What stops everything on the accounts until a person acts; null when nothing does. */
  readonly account: Reason | null;
}

/** Causes that may mean a second sale of one order: shown before everything else. */
const alarmCodes = new Set(['two-sales', 'foreign-sale', 'lost-ledger']);

const nouns: Readonly<Record<Issue['kind'], string>> = { style: 'style', linesheet: 'linesheet', stock: 'warehouse' };

/** Everything that waits for a person, in no particular order. */
export function attentionOf({ orders, unknownOrders, issues, waiting, account }: AttentionFacts): AttentionCause[] {
  return [
    ...(account === null ? [] : [accountCause(account)]),
    ...orderGroups(orders).map(orderCause),
    ...(unknownOrders.length === 0 ? [] : [unknownOrdersCause(unknownOrders)]),
    ...groups(issues).map(issueCause),
    ...waiting.map(({ flow, sentence, nextStep }): AttentionCause => ({
      key: `flow:${flow}`,
      kind: flow === 'inventory' ? 'stock' : flow === 'orders' ? 'order' : 'account',
      subjects: [flow],
      code: 'flow-waits',
      title: sentence,
      reason: '',
      nextStep,
    })),
  ];
}

function accountCause({ code, sentence, nextStep }: Reason): AttentionCause {
  const kind: AttentionKind = code === 'key-rejected' ? 'alarm' : 'account';
  return { key: `account:${code}`, kind, subjects: [], code, title: sentence, reason: '', nextStep };
}

type HeldOrders = AttentionFacts['orders'];

/** Orders that wait for the very same thing, as for one currency's rate, together; an alarm always stands alone. */
function orderGroups(orders: HeldOrders): HeldOrders[] {
  const byCause = new Map<string, HeldOrders>();
  for (const order of orders) {
    const { code, sentence } = order.reason;
    const cause = alarmCodes.has(code) ? `${code} ${order.id}` : `${code} ${sentence}`;
    byCause.set(cause, [...(byCause.get(cause) ?? []), order]);
  }
  return [...byCause.values()];
}

function orderCause(group: HeldOrders): AttentionCause {
  const [first] = group;
  if (first === undefined) throw new RangeError('A cause without an order');
  const { id, reason } = first;
  const { code, sentence, nextStep } = reason;
  if (group.length > 1)
    return {
      key: `orders:${code}:${sentence}`,
      kind: 'order',
      subjects: group.map((order) => order.id),
      code,
      title: `${count(group.length, 'order')} are on hold`,
      reason: sentence,
      nextStep,
    };
  return {
    key: `order:${id}`,
    kind: alarmCodes.has(code) ? 'alarm' : 'order',
    subjects: [id],
    code,
    title: alarmCodes.has(code) ? `Order ${id} may be in Cin7 twice` : `Order ${id} is on hold`,
    reason: sentence,
    nextStep,
  };
}

/** One for all: what is to be done is the same, and the numbers stand in it. */
function unknownOrdersCause(unknown: AttentionFacts['unknownOrders']): AttentionCause {
  const ids = unknown.map(({ id }) => id);
  const types = [...new Set(unknown.map(({ type }) => (type === '' ? 'no type' : `"${type}"`)))];
  return {
    key: 'orders:unknown-type',
    kind: 'order',
    subjects: ids,
    code: 'unknown-order-type',
    title: `${count(ids.length, 'order is', 'orders are')} of a kind that this Seamline doesn't know`,
    reason: `JOOR gives them the type ${types.join(' or ')}: ${namesOf(ids)} Seamline leaves them alone.`,
    nextStep: 'Look at them in JOOR. Enter what is due in Cin7 by hand, and install the newest Seamline.',
  };
}

type Labelled = AttentionFacts['issues'][number];

function groups(issues: readonly Labelled[]): Labelled[][] {
  const byCause = new Map<string, Labelled[]>();
  for (const issue of issues) {
    const cause = causeOf(issue);
    byCause.set(cause, [...(byCause.get(cause) ?? []), issue]);
  }
  return [...byCause.values()];
}

const causeOf = ({ kind, key, code, together }: Labelled) =>
  together === null ? `${kind}:${code}:${key}` : `${kind}:${code}`;

function issueCause(group: readonly Labelled[]): AttentionCause {
  const [first] = group;
  if (first === undefined) throw new RangeError('A cause without a subject');
  const { kind, code, label, sentence, nextStep, together } = first;
  const base = { key: causeOf(first), kind, code, subjects: group.map(({ key }) => key) };
  if (group.length === 1 || together === null)
    return { ...base, title: sentence.includes(label) ? sentence : `${label}: ${sentence}`, reason: '', nextStep };
  return {
    ...base,
    title: `${count(group.length, nouns[kind])} ${together.sentence}`,
    reason: namesOf(group.map(({ label }) => label)),
    nextStep: together.nextStep,
  };
}

const namesShown = 6;

/** The first names and how many more: `DR-214, DR-215 and 2 more.` */
function namesOf(labels: readonly string[]): string {
  const more = labels.length - namesShown;
  return `${labels.slice(0, namesShown).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
