// Running: Sync now and Dry run. An explicit sync counts as the consent to go live; from then on only newer orders are
// taken, and the person is told so.
import { instantOf } from '../base/dates.ts';
import { listed } from '../base/text.ts';
import { toSeamlineError } from '../base/errors.ts';
import type { Clock } from '../base/ports.ts';
import type { RunReport } from '../contract/run-report.ts';
import { flowWords } from '../contract/words.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { FlowName } from '../model/standing.ts';
import { decideMode, liveFlows, modesOf } from '../sync/modes.ts';
import { lookAtOrders } from '../sync/look.ts';
import { watchProgress, type ProgressSink, type ProgressSource } from '../sync/progress.ts';
import { runSync } from '../sync/run.ts';
import type { Settings } from '../settings/index.ts';
import { withAccounts } from './accounts.ts';
import { backUpWeekly } from './back-ups.ts';
import type { Services } from './services.ts';

export interface SyncInput {
  /** Given by whoever wants to name the run before it starts; else a new one. */
  readonly id?: string;
  readonly isDryRun?: boolean;
  /** Reads everything again instead of what changed. */
  readonly isFullPass?: boolean;
  readonly only?: readonly FlowName[];
  /** Sends the plan of this dry run and nothing else. */
  readonly seenPlan?: string;
  readonly startedBy: 'timer' | 'person' | 'command line';
  readonly signal?: AbortSignal;
  readonly onProgress?: ProgressSink;
}

/**
 * Runs once and gives the report. Failures of the run are in the report; thrown is only what kept it from starting:
 * `profile-busy`, `settings-*`, `key-missing`, `ledger-*`, `disk-*`.
 */
export async function sync(services: Services, input: SyncInput): Promise<RunReport> {
  const { clock, ids, log } = services;
  const isDryRun = input.isDryRun ?? false;
  const id = input.id ?? ids.uuid();
  let progress: ProgressSource | null = null;
  const use = {
    what: isDryRun ? 'dry run' : 'sync',
    runId: id,
    onWait: (api: 'cin7' | 'joor', until: number | null) => progress?.wait(api, until),
  };
  return withAccounts(services, use, async ({ settings: found, ledger, connections }) => {
    const consent = isDryRun || input.startedBy !== 'command line' ? [] : consentToLive(ledger, found, input, clock);
    const live = isDryRun ? new Set<FlowName>() : liveFlows(ledger, found);
    const isOrders = live.has('orders') && (input.only?.includes('orders') ?? true);
    const { settings, notes } = isOrders ? await setGoLive(services, found) : { settings: found, notes: [] };
    progress = watchProgress(
      { id, kind: isDryRun ? 'dry-run' : 'sync' },
      clock,
      (requests, credits) => connections.transports.joor.timeFor(requests, credits),
      input.onProgress ?? (() => undefined),
    );
    const world = { settings, ledger, connections, clock, ids, log, progress };
    const report = await runSync(world, {
      id,
      startedBy: input.startedBy,
      isDryRun,
      isFullPass: input.isFullPass ?? false,
      only: input.only ?? null,
      seenPlan: input.seenPlan ?? null,
      live,
      lane: 'background',
      signal: input.signal,
      notes: [...consent, ...notes],
    });
    await backUpWeekly(services, world);
    return report;
  });
}

/**
 * Looks, between two runs, at the orders whose look is due (ORD-4). Thrown is only what concerns the account, as a rejected
 * key; after anything else the next run goes on with them.
 */
export async function look(
  services: Services,
  { id, signal, onProgress }: { id: string; signal: AbortSignal; onProgress: ProgressSink },
): Promise<null> {
  const { clock, ids, log } = services;
  let progress: ProgressSource | null = null;
  const use = {
    what: 'look at orders',
    runId: null,
    onWait: (api: 'cin7' | 'joor', until: number | null) => progress?.wait(api, until),
  };
  try {
    await withAccounts(services, use, async ({ settings, ledger, connections }) => {
      progress = watchProgress({ id, kind: 'sync' }, clock, () => 0, onProgress);
      await lookAtOrders({ settings, ledger, connections, clock, ids, log, progress }, { id, signal });
    });
  } catch (thrown) {
    const error = toSeamlineError(thrown);
    if (error.scope === 'account') throw error;
    log.write('warn', 'a look at orders ended early', { code: error.code, error: error.message });
  }
  return null;
}

/**
 * An explicit sync on the command line is the consent to go live for the flows that it asks for (GO-5): notes it for those
 * that weren't live yet, and gives the sentence that says so.
 */
function consentToLive(ledger: Ledger, settings: Settings, { only }: SyncInput, clock: Clock): string[] {
  const fresh = modesOf(ledger, settings)
    .filter(({ flow, mode }) => mode === 'rehearsal' && (only?.includes(flow) ?? true))
    .map(({ flow }) => flow);
  if (fresh.length === 0) return [];
  const at = instantOf(clock.now());
  for (const flow of fresh) decideMode(ledger, flow, { mode: 'live', planSeen: null, who: 'command line', at });
  return [
    `Live from now on, because you asked for a sync: ${listed(fresh.map((flow) => flowWords[flow]))}. Seamline's schedule writes for them as well.`,
  ];
}

/** The first real run of the orders flow sets the go-live instant: what was approved before it was somebody else's (GO-2). */
async function setGoLive(
  { profile, clock }: Services,
  settings: Settings,
): Promise<{ settings: Settings; notes: string[] }> {
  if (settings.orders.goLive !== undefined) return { settings, notes: [] };
  const now = instantOf(clock.now());
  const saved = await profile.settings.save({ ...settings, orders: { ...settings.orders, goLive: now } });
  const note = `Orders are live from now on: those approved before ${now.slice(0, 16).replace('T', ' ')} UTC are left out. Set orders.goLive to an earlier instant to take them too.`;
  return { settings: saved, notes: [note] };
}
