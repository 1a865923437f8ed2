// The screen's answer to "is everything in step?": one sentence with numbers, and what it rests on. Never all good while
// anything is unsent, held, failed or unknown.
import { count, grouped } from '../base/text.ts';
import type { OrderState, StyleState } from '../model/standing.ts';

export interface AnswerFacts {
  readonly styles: ReadonlyMap<StyleState, number>;
  readonly orders: ReadonlyMap<OrderState, number>;
  /** Open things that wait for a person, whatever they are about. */
  readonly needsYou: number;
  /** Whether a sync, or a rehearsal, ever came to its end. */
  readonly wasEverRead: boolean;
  readonly didLastRunFail: boolean;
  /** Flows that are switched on and don't write yet. */
  readonly rehearsing: number;
}

export interface Answer {
  readonly sentence: string;
  readonly detail: string;
  readonly isAllInStep: boolean;
}

/** The answer, its detail, and whether it may be shown as good news. */
export function answerOf(facts: AnswerFacts): Answer {
  const { styles, orders, needsYou, wasEverRead, didLastRunFail, rehearsing } = facts;
  if (!wasEverRead)
    return { sentence: 'Nothing was read yet.', detail: 'A dry run shows what would be sent.', isAllInStep: false };
  const of = (state: StyleState) => styles.get(state) ?? 0;
  const inStep = of('in-step');
  const selected = inStep + of('to-send') + of('sending') + of('needs-you');
  const underWay = (orders.get('to-export') ?? 0) + (orders.get('exporting') ?? 0) + (orders.get('checking') ?? 0);
  const waiting = orders.get('needs-you') ?? 0;
  const held = orders.get('held') ?? 0;
  const parts = [
    ...counted(of('to-send'), 'to send'),
    ...counted(of('sending'), 'sending'),
    ...(of('needs-you') > 0 ? [needs(of('needs-you'), '')] : []),
    ...(waiting > 0 ? [needs(waiting, 'order')] : []),
    ...(held > 0 ? [`${count(held, 'order')} on hold by you`] : []),
    ...(underWay > 0 ? [`${count(underWay, 'order')} under way`] : []),
  ];
  const isAllInStep =
    inStep === selected && waiting + held + underWay === 0 && needsYou === 0 && !didLastRunFail && rehearsing === 0;
  const sentence = isAllInStep
    ? 'Everything is in step.'
    : `${grouped(inStep)} of ${count(selected, 'style')} in step.`;
  const detail = [
    ...(parts.length > 0 ? [`${parts.join(', ')}.`] : isAllInStep ? [`${count(selected, 'style')} in JOOR.`] : []),
    ...(didLastRunFail ? ["The last run didn't finish."] : []),
    ...(rehearsing > 0 ? ['Rehearsal: what is to send is not written yet.'] : []),
  ];
  return { sentence, detail: detail.join(' '), isAllInStep };
}

const counted = (number: number, words: string) => (number > 0 ? [`${grouped(number)} ${words}`] : []);

/** `6 need you`, `1 order needs you`. */
function needs(number: number, noun: string): string {
  const what = noun === '' ? grouped(number) : count(number, noun);
  return `${what} ${number === 1 ? 'needs' : 'need'} you`;
}
