// One run from beginning to end: phases in their order, each flow on its own, one report with evidence. A flow that
// fails stops only what depends on it; a rejected key or an unreachable account stops the run (RUN-1, RUN-9).
import { instantOf } from '../base/dates.ts';
import { cancelledError, toSeamlineError, type SeamlineError } from '../base/errors.ts';
import { turn } from '../base/slices.ts';
import type { Clock, Ids, Log } from '../base/ports.ts';
import type { FlowReport, RunReport } from '../contract/run-report.ts';
import { emptyReport, type FlowContext } from '../flows/context.ts';
import { refreshCustomers } from '../flows/customers/refresh.ts';
import { runInventory } from '../flows/inventory/flow.ts';
import { runLinesheets } from '../flows/linesheets/flow.ts';
import { refreshSales, runOrders } from '../flows/orders/flow.ts';
import { keepSeen, sentenceOfSeen } from '../flows/seen.ts';
import { applyProductsFlow, planProductsFlow, refreshProducts, type ProductsPlan } from '../flows/products/flow.ts';
import type { Lane } from '../http/operation.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { flowNames, type FlowName } from '../model/standing.ts';
import type { Settings } from '../settings/index.ts';
import { noteAttention } from './attention.ts';
import type { Connections } from './connect.ts';
import { contextOf } from './context.ts';
import { notBuilt } from './modes.ts';
import { planBasis } from './plan-basis.ts';
import type { ProgressSource } from './progress.ts';

export interface RunRequest {
  readonly id: string;
  readonly startedBy: 'timer' | 'person' | 'command line';
  readonly isDryRun: boolean;
  readonly isFullPass: boolean;
  /** Only these flows write; products are always planned, because the others build on them. Null for all. */
  readonly only: readonly FlowName[] | null;
  /** The dry run whose plan is to be sent, and nothing else; null to send what differs now. */
  readonly seenPlan: string | null;
  /** Flows that may write (GO-5); the others rehearse: read, plan, say what they would send. */
  readonly live: ReadonlySet<FlowName>;
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
  /** What the person should know besides, for the report. */
  readonly notes: readonly string[];
}

export interface RunWorld {
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly progress: ProgressSource;
}

const plansKept = 30;
const itemsPerDrop = 500;

/** Runs everything that is asked for and switched on, and gives the report that was stored. Never throws. */
export async function runSync(world: RunWorld, request: RunRequest): Promise<RunReport> {
  const { ledger, clock, log, connections } = world;
  const startedAt = instantOf(clock.now());
  const kind = request.isDryRun ? 'dry-run' : 'sync';
  ledger.runs.closeBroken(startedAt);
  ledger.runs.start({ id: request.id, kind, startedBy: request.startedBy, startedAt });
  log.write('info', 'run started', { run: request.id, kind });

  const flows = new Map<FlowName, FlowReport>();
  const reads: RunReport['reads'] = [];
  let company = ledger.company() ?? '';
  let error: SeamlineError | null = null;
  try {
    const context = await contextOf(world, request, world.progress, reads);
    company = context.company.name;
    await runPhases({ ...context, seenPlan: request.seenPlan ?? undefined }, request, flows);
  } catch (thrown) {
    error = toSeamlineError(thrown);
    log.write(error.code === 'internal' ? 'error' : 'warn', error.message, {
      code: error.code,
      details: error.details,
      stack: error.code === 'internal' && error.cause instanceof Error ? error.cause.stack : undefined,
    });
  }

  const usage = ledger.runs.usage(request.id);
  const joor = usage.get('joor');
  const reports = flowNames.map((name) => flows.get(name) ?? { ...emptyReport(name), state: 'failed' as const });
  const report: RunReport = {
    id: request.id,
    kind,
    startedBy: request.startedBy,
    startedAt,
    endedAt: instantOf(clock.now()),
    outcome: outcomeOf(error, [...flows.values()]),
    company,
    notes: [...request.notes, ...(await notesOfSeen(world, request))],
    error: error === null ? null : keptError(error),
    reads,
    flows: error === null ? reports : reports.filter(({ flow }) => flows.has(flow)),
    usage: {
      cin7Calls: usage.get('cin7')?.requests ?? 0,
      joorCredits: joor?.cost ?? 0,
      joorReads: (joor?.requests ?? 0) - (joor?.writes ?? 0),
      joorWrites: joor?.writes ?? 0,
    },
    basis: planBasis(world.settings),
    estimate: request.isDryRun && error === null ? estimate(world, request.id, connections) : null,
  };
  ledger.runs.end(request.id, report.outcome, report, report.endedAt);
  noteAttention(ledger, report, report.endedAt);
  while (ledger.plans.dropOld(plansKept, itemsPerDrop) > 0) await turn();
  ledger.runs.dropRequests(world.settings.retention.requestDays, report.endedAt);
  log.write('info', 'run ended', { run: request.id, outcome: report.outcome });
  return report;
}

/** What became of the plan that a person told to send. */
async function notesOfSeen({ ledger, settings }: RunWorld, { id, seenPlan, live }: RunRequest): Promise<string[]> {
  if (seenPlan === null) return [];
  const flows = flowNames.filter((flow) => settings.flows[flow] && live.has(flow));
  return [await sentenceOfSeen(ledger, id, seenPlan, flows)];
}

/** An error in the words that are stored, with the account that it came from. */
function keptError({ code, message, nextStep, details }: SeamlineError): NonNullable<RunReport['error']> {
  const { api } = details;
  return { code, sentence: message, nextStep, api: api === 'cin7' || api === 'joor' ? api : null };
}

async function runPhases(context: FlowContext, request: RunRequest, flows: Map<FlowName, FlowReport>): Promise<void> {
  const { settings, ledger, cin7, caller } = context;
  const isOn = (flow: FlowName) => settings.flows[flow] && (request.only === null || request.only.includes(flow));
  for (const flow of flowNames) {
    if (notBuilt.includes(flow)) flows.set(flow, notBuiltReport(flow));
    else if (!isOn(flow)) flows.set(flow, offReport(flow, settings.flows[flow]));
  }

  const start = (name: FlowName, work: (own: FlowContext) => Promise<FlowReport>) =>
    flow({ ...context, isDryRun: context.isDryRun || !isOn(name) || !request.live.has(name) }, flows, name, work);

  await refreshProducts(context);
  ledger.references.save('location', await cin7.locations(caller));
  if (isOn('orders'))
    await start('orders', async (own) => {
      await refreshCustomers(own);
      await refreshSales(own);
      return runOrders(own);
    });

  let plan: ProductsPlan | null = null;
  if (isOn('products') || isOn('linesheets'))
    await start('products', async (own) => {
      plan = await planProductsFlow(own);
      await keepSeen(own, 'products');
      return applyProductsFlow(own, plan);
    });
  if (isOn('linesheets')) {
    const planned: ProductsPlan | null = plan;
    if (planned === null) flows.set('linesheets', waitsFor('linesheets', 'products'));
    else await start('linesheets', (own) => runLinesheets(own, planned));
  }
  if (isOn('inventory')) await start('inventory', runInventory);
}

/** Runs one flow; what concerns only this flow ends in its report, what concerns the account ends the run. */
async function flow(
  context: FlowContext,
  flows: Map<FlowName, FlowReport>,
  name: FlowName,
  work: (context: FlowContext) => Promise<FlowReport>,
): Promise<void> {
  if (context.caller.signal?.aborted === true) throw cancelledError();
  try {
    flows.set(name, { ...(await work(context)), isRehearsal: context.isDryRun });
  } catch (thrown) {
    const error = toSeamlineError(thrown);
    flows.set(name, { ...emptyReport(name), state: 'failed', sentence: error.message, nextStep: error.nextStep });
    if (!isOnlyThisFlow(error)) throw error;
    context.log.write('warn', error.message, { flow: name, code: error.code, details: error.details });
  }
}

/** Failures of one list or one call: other flows ask for other things. */
const flowFailures = new Set<string>(['incomplete-read', 'unexpected-answer', 'server-fault']);

function isOnlyThisFlow(error: SeamlineError): boolean {
  return error.scope === 'item' || flowFailures.has(error.code);
}

function outcomeOf(error: SeamlineError | null, flows: readonly FlowReport[]): RunReport['outcome'] {
  if (error !== null) return error.code === 'cancelled' ? 'stopped' : 'failed';
  if (flows.some(({ state }) => state === 'failed')) return 'failed';
  return flows.some(({ needsYou }) => needsYou > 0) ? 'needs-you' : 'good';
}

/** What sending the plan would cost, at the batch sizes of the settings. */
function estimate({ settings, ledger }: RunWorld, runId: string, { transports }: Connections): RunReport['estimate'] {
  const sizes: Readonly<Record<string, number>> = {
    product: settings.batch.styles,
    linesheet: settings.batch.linesheets,
    stock: settings.batch.stock,
  };
  let requests = 0;
  for (const { part, state, things } of ledger.plans.sizes(runId)) {
    // Orders are sales in Cin7 Core; in JOOR all of them are one mark.
    if (state !== 'planned' || part === 'order') continue;
    const perCall = sizes[part] ?? (part === 'skus' ? settings.batch.skus : settings.batch.prices);
    requests += Math.ceil(things / perCall);
  }
  const credits = requests * 5;
  return { joorCredits: credits, seconds: Math.ceil(transports.joor.timeFor(requests, 5) / 1_000) };
}

function offReport(flow: FlowName, isOnInSettings: boolean): FlowReport {
  return {
    ...emptyReport(flow),
    state: 'off',
    sentence: isOnInSettings ? "It wasn't asked for in this run." : 'It is switched off in the settings.',
  };
}

function notBuiltReport(flow: FlowName): FlowReport {
  return { ...emptyReport(flow), state: 'not-built', sentence: "This version of Seamline doesn't send them yet." };
}

function waitsFor(flow: FlowName, other: FlowName): FlowReport {
  return { ...emptyReport(flow), state: 'waiting', sentence: `It waits for ${other}, which didn't finish.` };
}
