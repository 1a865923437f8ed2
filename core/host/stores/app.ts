// The app store: everything that stands on every screen, put together from facts. What the facts mean is said by core/status.
import { instantOf } from '../../base/dates.ts';
import type { SecretName } from '../../base/ports.ts';
import { errorView } from '../../contract/error-words.ts';
import type { RunReport } from '../../contract/run-report.ts';
import type { AppStore, KeychainState } from '../../contract/stores.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { answerOf } from '../../status/answer.ts';
import { proofOf } from '../../status/proof.ts';
import { setUpStep, type SetUpStep } from '../../status/set-up.ts';
import { readBudgets } from '../../sync/connect.ts';
import { modesOf } from '../../sync/modes.ts';
import type { ConnectionMemory } from '../connection-memory.ts';
import type { LedgerReader } from '../ledger-reader.ts';
import { outsideKnown } from '../outside-address.ts';
import type { HostOptions } from '../options.ts';
import { cin7View, joorView, realmOf } from './connections.ts';
import { flowViews } from './flows.ts';
import { sleepsOf, weekOf } from './week.ts';

export interface AppFacts {
  readonly options: HostOptions;
  readonly reader: LedgerReader;
  readonly keychain: KeychainState;
  readonly secrets: Readonly<Record<SecretName, boolean>>;
  readonly answers: ConnectionMemory;
  readonly chosenStep: SetUpStep | null;
  readonly schedule: Pick<AppStore['schedule'], 'nextDueAt' | 'stoppedBy'>;
  readonly now: number;
}

/** Reports that say what each flow did last: a flow may have been left out of the latest runs. */
const reportsRead = 10;

/** The whole store. */
export function appStore(facts: AppFacts): AppStore {
  const { options, reader, keychain, secrets, chosenStep, schedule, now } = facts;
  const settings = reader.settings();
  const ledger = reader.ledger();
  const problem = reader.problem();
  const reports = (ledger?.runs.page(null, reportsRead) ?? []).map(reader.reportOf).filter((report) => report !== null);
  const [report = null] = reports;
  const success = successOf(reader);
  const modes = modesOf(ledger, settings);
  const { isPractice } = options.profile;
  const company = ledger?.references.list('company')[0] ?? null;
  const connection = { settings, isPractice, secrets, company, report, answers: facts.answers };
  const open = ledger?.attention.open() ?? [];
  const styles = ledger?.standings.counts('style') ?? new Map();
  const orders = ledger?.orders.counts() ?? new Map();
  const isRead = reports.some(({ outcome }) => outcome === 'good' || outcome === 'needs-you');
  const step = setUpStep({
    chosen: chosenStep,
    isPractice,
    isConnected: Object.values(secrets).every(Boolean) && settings.connections.joor.accountId !== '',
    wasRead: isRead,
    isLive: modes.some(({ mode }) => mode === 'live'),
  });
  return {
    version: options.version,
    host: options.host,
    stage: problem !== null ? 'blocked' : step === 'done' ? 'ready' : 'set-up',
    blockedBy: problem === null ? null : errorView(problem.error),
    setUpStep: step,
    profile: { ...options.profile },
    realm: realmOf(settings, isPractice),
    company: company === null ? null : { name: company.name, currency: company.currency, timeZone: company.timeZone },
    keychain,
    cin7: cin7View(connection),
    joor: joorView(connection),
    flows: flowViews(modes, reports),
    budgets: budgetsOf(ledger, reader, now),
    schedule: {
      everyMinutes: settings.schedule.everyMinutes,
      isPaused: settings.schedule.paused,
      ...schedule,
    },
    lastSuccessAt: success?.endedAt ?? null,
    answer: answerOf({
      styles,
      orders,
      needsYou: open.length,
      wasEverRead: isRead,
      didLastRunFail: report?.outcome === 'failed',
      rehearsing: modes.filter(({ mode }) => mode === 'rehearsal').length,
    }),
    proof: success === null ? [] : proofOf(success),
    // Causes for Home; for each other place what it shows under "Needs you".
    needsYou: {
      total: open.length,
      styles: styles.get('needs-you') ?? 0,
      orders: orders.get('needs-you') ?? 0,
      customers: open.filter(({ kind }) => kind === 'customer').length,
    },
    week: ledger === null ? [] : weekOf(ledger, reader.reportOf, reader.now()),
    opens: outsideKnown({ realm: realmOf(settings, isPractice), cin7: settings.connections.cin7.baseUrl }),
    sleeps: ledger === null ? [] : sleepsOf(ledger, company?.timeZone ?? 'UTC', reader.now()),
  };
}

function successOf(reader: LedgerReader): RunReport | null {
  const run = reader.ledger()?.runs.lastSuccess() ?? null;
  return run === null ? null : reader.reportOf(run);
}

function budgetsOf(ledger: Ledger | null, reader: LedgerReader, now: number): AppStore['budgets'] {
  const readings = readBudgets(reader.settings(), (api) => ledger?.runs.budget(api), now);
  return (['cin7', 'joor'] as const).map((api) => {
    const { used, allowance, reserve, resetsAt } = readings[api];
    return {
      api,
      used,
      limit: allowance + reserve,
      reserved: reserve,
      resetsAt: resetsAt === null ? null : instantOf(resetsAt),
    };
  });
}
