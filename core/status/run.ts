// What a run did in one sentence: the answer first, how much of it needs a person after it.
import { count } from '../base/text.ts';

export interface RunFacts {
  readonly kind: 'sync' | 'dry-run';
  readonly outcome: string;
  readonly flows: readonly {
    readonly changed: number;
    readonly checked: number;
    readonly needsYou: number;
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
  const waiting = flows.reduce((sum, flow) => sum + flow.needsYou, 0);
  const isAllRehearsal = kind === 'dry-run' || flows.every((flow) => flow.isRehearsal || flow.checked === 0);
  const parts = [
    ...(isAllRehearsal ? [] : [sent === 0 ? 'Nothing had changed.' : `${count(sent, 'change')} sent.`]),
    ...(isAllRehearsal || toSend > 0 ? [`${count(toSend, 'change')} to send.`] : []),
    ...(waiting === 0 ? [] : [`${count(waiting, 'thing needs', 'things need')} you.`]),
  ];
  return parts.join(' ');
}

/** What stands under it: why it failed, or how much was looked at. */
export function runDetail({ error, flows }: RunFacts): string {
  if (error !== null) return error.sentence;
  return `Checked ${count(
    flows.reduce((sum, { checked }) => sum + checked, 0),
    'thing',
  )}.`;
}

/** What a run sent; what only rehearsed sent nothing. */
export function changesOf(flows: RunFacts['flows']): number {
  return flows.reduce((sum, flow) => sum + (flow.isRehearsal ? 0 : flow.changed), 0);
}
