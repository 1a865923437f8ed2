// Every change that a run planned and that wasn't sent, field by field, read in portions: a first plan holds tens of thousands.
// Beside what is planned stand prices that Cin7 Core lacks, and for a dry run the orders that it would export.
import type { ChangeRow } from '../../contract/styles.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { refusalKey } from '../../ledger/plans.ts';
import type { Settings } from '../../settings/index.ts';
import { changeLines, type ChangeLine } from '../../status/change-lines.ts';
import { priceLabels } from '../styles/price-labels.ts';

/** A change without its place in a list. */
export type Change = Omit<ChangeRow, 'id'>;

/** What reading goes on from: how far it came, and which styles JOOR doesn't have yet. */
export interface ChangeReading {
  readonly runId: string;
  readonly after: number;
  readonly isDone: boolean;
  readonly created: Set<string>;
}

const itemsAtOnce = 400;

export function startReading(runId: string): ChangeReading {
  return { runId, after: 0, isDone: false, created: new Set() };
}

/** The next portion of a run's changes, and where to go on. */
export function readChanges(
  ledger: Ledger,
  settings: Settings,
  { runId, after, created }: ChangeReading,
): { readonly changes: Change[]; readonly next: ChangeReading } {
  const items = ledger.plans.open(runId, after, itemsAtOnce);
  for (const { key, part, operation } of items) if (part === 'product' && operation === 'create') created.add(key);
  const labels = new Map(labelsById(ledger, settings));
  const context = {
    priceLabel: (id: string) => labels.get(id) ?? 'price',
    isNew: (key: string) => created.has(key),
  };
  const refusals = items.some(({ state }) => state === 'held') ? ledger.plans.refusals() : new Map();
  const told = items.flatMap((item) => changeLines(item, context).map((line) => ({ item, line })));
  const named = ledger.standings.named(
    'style',
    told.flatMap(({ line }) => (line.subject.kind === 'style' ? [line.subject.key] : [])),
  );
  const changes = told.map(({ item, line }) => {
    const isHeld = item.state === 'held' || item.state === 'refused';
    const words: unknown = refusals.get(refusalKey(item.key, item.part))?.words;
    const refused = typeof words === 'string' ? `JOOR refused it: ${words}` : '';
    return {
      ...subjectOf(line, named),
      part: line.part,
      field: line.field,
      after: line.after,
      before: line.before,
      state: isHeld ? ('held' as const) : ('to-send' as const),
      reason: isHeld ? (item.problem ?? refused) : '',
    };
  });
  const last = items.at(-1);
  return { changes, next: { runId, created, after: last?.number ?? after, isDone: items.length < itemsAtOnce } };
}

function subjectOf(
  { subject }: ChangeLine,
  named: ReadonlyMap<string, { readonly label: string; readonly name: string }>,
): Pick<Change, 'subject' | 'subjectKey' | 'name'> {
  if (subject.kind === 'linesheet') return { subject: subject.name, subjectKey: null, name: '' };
  const { label, name } = named.get(subject.key) ?? { label: subject.key, name: '' };
  return { subject: label, subjectKey: subject.key, name };
}

function labelsById(ledger: Ledger, settings: Settings): [string, string][] {
  const labels = priceLabels(settings);
  return ledger.references.list('priceType').map((known) => {
    const index = settings.products.priceTypes.findIndex(
      ({ joorPriceType }) => joorPriceType.name === known.name && joorPriceType.currency === known.currency,
    );
    return [known.id, labels[index] ?? known.name];
  });
}

/** Prices that Cin7 Core lacks: no plan holds them, because there is nothing to send. */
export function missingPrices(ledger: Ledger, settings: Settings): Change[] {
  const labels = priceLabels(settings);
  const labelOf = (name: string) =>
    labels[settings.products.priceTypes.findIndex(({ joorPriceType }) => joorPriceType.name === name)] ?? name;
  const missing = [...ledger.standings.issues('style')].flatMap(([key, issues]) =>
    issues.filter(({ code }) => code.startsWith('no-price:')).map((issue) => ({ key, issue })),
  );
  const named = ledger.standings.named(
    'style',
    missing.map(({ key }) => key),
  );
  return missing.flatMap(({ key, issue }): Change[] => {
    const style = named.get(key);
    // What left the selection is nobody's task.
    if (style === undefined || style.state === 'left-out') return [];
    return [
      {
        part: 'prices',
        subjectKey: key,
        subject: style.label,
        name: style.name,
        field: `Wholesale ${labelOf(issue.code.slice('no-price:'.length))}`,
        after: '',
        before: '',
        state: 'needs-you',
        reason: issue.nextStep,
      },
    ];
  });
}

/** The orders that the next run would bring into Cin7 Core, and those that it would hold. */
export function orderChanges(ledger: Ledger): Change[] {
  const ids = ledger.orderList.ids(['to-export', 'needs-you'], '', { column: 'id', isDescending: false });
  return ledger.orderList.rows(ids).map(({ id, retailer, value, currency, state, reason }) => ({
    part: 'orders',
    subjectKey: id,
    subject: id,
    name: retailer,
    field: 'Sale in Cin7',
    after: `${value} ${currency}`,
    before: '',
    state: state === 'needs-you' ? 'held' : 'to-send',
    reason: state === 'needs-you' ? reason.sentence : '',
  }));
}
