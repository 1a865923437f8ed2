// What every flow works with: the settings of this run, the ledger, both clients, the clock, and somebody who listens
// to how far it is. Built by the run; flows hold nothing of their own between runs.
import type { Clock, Ids, Log } from '../base/ports.ts';
import { instantOf, type Instant } from '../base/dates.ts';
import type { Caller, Cin7Client } from '../cin7/client.ts';
import type { FlowReport, ReadReport } from '../contract/run-report.ts';
import type { PhaseName } from '../contract/progress.ts';
import type { JoorClient } from '../joor/client.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Company } from '../model/account.ts';
import type { Settings } from '../settings/index.ts';

export interface Listener {
  /** A phase or one of its activities begins, or goes on behind `done` things; total is null while unknown. */
  begin(phase: PhaseName, activity: string, total: number | null, done?: number): void;
  /** So many of the activity's things are done now. */
  advance(done: number, total?: number | null): void;
  /** JOOR requests of the given cost that are still to come in this activity, for the time that is left. */
  expect(requests: number, credits: number): void;
}

export interface FlowContext {
  readonly runId: string;
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly cin7: Cin7Client;
  readonly joor: JoorClient;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly caller: Caller;
  readonly listener: Listener;
  readonly company: Company;
  /** Reads everything again instead of what changed. */
  readonly isFullPass: boolean;
  /** Plans and reports, writes to neither account. */
  readonly isDryRun: boolean;
  /** The dry run whose plan a person saw and told to send: nothing else is sent then. */
  readonly seenPlan?: string | undefined;
  readonly joorEnvironment: Settings['connections']['joor']['environment'];
  readonly joorAccount: string;
  /** Evidence that reads hand in. */
  readonly reads: ReadReport[];
}

/** The present instant on the context's clock. */
export function nowOf({ clock }: Pick<FlowContext, 'clock'>): Instant {
  return instantOf(clock.now());
}

/** The start of a flow's report, to be filled. */
export function emptyReport(flow: FlowReport['flow']): FlowReport {
  return {
    flow,
    state: 'done',
    isRehearsal: false,
    sentence: '',
    nextStep: '',
    checked: 0,
    changed: 0,
    needsYou: 0,
    counts: {},
  };
}

/** A report of a flow that waits for a setting. */
export function waitingReport(flow: FlowReport['flow'], sentence: string, nextStep: string): FlowReport {
  return { ...emptyReport(flow), state: 'waiting', sentence, nextStep, needsYou: 1 };
}
