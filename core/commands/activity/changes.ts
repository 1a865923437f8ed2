// What one run changed, subject by subject, in words: from the plan that it stored before it sent anything, and from the
// orders that it wrote.
import type { ChangedSubject } from '../../contract/activity.ts';
import { countWords } from '../../contract/words.ts';
import type { CountName } from '../../contract/run-report.ts';
import type { RunChange } from '../../ledger/activity.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Everything that a run changed or could not change, in the order in which it came to it; `search` narrows by label and name. */
export function runChanges(ledger: Ledger, runId: string, search: string): ChangedSubject[] {
  const isDryRun = ledger.runs.get(runId)?.kind === 'dry-run';
  const subjects = new Map<string, ChangedSubject>();
  for (const { orderId, retailer, saleNumber } of isDryRun ? [] : ledger.activity.orders(runId)) {
    const words = saleNumber === null ? 'written to Cin7' : `written to Cin7 as ${saleNumber}`;
    const line = { words, problem: '', isDone: true };
    subjects.set(`order ${orderId}`, { kind: 'order', key: orderId, label: orderId, name: retailer, lines: [line] });
  }
  for (const change of ledger.activity.changes(runId)) {
    const { key, part } = change;
    const kind = part === 'linesheet' || part === 'order' ? part : 'style';
    const id = `${kind} ${key}`;
    const known = subjects.get(id);
    // An order that was written says so with its sale; what was planned for it is told already.
    if (kind === 'order' && known !== undefined) continue;
    const name = kind === 'order' ? (ledger.orders.get(key)?.order.customerName ?? '') : (change.name ?? '');
    const subject = known ?? { kind, key, label: change.number ?? key, name, lines: [] };
    subjects.set(id, { ...subject, lines: [...subject.lines, lineOf(change, isDryRun)] });
  }
  const wanted = search.trim().toLowerCase();
  return [...subjects.values()].filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(wanted));
}

const countOf: Readonly<Record<RunChange['part'], readonly [created: CountName, updated: CountName]>> = {
  product: ['stylesCreated', 'stylesUpdated'],
  skus: ['skusCreated', 'skusUpdated'],
  prices: ['pricesCreated', 'pricesUpdated'],
  linesheet: ['linesheetsCreated', 'linesheetsUpdated'],
  stock: ['stockNumbers', 'stockNumbers'],
  order: ['ordersExported', 'ordersExported'],
};

/** What became of it, where it wasn't simply done. */
const stateWords: Readonly<Record<RunChange['state'], string>> = {
  applied: '',
  planned: 'not sent',
  held: 'held',
  moved: 'changed meanwhile, goes with the next run',
  refused: 'refused by JOOR',
  unclear: 'without a clear answer',
};

function lineOf(
  { part, operation, state, problem, things }: RunChange,
  isDryRun: boolean,
): ChangedSubject['lines'][number] {
  const isDone = state === 'applied';
  const [created, updated] = countOf[part];
  const what = countWords(operation === 'create' ? created : updated, things, !isDone);
  const end = isDone || (isDryRun && state === 'planned') ? '' : `: ${stateWords[state]}`;
  return { words: `${what}${end}`, problem: problem ?? '', isDone };
}
