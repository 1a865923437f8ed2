// The screen's answer to "is everything in step?": one sentence with numbers, and what it rests on. Never all good while
// anything is unsent, held, failed or unknown.
import { count, grouped, listed } from '../base/text.ts';
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
    needing(of('needs-you'), waiting),
    unsent(of('to-send'), of('sending')),
    held === 0 ? '' : `${count(held, 'order is', 'orders are')} on hold by you.`,
    underWay === 0 ? '' : `${count(underWay, 'order is on its way', 'orders are on their way')}.`,
  ].filter((part) => part !== '');
  const isAllInStep =
    inStep === selected && waiting + held + underWay === 0 && needsYou === 0 && !didLastRunFail && rehearsing === 0;
  const sentence = isAllInStep
    ? 'Everything is in step.'
    : `${grouped(inStep)} of ${count(selected, 'style')} in step.`;
  const detail = [
    ...(parts.length > 0 ? parts : isAllInStep ? [`${count(selected, 'style')} in JOOR.`] : []),
    ...(didLastRunFail ? ["The last run didn't finish."] : []),
    ...(rehearsing > 0 ? ['Rehearsal: what is to send is not written yet.'] : []),
  ];
  return { sentence, detail: detail.join(' '), isAllInStep };
}

/** `9 styles and 3 orders need you.` */
function needing(styles: number, orders: number): string {
  const things = [...(styles > 0 ? [count(styles, 'style')] : []), ...(orders > 0 ? [count(orders, 'order')] : [])];
  return things.length === 0 ? '' : `${listed(things)} ${styles + orders === 1 ? 'needs' : 'need'} you.`;
}

/** `14 styles to send, 1 sending.` */
function unsent(toSend: number, sending: number): string {
  if (toSend === 0) return sending === 0 ? '' : `${count(sending, 'style')} sending.`;
  return `${count(toSend, 'style')} to send${sending === 0 ? '' : `, ${grouped(sending)} sending`}.`;
}
