// What a run did in one sentence: the answer first, how much of it needs a person after it.
import { count, listed } from '../base/text.ts';
import type { FlowName } from '../model/standing.ts';

export interface RunFacts {
  readonly kind: 'sync' | 'dry-run';
  readonly outcome: string;
  readonly flows: readonly {
    readonly flow: FlowName;
    readonly changed: number;
    readonly checked: number;
    readonly needsYou: number;
    /** `waiting` for an answer: what needs a person is the choice. */
    readonly state?: string;
    /** True when it only said what it would send. */
    readonly isRehearsal: boolean;
  }[];
  readonly error: { readonly sentence: string } | null;
}

/** The sentence at the head of a run's report: `837 changes sent. 6 things need you.` */
export function runSentence({ outcome, kind, flows }: RunFacts): string {
  if (outcome === 'failed') return 'The run failed.';
  if (outcome === 'stopped') return 'The run was stopped. What was done is kept.';
  const sent = changesOf(flows);
  const toSend = flows.reduce((sum, flow) => sum + (flow.isRehearsal ? flow.changed : 0), 0);
  const isAllRehearsal = kind === 'dry-run' || flows.every((flow) => flow.isRehearsal || flow.checked === 0);
  const parts = [
    ...(isAllRehearsal ? [] : [sent === 0 ? 'Nothing had changed.' : `${count(sent, 'change')} sent.`]),
    ...(isAllRehearsal || toSend > 0 ? [`${count(toSend, 'change')} to send.`] : []),
    ...needing(flows),
  ];
  return parts.join(' ');
}

/** What stands under it: why it failed, or how much was looked at. */
export function runDetail({ error, flows, outcome }: RunFacts): string {
  // That it was stopped is said already.
  if (outcome === 'stopped') return '';
  if (error !== null) return error.sentence;
  const checked = flows.filter((flow) => flow.checked > 0).map((flow) => count(flow.checked, ...unitOf[flow.flow]));
  return checked.length === 0 ? '' : `Checked ${listed(checked)}.`;
}

/** What each flow compares, one by one. */
const unitOf: Readonly<Record<FlowName, readonly [string, string]>> = {
  products: ['SKU', 'SKUs'],
  linesheets: ['linesheet', 'linesheets'],
  images: ['image', 'images'],
  customers: ['customer', 'customers'],
  inventory: ['stock number', 'stock numbers'],
  orders: ['order', 'orders'],
};

/** What of each flow a person must look at. */
const subjectOf: Readonly<Record<FlowName, readonly [string, string]>> = {
  ...unitOf,
  products: ['style', 'styles'],
  inventory: ['warehouse', 'warehouses'],
};

/** `9 styles and 3 orders need you.`, the same words as the screen's answer. */
function needing(flows: RunFacts['flows']): string[] {
  const waiting = flows.filter(({ needsYou }) => needsYou > 0);
  if (waiting.length === 0) return [];
  const choices = waiting.filter(({ state }) => state === 'waiting');
  const things = [
    ...waiting
      .filter((flow) => !choices.includes(flow))
      .map(({ flow, needsYou }) => count(needsYou, ...subjectOf[flow])),
    ...(choices.length === 0 ? [] : [count(choices.length, 'choice')]),
  ];
  const sum = waiting.reduce((total, { needsYou, state }) => total + (state === 'waiting' ? 1 : needsYou), 0);
  return [`${listed(things)} ${sum === 1 ? 'needs' : 'need'} you.`];
}

/** What a run sent; what only rehearsed sent nothing. */
export function changesOf(flows: RunFacts['flows']): number {
  return flows.reduce((sum, flow) => sum + (flow.isRehearsal ? 0 : flow.changed), 0);
}
