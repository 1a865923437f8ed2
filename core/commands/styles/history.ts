// What happened to one style: what was sent when, what was held or refused and why, since when it needs a person. From the plans
// that are still kept; older ones are gone, and what JOOR last confirmed says when that was.
import type { StyleEvent } from '../../contract/styles.ts';
import { count, listed } from '../../base/text.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PlannedInRun } from '../../ledger/plans.ts';

/** Latest first. Empty for a style that Seamline doesn't know. */
export function styleHistory(ledger: Ledger, key: string): StyleEvent[] {
  const issues = (ledger.standings.issues('style').get(key) ?? []).map((issue): StyleEvent => ({
    at: issue.since,
    kind: 'needs-you',
    sentence: issue.sentence,
    runId: null,
  }));
  const planned = grouped(ledger.plans.history(key)).flatMap((group) => eventOf(group) ?? []);
  const linkedAt = ledger.styles.linkedAt(key);
  const linked: StyleEvent[] =
    linkedAt === null ? [] : [{ at: linkedAt, kind: 'linked', sentence: 'Linked to its style in JOOR.', runId: null }];
  return [...issues, ...planned, ...linked].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

/** What one run did with a style in the same way. */
function grouped(planned: readonly PlannedInRun[]): PlannedInRun[][] {
  const groups = new Map<string, PlannedInRun[]>();
  for (const one of planned) {
    const group = `${one.runId} ${kindOf(one)}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups.values()];
}

function kindOf({ state }: PlannedInRun): StyleEvent['kind'] | null {
  if (state === 'applied') return 'sent';
  if (state === 'held') return 'held';
  if (state === 'refused') return 'refused';
  // A rehearsal leaves its plan as it is; what moved meanwhile was left to the next run.
  return state === 'unclear' ? 'unclear' : null;
}

const partWords: Readonly<Record<PlannedInRun['part'], readonly [string, string]>> = {
  product: ['the style', 'the style'],
  skus: ['SKUs', 'SKUs'],
  prices: ['prices', 'prices'],
  linesheet: ['its linesheet', 'its linesheets'],
  stock: ['stock number', 'stock numbers'],
  order: ['an order', 'orders'],
};

function eventOf(group: readonly PlannedInRun[]): StyleEvent | null {
  const [first] = group;
  const kind = first === undefined ? null : kindOf(first);
  if (first === undefined || kind === null) return null;
  const items = new Map<PlannedInRun['part'], number>();
  for (const { part, items: number } of group) items.set(part, (items.get(part) ?? 0) + number);
  const isNew = group.some(({ part, operation }) => part === 'product' && operation === 'create');
  const parts = [...items].map(([part, number]) => {
    const [one, many] = partWords[part];
    return part === 'stock' ? count(number, one, many) : number === 1 ? one : many;
  });
  const what = sentenceCase(
    listed(isNew ? parts.map((part) => (part === 'the style' ? 'the new style' : part)) : parts),
  );
  const problem = group.find(({ problem: words }) => words !== null)?.problem ?? null;
  const sentences: Readonly<Record<string, string>> = {
    sent: `Sent to JOOR: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`,
    held: `${what} held${problem === null ? '.' : `: ${problem}`}`,
    refused: `JOOR refused ${what.charAt(0).toLowerCase()}${what.slice(1)}${problem === null ? '.' : `: ${problem}`}`,
    unclear: `No clear answer for ${what.charAt(0).toLowerCase()}${what.slice(1)}; the next run looks first.`,
  };
  return { at: first.endedAt, kind, sentence: sentences[kind] ?? what, runId: first.runId };
}

const sentenceCase = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
