// The run card: the run that goes on with its phases, or what the last one did.
import { phaseNames, type PhaseName } from '../../contract/progress.ts';
import type { RunReport } from '../../contract/run-report.ts';
import type { RunStore } from '../../contract/stores.ts';
import type { FlowName } from '../../model/standing.ts';
import type { ModeOfFlow } from '../../sync/modes.ts';
import { runDetail, runSentence } from '../../status/run.ts';
import { shownKind, type RunEnd, type RunningRun } from '../runner.ts';

/** The flow that a phase belongs to; phases without one are part of every run. */
const flowOfPhase: Partial<Readonly<Record<PhaseName, FlowName>>> = {
  orders: 'orders',
  linesheets: 'linesheets',
  images: 'images',
  customers: 'customers',
  stock: 'inventory',
};

/** The store's `current`. */
export function currentRun(run: RunningRun | null, modes: readonly ModeOfFlow[]): RunStore['current'] {
  if (run === null) return null;
  const { wish, progress, startedAt, isStopping } = run;
  const isPart = (phase: PhaseName) => {
    const flow = flowOfPhase[phase];
    if (flow === undefined) return true;
    const isOn = modes.some((one) => one.flow === flow && one.mode !== 'off');
    return isOn && (wish.only === null || wish.only.includes(flow));
  };
  const now = phaseNames.indexOf(progress.phase);
  const phases = phaseNames.map((phase, index) => {
    if (!isPart(phase) && index !== now) return { phase, state: 'left-out' as const };
    return { phase, state: index < now ? ('done' as const) : index === now ? ('now' as const) : ('to-come' as const) };
  });
  return { ...progress, startedAt, startedBy: wish.startedBy, phases, isStopping, canStop: !isStopping };
}

/** The store's `last`: the latest report, or what kept the last wish from starting when that came later. */
export function lastRun(report: RunReport | null, end: RunEnd | null): RunStore['last'] {
  if (end !== null && end.error !== null && (report === null || end.at >= report.endedAt))
    return {
      runId: end.runId,
      kind: shownKind(end.wish.kind),
      startedAt: null,
      startedBy: end.wish.startedBy,
      endedAt: end.at,
      outcome: 'failed',
      phases: phaseNames.map((phase) => ({ phase, state: 'to-come' })),
      sentence: end.error.message,
      detail: end.error.nextStep,
    };
  if (report === null) return null;
  const { id, kind, startedAt, startedBy, endedAt, outcome } = report;
  const said = { sentence: runSentence(report), detail: runDetail(report) };
  const phases = phaseNames.map((phase) => ({ phase, state: phaseOf(phase, report) }));
  return { runId: id, kind, startedAt, startedBy, endedAt, outcome, phases, ...said };
}

/** How a run that ended left a phase, from its evidence: what it read, and what each flow says of itself. */
function phaseOf(phase: PhaseName, { reads, flows }: RunReport): 'done' | 'to-come' | 'left-out' {
  if (phase === 'connect') return reads.length > 0 ? 'done' : 'to-come';
  if (phase === 'read-cin7')
    return reads.some(({ what, isComplete }) => what === 'products' && isComplete) ? 'done' : 'to-come';
  const flow = flowOfPhase[phase] ?? 'products';
  const state = flows.find((report) => report.flow === flow)?.state;
  if (state === 'off' || state === 'not-built') return 'left-out';
  return state === 'done' ? 'done' : 'to-come';
}
