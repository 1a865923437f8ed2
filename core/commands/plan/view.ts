// A dry run as a person reads it: three real styles before the totals, what each flow would send, what is held and why, and
// what sending it all would cost. From the stored plan; nothing is computed anew.
import { count, grouped } from '../../base/text.ts';
import type { PlanView } from '../../contract/queries.ts';
import { runReportSchema, type CountName, type RunReport } from '../../contract/run-report.ts';
import { flowWords } from '../../contract/words.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PlanSize } from '../../ledger/plans.ts';
import { linesheetChangeSchema, type PlanPart } from '../../model/plan.ts';
import type { FlowName } from '../../model/standing.ts';
import type { Settings } from '../../settings/index.ts';
import { planSamples } from './samples.ts';

const joorWindow = { credits: 300, seconds: 300 };
const creditsPerWrite = 5;

/** The plan of a dry run, the latest for null; null when there is none. */
export function planView(ledger: Ledger, settings: Settings, runId: string | null): PlanView | null {
  const run = runId === null ? ledger.runs.latestOf('dry-run') : ledger.runs.get(runId);
  if (run?.report == null) return null;
  const report = runReportSchema.parse(JSON.parse(run.report));
  const rows = planRows(ledger, settings, run.id, report);
  const joorCredits = rows.reduce((sum, row) => sum + row.joorCredits, 0);
  return {
    runId: run.id,
    readAt: report.startedAt,
    sentence: compared(report),
    samples: planSamples(ledger, settings, run.id),
    rows,
    held: [...heldChanges(ledger, run.id), ...heldOrders(rows, report), ...heldReasons(report)],
    cost: {
      joorCredits,
      joorWindows: Math.ceil(joorCredits / joorWindow.credits),
      cin7Calls: report.usage.cin7Calls,
      seconds: report.estimate?.seconds ?? 0,
    },
    changes: rows.reduce((sum, { toSend }) => sum + toSend, 0),
  };
}

/** Flows that can't do their part yet, with what they wait for. */
function heldReasons({ flows }: RunReport): PlanView['held'] {
  return flows
    .filter(({ state }) => state === 'waiting' || state === 'failed')
    .map(({ flow, sentence, nextStep }) => ({ code: `flow:${flow}`, sentence, nextStep, count: 0, parts: [] }));
}

/** Changes that stay out, told by how many styles or linesheets they are about. */
function heldChanges(ledger: Ledger, runId: string): PlanView['held'] {
  const held = ledger.plans.heldSubjects(runId);
  if (held === 0) return [];
  return [
    {
      code: 'held',
      sentence: `${count(held, 'style has', 'styles have')} changes that are held.`,
      nextStep: 'JOOR keeps what it has until their cause goes. Everything else goes out.',
      count: held,
      parts: ['product', 'skus', 'prices', 'linesheets', 'stock'],
    },
  ];
}

/** Orders that would be held; while the whole flow waits, that says it all. */
function heldOrders(rows: PlanView['rows'], { flows }: RunReport): PlanView['held'] {
  const held = rows.find(({ part }) => part === 'orders')?.held ?? 0;
  const isDone = flows.some(({ flow, state }) => flow === 'orders' && state === 'done');
  if (held === 0 || !isDone) return [];
  return [
    {
      code: 'orders',
      sentence: `${count(held, 'order needs', 'orders need')} you and stay${held === 1 ? 's' : ''} out of Cin7.`,
      nextStep: 'Each says why; the others go on.',
      count: held,
      parts: ['orders'],
    },
  ];
}

function compared({ flows }: RunReport): string {
  const of = (name: FlowName) => flows.find(({ flow }) => flow === name);
  const styles = of('products')?.counts.stylesSelected ?? 0;
  const parts = [
    count(styles, 'style'),
    `${grouped(of('products')?.checked ?? 0)} SKUs`,
    ...(of('orders')?.state === 'done' ? [count(of('orders')?.checked ?? 0, 'order')] : []),
  ];
  return `Compared ${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}.`;
}

interface Totals {
  readonly created: number;
  readonly changed: number;
  readonly held: number;
}

function totalsOf(sizes: readonly PlanSize[], part: PlanPart): Totals {
  const sum = (fits: (size: PlanSize) => boolean) =>
    sizes.filter((size) => size.part === part && fits(size)).reduce((total, { things }) => total + things, 0);
  return {
    created: sum(({ state, operation }) => state !== 'held' && operation === 'create'),
    changed: sum(({ state, operation }) => state !== 'held' && operation !== 'create'),
    held: sum(({ state }) => state === 'held'),
  };
}

function planRows(ledger: Ledger, settings: Settings, runId: string, { flows }: RunReport): PlanView['rows'] {
  const sizes = ledger.plans.sizes(runId);
  const counted = (flow: FlowName, name: CountName) => flows.find((one) => one.flow === flow)?.counts[name] ?? 0;
  const known = ledger.styles.counts();
  const credits = (things: number, perCall: number) => Math.ceil(things / perCall) * creditsPerWrite;
  const row = (
    flow: FlowName,
    label: string,
    part: Exclude<PlanPart, 'order'>,
    all: number,
    perCall: number,
    what?: string,
  ) => {
    const { created, changed, held } = totalsOf(sizes, part);
    const toSend = created + changed;
    return {
      flow,
      label,
      part: part === 'linesheet' ? ('linesheets' as const) : part,
      what:
        what ?? (toSend === 0 ? 'Nothing to change' : `${grouped(created)} to create, ${grouped(changed)} to change`),
      toSend,
      same: Math.max(0, all - toSend - held),
      held,
      joorCredits: credits(toSend, perCall),
    };
  };
  const { batch } = settings;
  const isOn = (flow: FlowName) => settings.flows[flow];
  const orders = flows.find(({ flow }) => flow === 'orders');
  const selected = counted('products', 'stylesSelected');
  return [
    row('products', 'Products', 'product', selected, batch.styles),
    row(
      'products',
      'SKUs',
      'skus',
      Math.max(known.skus, flows.find(({ flow }) => flow === 'products')?.checked ?? 0),
      batch.skus,
    ),
    row('products', 'Prices', 'prices', 0, batch.prices),
    ...(isOn('linesheets')
      ? [
          row(
            'linesheets',
            flowWords.linesheets,
            'linesheet',
            flows.find(({ flow }) => flow === 'linesheets')?.checked ?? 0,
            batch.linesheets,
            linesheetWords(ledger, runId),
          ),
        ]
      : []),
    ...(isOn('inventory')
      ? [
          row(
            'inventory',
            flowWords.inventory,
            'stock',
            flows.find(({ flow }) => flow === 'inventory')?.checked ?? 0,
            batch.stock,
            stockWords(totalsOf(sizes, 'stock').changed),
          ),
        ]
      : []),
    ...(isOn('orders') && orders !== undefined
      ? [
          {
            flow: 'orders' as const,
            label: 'Orders into Cin7',
            part: 'orders' as const,
            what: orders.state === 'done' ? `${count(orders.changed, 'order')} to export` : orders.sentence,
            toSend: orders.changed,
            same: Math.max(0, orders.checked - orders.changed - orders.needsYou),
            held: orders.needsYou,
            joorCredits: orders.changed === 0 ? 0 : creditsPerWrite,
          },
        ]
      : []),
  ];
}

function linesheetWords(ledger: Ledger, runId: string): string {
  const changes = ledger.plans.ofPart(runId, 'linesheet').map(({ after }) => linesheetChangeSchema.parse(after));
  if (changes.length === 0) return 'Nothing to change';
  const added = changes.reduce((sum, { add }) => sum + add.length, 0);
  const removed = changes.reduce((sum, { remove }) => sum + remove.length, 0);
  return `${count(added, 'style')} added, ${grouped(removed)} removed, in ${count(changes.length, 'linesheet')}`;
}

const stockWords = (numbers: number) =>
  numbers === 0
    ? 'Nothing to change; new styles get theirs once they are in JOOR'
    : `${count(numbers, 'number')} of SKUs in JOOR`;
