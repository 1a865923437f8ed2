// Sends many items in few calls and finds out what became of each (RUN-6, RUN-7). A call that is refused as a whole is
// halved until the bad item stands alone; an unclear answer is looked up before anything is sent again; what was done is
// recorded as it happens.
import { isSeamlineError } from '../base/errors.ts';
import { inSlices } from '../base/slices.ts';
import { isDuplicate, type BulkAnswer, type Refusal } from '../joor/answers.ts';

export interface BatchJob<Item, Done> {
  readonly send: (items: readonly Item[]) => Promise<BulkAnswer<Done>>;
  readonly keyOf: (item: Item) => string;
  readonly keyOfDone: (done: Done) => string;
  /** Texts by which a refusal may name the item. */
  readonly namesOf: (item: Item) => readonly string[];
  /** What JOOR has of these items, by key. Without it an unclear item stays unclear until the next run. */
  readonly lookUp?: (items: readonly Item[]) => Promise<ReadonlyMap<string, Done>>;
  /** `isLookedUp`: it exists, but JOOR didn't confirm this content. */
  /** Records some of them at once, at most `perRecord`: more would hold the thread for too long. */
  readonly done: (results: readonly { item: Item; done: Done; isLookedUp: boolean }[]) => void;
  readonly perRecord: number;
  /** `isLasting`: the same content would be refused again; else the next run may find what JOOR doesn't list yet. */
  readonly refused: (item: Item, words: string, isLasting: boolean) => void;
  readonly unclear: (item: Item) => void;
}

/** Groups of items whose weights add up to at most `limit`; a heavier item goes alone. */
export function batchesOf<Item>(items: readonly Item[], limit: number, weight: (item: Item) => number): Item[][] {
  const batches: Item[][] = [];
  let batch: Item[] = [];
  let sum = 0;
  for (const item of items) {
    if (batch.length > 0 && sum + weight(item) > limit) {
      batches.push(batch);
      batch = [];
      sum = 0;
    }
    batch.push(item);
    sum += weight(item);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Sends one batch and settles every item of it as done, refused or unclear. Account-wide failures are thrown. */
export async function sendBatch<Item, Done>(job: BatchJob<Item, Done>, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  let answer: BulkAnswer<Done>;
  try {
    answer = await job.send(items);
  } catch (error) {
    if (isSeamlineError(error, 'refused')) return refusedAsWhole(job, items, error.message);
    if (isSeamlineError(error, 'outcome-unknown')) return settleUnclear(job, items);
    throw error;
  }
  const rest = await settleDone(job, items, new Map(answer.done.map((done) => [job.keyOfDone(done), done])), false);
  await settleRefused(job, rest, answer.refused);
}

async function refusedAsWhole<Item, Done>(job: BatchJob<Item, Done>, items: readonly Item[], words: string) {
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    job.refused(only, words, true);
    return;
  }
  const middle = Math.ceil(items.length / 2);
  await sendBatch(job, items.slice(0, middle));
  await sendBatch(job, items.slice(middle));
}

/** Looks up what an unclear call did; what isn't there is sent again, once. */
async function settleUnclear<Item, Done>(job: BatchJob<Item, Done>, items: readonly Item[]): Promise<void> {
  if (job.lookUp === undefined) {
    items.forEach(job.unclear);
    return;
  }
  const missing = await settleDone(job, items, await job.lookUp(items), true);
  if (missing.length === 0) return;
  try {
    const answer = await job.send(missing);
    const rest = await settleDone(job, missing, new Map(answer.done.map((done) => [job.keyOfDone(done), done])), false);
    await settleRefused(job, rest, answer.refused);
  } catch (error) {
    if (!isSeamlineError(error, 'outcome-unknown') && !isSeamlineError(error, 'refused')) throw error;
    missing.forEach(job.unclear);
  }
}

async function settleRefused<Item, Done>(
  job: BatchJob<Item, Done>,
  items: readonly Item[],
  refusals: readonly Refusal[],
): Promise<void> {
  if (items.length === 0) return;
  const duplicates = new Map<Item, string>();
  const unnamed: Item[] = [];
  for (const item of items) {
    const own =
      items.length === 1
        ? refusals
        : refusals.filter(({ about }) => job.namesOf(item).some((name) => mentions(about, name)));
    // What exists already is no trouble by itself: another reason says more.
    const refusal = own.find((one) => !isDuplicate(one)) ?? own[0];
    if (refusal === undefined) unnamed.push(item);
    else if (isDuplicate(refusal) && job.lookUp !== undefined) duplicates.set(item, refusal.message);
    else job.refused(item, refusal.message, true);
  }
  if (duplicates.size > 0 && job.lookUp !== undefined) {
    const missing = await settleDone(job, [...duplicates.keys()], await job.lookUp([...duplicates.keys()]), true);
    for (const item of missing) job.refused(item, `${duplicates.get(item)}, but JOOR does not list it`, false);
  }
  if (unnamed.length === 0) return;
  // Neither taken nor named: alone it gets its own answer. Where nothing at all was refused, JOOR may have taken it.
  if (refusals.length === 0) {
    const missing =
      job.lookUp === undefined ? unnamed : await settleDone(job, unnamed, await job.lookUp(unnamed), true);
    missing.forEach(job.unclear);
  } else if (items.length === 1) unnamed.forEach((item) => job.refused(item, 'JOOR did not take it', true));
  else for (const item of unnamed) await sendBatch(job, [item]);
}

/** True when a text names exactly this: `SH-10` isn't meant where `SH-102` stands. */
function mentions(text: string, name: string): boolean {
  if (name === '') return false;
  const inWord = /[\p{L}\p{N}_-]/u;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!inWord.test(before) && !inWord.test(after)) return true;
  }
  return false;
}

/** Hands over what was done, group by group, and gives back the rest. */
async function settleDone<Item, Done>(
  job: BatchJob<Item, Done>,
  items: readonly Item[],
  done: ReadonlyMap<string, Done>,
  isLookedUp: boolean,
): Promise<Item[]> {
  const results: { item: Item; done: Done; isLookedUp: boolean }[] = [];
  const rest: Item[] = [];
  for (const item of items) {
    const found = done.get(job.keyOf(item));
    if (found === undefined) rest.push(item);
    else results.push({ item, done: found, isLookedUp });
  }
  await inSlices(results, job.perRecord, job.done);
  return rest;
}
