// What flows work with, for a run and for a person's single action: made only after the key was seen to open the company
// that the ledger is about (SCOPE-1).
import { SeamlineError } from '../base/errors.ts';
import type { Clock, Ids, Log } from '../base/ports.ts';
import type { ReadReport } from '../contract/run-report.ts';
import type { FlowContext, Listener } from '../flows/context.ts';
import type { Lane } from '../http/operation.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Settings } from '../settings/index.ts';
import type { Connections } from './connect.ts';

interface World {
  readonly settings: Settings;
  readonly ledger: Ledger;
  readonly connections: Connections;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

interface Meaning {
  readonly id: string;
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
  /** What its requests are about, for the history: an order's id. */
  readonly about?: string;
  readonly isDryRun: boolean;
  readonly isFullPass: boolean;
}

/** Checks the company and gives the context. Throws `wrong-account` when the key opens another one. */
export async function contextOf(
  { settings, ledger, connections, clock, ids, log }: World,
  { id, lane, signal, about, isDryRun, isFullPass }: Meaning,
  listener: Listener,
  reads: ReadReport[],
): Promise<FlowContext> {
  const caller = { lane, signal, about };
  listener.begin('connect', '', null);
  const { content: company } = await connections.cin7.company(caller);
  const bound = ledger.company();
  if (bound !== null && bound !== company.name)
    throw new SeamlineError('wrong-account', {
      sentence: `This key opens ${company.name}, but Seamline's records here are about ${bound}.`,
      nextStep: `Enter the key of ${bound}, or use another profile for ${company.name}.`,
    });
  if (bound === null) ledger.bindCompany(company.name);
  ledger.references.save('company', [
    { id: company.name, name: company.name, currency: company.currency, timeZone: company.timeZone },
  ]);
  return {
    runId: id,
    settings,
    ledger,
    cin7: connections.cin7,
    joor: connections.joor,
    clock,
    ids,
    log,
    caller,
    listener,
    company,
    isFullPass,
    isDryRun,
    joorEnvironment: settings.connections.joor.environment,
    joorAccount: settings.connections.joor.accountId,
    reads,
  };
}
