// A run that sends a plan which a person saw: of what it plans anew it sends only what stood there in the same way, from the
// same basis to the same content. What moved meanwhile, and what is new, waits for the next run (DESIGN 4, GO-3).
import { count, grouped } from '../base/text.ts';
import { startSlices } from '../base/slices.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { FlowName } from '../model/standing.ts';
import type { FlowContext } from './context.ts';

const itemsPerLook = 500;

/** Puts aside what a flow planned and the seen plan doesn't hold. Every other run sends what it planned. */
export async function keepSeen({ ledger, runId, seenPlan }: FlowContext, flow: FlowName): Promise<void> {
  if (seenPlan === undefined) return;
  for await (const [after, to] of rangesOf(ledger, runId))
    ledger.plans.withhold(runId, flow, seenPlan, after, to, 'not in the plan that was seen');
}

/** What became of a seen plan in the run that sent it, in words: how much of it was otherwise by then, and what is new. */
export async function sentenceOfSeen(
  ledger: Ledger,
  runId: string,
  seenPlan: string,
  flows: readonly FlowName[],
): Promise<string> {
  let things = 0;
  let unlike = 0;
  for await (const [after, to] of rangesOf(ledger, seenPlan))
    for (const flow of flows) {
      const found = ledger.plans.unlike(seenPlan, flow, runId, after, to);
      things += found.things;
      unlike += found.unlike;
    }
  const left = ledger.plans
    .sizes(runId)
    .filter(({ flow, state }) => state === 'moved' && flows.includes(flow))
    .reduce((sum, size) => sum + size.things, 0);
  const parts = [
    `Sent the plan that you saw: ${count(things, 'change')}.`,
    ...(unlike === 0
      ? []
      : [
          `${grouped(unlike)} of them changed meanwhile and ${unlike === 1 ? 'waits' : 'wait'} for the next run or dry run.`,
        ]),
    ...(left <= unlike ? [] : [`${count(left - unlike, 'new change waits', 'new changes wait')} as well.`]),
  ];
  return parts.join(' ');
}

/** A plan's items by their numbers, in ranges that are quickly looked at. */
async function* rangesOf(ledger: Ledger, runId: string): AsyncGenerator<readonly [after: number, to: number]> {
  const slices = startSlices();
  const last = ledger.plans.last(runId);
  for (let after = 0; after < last; after += itemsPerLook) {
    yield [after, after + itemsPerLook];
    if (slices.due()) await slices.rest();
  }
}
