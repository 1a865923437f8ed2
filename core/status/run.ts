// What a run did in one sentence: the answer first, how much of it needs a person after it.
import { count } from '../base/text.ts';

export interface RunFacts {
  readonly kind: 'sync' | 'dry-run';
  readonly outcome: string;
  readonly flows: readonly { readonly changed: number; readonly checked: number; readonly needsYou: number }[];
  readonly error: { readonly sentence: string } | null;
}

/** The sentence at the head of a run's report: `837 changes sent. 6 things need you.` */
export function runSentence({ outcome, kind, flows }: RunFacts): string {
  const changed = changesOf(flows);
  const waiting = flows.reduce((sum, flow) => sum + flow.needsYou, 0);
  if (outcome === 'failed') return 'The run failed.';
  if (outcome === 'stopped') return 'The run was stopped. What was done is kept.';
  const did =
    kind === 'dry-run'
      ? `${count(changed, 'change')} to send.`
      : changed === 0
        ? 'Nothing had changed.'
        : `${count(changed, 'change')} sent.`;
  return waiting === 0 ? did : `${did} ${count(waiting, 'thing needs', 'things need')} you.`;
}

/** What stands under it: why it failed, or how much was looked at. */
export function runDetail({ error, flows }: RunFacts): string {
  if (error !== null) return error.sentence;
  return `Checked ${count(
    flows.reduce((sum, { checked }) => sum + checked, 0),
    'thing',
  )}.`;
}

/** What a run sent, or would send. */
export function changesOf(flows: RunFacts['flows']): number {
  return flows.reduce((sum, { changed }) => sum + changed, 0);
}
