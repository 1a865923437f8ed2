// The ledger of the accounts in the settings, kept open for looking: queries must not pay for opening it each time. Opened
// anew when the settings mean another one.
import { instantOf, type Instant } from '../base/dates.ts';
import { toSeamlineError, type SeamlineError } from '../base/errors.ts';
import type { Services } from '../commands/services.ts';
import type { RunReport } from '../contract/run-report.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { createReports, type ReportOf } from './reports.ts';
import { defaultSettings, type Settings } from '../settings/index.ts';

export interface LedgerReader {
  /** Reads settings and finds the ledger again. Never throws: what is wrong stands in `problem`. */
  refresh(): Promise<void>;
  /** The settings as last read; the defaults when they can't be read. */
  settings(): Settings;
  /** What keeps settings or ledger from being read; null when all is well. */
  problem(): { readonly what: 'settings' | 'ledger'; readonly error: SeamlineError } | null;
  /** The open ledger; null before anything was ever read. */
  ledger(): Ledger | null;
  /** The reports of this ledger's runs. */
  readonly reportOf: ReportOf;
  /** The latest run that ended with a report; null before the first. */
  latestReport(): RunReport | null;
  /** Reads from the ledger, or gives the fallback when there is none. Throws the problem when there is one. */
  read<View>(look: (ledger: Ledger, settings: Settings) => View, nothing: (settings: Settings) => View): View;
  /** Finds the ledger anew: a run may have opened one for another account. */
  reopen(): void;
  /** The present instant on the host's clock. */
  now(): Instant;
  close(): void;
}

/** A reader over a profile; call `refresh` before the first look. */
export function createLedgerReader({ profile, clock }: Services): LedgerReader {
  let settings = defaultSettings();
  let scope = '';
  let ledger: Ledger | null = null;
  let problem: ReturnType<LedgerReader['problem']> = null;
  const reportOf = createReports();
  const now = () => instantOf(clock.now());

  const close = () => {
    ledger?.close();
    ledger = null;
  };
  const find = () => {
    const { environment, accountId } = settings.connections.joor;
    const wanted = `${environment} ${accountId} ${settings.connections.cin7.baseUrl}`;
    if (wanted !== scope) close();
    scope = wanted;
    ledger ??= profile.openLatestLedger(settings, now());
  };

  return {
    now,
    close,
    reopen: () => {
      scope = '';
    },
    settings: () => settings,
    problem: () => problem,
    ledger: () => ledger,
    reportOf,
    latestReport() {
      const [run] = ledger?.runs.page(null, 1) ?? [];
      return run === undefined ? null : reportOf(run);
    },
    async refresh() {
      let what: 'settings' | 'ledger' = 'settings';
      try {
        settings = await profile.settings.load();
        what = 'ledger';
        find();
        problem = null;
      } catch (thrown) {
        problem = { what, error: toSeamlineError(thrown) };
      }
    },
    read(look, nothing) {
      if (problem !== null) throw problem.error;
      return ledger === null ? nothing(settings) : look(ledger, settings);
    },
  };
}
