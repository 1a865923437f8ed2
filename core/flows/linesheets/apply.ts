// Carries out the linesheets plan so that it ends well under both readings of JOOR's item action (SHEET-2): additions
// carry the whole intended membership, removals the whole remaining one right after a fresh read. What we add is noted
// as ours before it is sent, so that it can be taken out again whatever the answer was. Every change is read back, and a
// membership that isn't what was sent stops the flow.
import { SeamlineError } from '../../base/errors.ts';
import { chunks, inSlices, turn } from '../../base/slices.ts';
import {
  membershipAfterAdding,
  membershipAfterRemoving,
  sameMembership,
  type ProductSkus,
} from '../../catalog/linesheet-difference.ts';
import type { LinesheetContent } from '../../joor/v4/linesheets.ts';
import type { PlanItem } from '../../ledger/plans.ts';
import type { Linesheet, LinesheetItem } from '../../model/linesheet.ts';
import { linesheetChangeSchema, type LinesheetChange } from '../../model/plan.ts';
import { oncePer } from '../../base/memo.ts';
import { fold } from '../../base/text.ts';
import { sendBatch } from '../batches.ts';
import { nowOf, type FlowContext } from '../context.ts';
import { isRecent, productSkus, type LinesheetsPlan } from './plan.ts';
import { protectedSkus } from './protect.ts';
import { readLinesheets } from './read.ts';

/** Styles whose membership is noted in one go. */
const membersPerWrite = 100;

const contentOf = oncePer((item: PlanItem): LinesheetChange => linesheetChangeSchema.parse(item.after));

interface Expected {
  readonly item: PlanItem;
  readonly joorId: string;
  readonly items: readonly LinesheetItem[];
  readonly removed: readonly ProductSkus[];
  /** Made in this run: JOOR may not list it yet. */
  readonly isNew: boolean;
}

export interface LinesheetResults {
  /** Removals that an open order holds: style number, linesheet, order. */
  readonly kept: readonly { readonly linesheet: string; readonly orderIds: readonly string[] }[];
  readonly refused: readonly { readonly linesheet: string; readonly words: string }[];
}

/** Sends the planned linesheets. Throws `unexpected-answer` when JOOR made something else of one than was sent. */
export async function applyLinesheets(context: FlowContext, plan: LinesheetsPlan): Promise<LinesheetResults> {
  const { ledger, runId, settings, listener } = context;
  const waiting = (operation: PlanItem['operation']) => ledger.plans.waiting(runId, 'linesheet', operation, 0, 10_000);
  const created = waiting('create');
  await turn();
  const updated = waiting('update');
  await turn();
  const removed = waiting('remove');
  const refused: { linesheet: string; words: string }[] = [];
  const kept: { linesheet: string; orderIds: readonly string[] }[] = [];
  if (created.length + updated.length + removed.length === 0) return { kept, refused };

  listener.begin('linesheets', 'linesheets', created.length + updated.length + removed.length);
  const expected: Expected[] = [];
  for (const batch of chunks(created, settings.batch.linesheets))
    expected.push(...(await createLinesheets(context, plan, batch, refused)));
  listener.advance(created.length);

  if (updated.length > 0) {
    const present = byId(ledger.linesheets.read());
    const sending: Expected[] = [];
    for (const item of updated) sending.push(...(await additionTo(context, plan, item, present)));
    for (const batch of chunks(sending, settings.batch.linesheets))
      expected.push(...(await sendMemberships(context, 'ADD_ITEMS', batch, refused)));
    listener.advance(created.length + updated.length);
  }
  if (removed.length > 0) {
    const { skus, orderIdsOf } = await protectedSkus(context);
    const present = byId(await readLinesheets(context));
    const sending: Expected[] = [];
    for (const item of removed) {
      const one = await removalFrom(context, plan, item, present, skus);
      if (one.held.length > 0) kept.push({ linesheet: item.key, orderIds: orderIdsOf(one.held) });
      sending.push(...one.expected);
    }
    for (const batch of chunks(sending, settings.batch.linesheets))
      expected.push(...(await sendMemberships(context, 'REPLACE_ITEMS', batch, refused)));
  }
  await readBack(context, expected);
  listener.advance(created.length + updated.length + removed.length);
  return { kept, refused };
}

const byId = (linesheets: readonly Linesheet[]) => new Map(linesheets.map((one) => [one.id, one]));

async function createLinesheets(
  context: FlowContext,
  plan: LinesheetsPlan,
  items: readonly PlanItem[],
  refused: { linesheet: string; words: string }[],
): Promise<Expected[]> {
  const { joor, ledger, caller, runId } = context;
  const expected: Expected[] = [];
  const contents = new Map<PlanItem, { content: LinesheetContent; members: readonly ProductSkus[] }>();
  await inSlices(items, 1, ([item]) => {
    if (item === undefined) return;
    const { name, code, window, add } = contentOf(item);
    const members = add.flatMap((member) => productSkus(member, plan.ids));
    const memberships = membershipAfterAdding([], members);
    contents.set(item, { content: { name, code, window: datesOf(window), items: memberships }, members });
  });
  // One that was asked for a short while ago may still appear: a second one would be a double.
  const asked = ledger.linesheets.managed().filter(({ askedAt }) => isRecent(context, askedAt));
  const unclear = items.filter((item) => asked.some(({ name }) => fold(name) === fold(item.key)));
  for (const { number } of unclear) ledger.plans.settle(runId, [number], 'unclear', 'asked for a short while ago');
  // JOOR would take an empty linesheet; ours waits until a style of it is there.
  const filled = items.filter((item) => !unclear.includes(item) && (contents.get(item)?.members.length ?? 0) > 0);
  for (const item of filled) {
    ledger.linesheets.ask(item.key, contentOf(item).code, nowOf(context));
    await noteMembers(context, item, contents.get(item)?.members ?? []);
  }
  await sendBatch<PlanItem, Linesheet>(
    {
      send: (batch) =>
        joor.createLinesheets(
          batch.flatMap((item) => contents.get(item)?.content ?? []),
          caller,
        ),
      keyOf: (item) => contentOf(item).code,
      keyOfDone: ({ code }) => code,
      namesOf: (item) => [contentOf(item).code, contentOf(item).name],
      // No look-up: JOOR's names aren't unique and its lists may lag. The next run finds it by name and code.
      perRecord: 50,
      done: (results) =>
        ledger.transaction(() => {
          for (const { item, done } of results) {
            const made = contents.get(item);
            if (made === undefined) continue;
            ledger.linesheets.link(item.key, done.id, nowOf(context));
            expected.push({ item, joorId: done.id, items: made.content.items, removed: [], isNew: true });
          }
        }),
      refused: (item, words) => settleRefused(context, item, words, refused),
      unclear: (item) => ledger.plans.settle(runId, [item.number], 'unclear'),
    },
    filled,
  );
  return expected;
}

/** Notes members as ours. */
async function noteMembers({ ledger }: FlowContext, item: PlanItem, members: readonly ProductSkus[]): Promise<void> {
  await inSlices(members, membersPerWrite, (group) => ledger.linesheets.addMembers(item.key, group));
}

async function additionTo(
  context: FlowContext,
  plan: LinesheetsPlan,
  item: PlanItem,
  present: ReadonlyMap<string, Linesheet>,
): Promise<Expected[]> {
  const current = currentOf(context, item, present);
  if (current === null) return [];
  const added = contentOf(item).add.flatMap((member) => productSkus(member, plan.ids));
  await noteMembers(context, item, added);
  const items = membershipAfterAdding(current.items, added);
  return [{ item, joorId: current.id, items, removed: [], isNew: false }];
}

async function removalFrom(
  context: FlowContext,
  plan: LinesheetsPlan,
  item: PlanItem,
  present: ReadonlyMap<string, Linesheet>,
  isProtected: ReadonlySet<string>,
): Promise<{ expected: Expected[]; held: readonly string[] }> {
  const current = currentOf(context, item, present);
  if (current === null) return { expected: [], held: [] };
  const content = contentOf(item);
  const added = content.add.flatMap((member) => productSkus(member, plan.ids));
  const leaving = content.remove.flatMap((member) => productSkus(member, plan.ids));
  const held = leaving.flatMap(({ skuIds }) => skuIds.filter((skuId) => isProtected.has(skuId)));
  const removed = leaving
    .map(({ productId, skuIds }) => ({ productId, skuIds: skuIds.filter((skuId) => !isProtected.has(skuId)) }))
    .filter(({ skuIds }) => skuIds.length > 0);
  if (added.length === 0 && removed.length === 0) {
    context.ledger.plans.settle(context.runId, [item.number], 'held', 'open orders contain it');
    return { expected: [], held };
  }
  await noteMembers(context, item, added);
  const items = membershipAfterRemoving(membershipAfterAdding(current.items, added), removed);
  return { expected: [{ item, joorId: current.id, items, removed, isNew: false }], held };
}

function currentOf({ ledger }: FlowContext, item: PlanItem, present: ReadonlyMap<string, Linesheet>): Linesheet | null {
  const ours = ledger.linesheets.managed().find(({ name }) => name.toLowerCase() === item.key.toLowerCase());
  return ours?.joorId == null ? null : (present.get(ours.joorId) ?? null);
}

async function sendMemberships(
  context: FlowContext,
  action: 'ADD_ITEMS' | 'REPLACE_ITEMS',
  batch: readonly Expected[],
  refused: { linesheet: string; words: string }[],
): Promise<Expected[]> {
  const { joor, ledger, caller, runId } = context;
  const sent: Expected[] = [];
  await sendBatch<Expected, Linesheet>(
    {
      send: (group) =>
        joor.updateLinesheets(
          action,
          group.map(({ item, joorId, items }) => {
            const { name, code, window } = contentOf(item);
            return { id: joorId, name, code, window: datesOf(window), items };
          }),
          caller,
        ),
      keyOf: ({ joorId }) => joorId,
      keyOfDone: ({ id }) => id,
      namesOf: ({ joorId, item }) => [joorId, contentOf(item).name],
      perRecord: 50,
      done: (results) => sent.push(...results.map(({ item }) => item)),
      refused: ({ item }, words) => settleRefused(context, item, words, refused),
      unclear: ({ item }) => ledger.plans.settle(runId, [item.number], 'unclear'),
    },
    batch,
  );
  return sent;
}

/** Reads JOOR's linesheets once more and holds every sent one against what was meant. */
async function readBack(context: FlowContext, expected: readonly Expected[]): Promise<void> {
  if (expected.length === 0) return;
  const { ledger, runId } = context;
  const present = byId(await readLinesheets(context));
  const wrong: string[] = [];
  const settle = ({ item, joorId, items, removed, isNew }: Expected) => {
    const found = present.get(joorId);
    if (found === undefined && isNew) {
      ledger.plans.settle(runId, [item.number], 'unclear', 'JOOR does not list it yet');
      return;
    }
    if (found === undefined || !sameMembership(found.items, items)) {
      wrong.push(contentOf(item).name);
      ledger.plans.settle(runId, [item.number], 'unclear', 'JOOR has another membership than was sent');
      return;
    }
    ledger.linesheets.removeMembers(item.key, removed);
    ledger.plans.settle(runId, [item.number], 'applied');
  };
  await inSlices(expected, 1, (group) => ledger.transaction(() => group.forEach(settle)));
  if (wrong.length > 0)
    throw new SeamlineError('unexpected-answer', {
      sentence: `JOOR made something else of linesheet "${wrong[0]}" than was sent, so no further linesheets were sent.`,
      nextStep: `Compare "${wrong[0]}" in JOOR with its tag in Cin7. The next run looks again.`,
      details: { linesheets: wrong },
    });
}

function settleRefused(
  { ledger, runId }: FlowContext,
  item: PlanItem,
  words: string,
  refused: { linesheet: string; words: string }[],
): void {
  ledger.plans.settle(runId, [item.number], 'refused', words);
  refused.push({ linesheet: item.key, words });
}

function datesOf(window: LinesheetChange['window']): LinesheetContent['window'] {
  return Object.fromEntries(Object.entries(window).filter(([, date]) => date !== undefined));
}
