// A flow's context outside a run, for measuring single steps.
import { instantOf } from '../../core/base/dates.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import { silentLog } from '../../core/base/ports.ts';
import type { FlowContext } from '../../core/flows/context.ts';
import { createWire } from '../../core/http/wire.ts';
import { connectAccounts } from '../../core/sync/connect.ts';
import { secretsOf, type World } from './world.ts';

let turns = 0;

/** A context on the world's profile with a run of its own; `close` gives the ledger back. */
export async function flowContext(world: World): Promise<{ context: FlowContext; close: () => void }> {
  const { profile, clock, practice } = world;
  const settings = await profile.settings.load();
  const ledger = profile.openLedger(settings, practice.cin7.accountId, instantOf(clock.now()));
  const ids = seededIds(99);
  const wire = createWire();
  const connections = await connectAccounts({ settings, secrets: secretsOf(practice), wire, clock, ids });
  const runId = `step-${(turns += 1)}`;
  const caller = { lane: 'background' } as const;
  const { content: company } = await connections.cin7.company(caller);
  ledger.runs.start({ id: runId, kind: 'dry-run', startedBy: 'person', startedAt: instantOf(clock.now()) });
  return {
    context: {
      runId,
      settings,
      ledger,
      cin7: connections.cin7,
      joor: connections.joor,
      clock,
      ids,
      log: silentLog,
      caller,
      listener: { begin: () => undefined, advance: () => undefined, expect: () => undefined },
      company,
      isFullPass: false,
      isDryRun: true,
      joorEnvironment: settings.connections.joor.environment,
      joorAccount: settings.connections.joor.accountId,
      reads: [],
    },
    close() {
      ledger.close();
      wire.close();
    },
  };
}
