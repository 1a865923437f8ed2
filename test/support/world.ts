// A whole Seamline for one test: practice accounts over real HTTP, a profile with a real SQLite file in a folder of its
// own, and one hand-driven clock for everything, so that nothing ever really waits.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeamline, type Seamline } from '../../core/app.ts';
import { day, instantOf, shiftInstant } from '../../core/base/dates.ts';
import { manualClock, type ManualClock } from '../../core/base/node/clock.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import { silentLog, type SecretName, type Secrets } from '../../core/base/ports.ts';
import type { RunReport } from '../../core/contract/run-report.ts';
import { createWire } from '../../core/http/wire.ts';
import { startPractice, type Practice, type PracticeOptions } from '../../core/practice/practice.ts';
import { practiceSettings } from '../../core/practice/settings.ts';
import { openProfile, type Profile } from '../../core/profile/profile.ts';

export interface World {
  readonly practice: Practice;
  readonly clock: ManualClock;
  readonly profile: Profile;
  readonly seamline: Seamline;
  /** Runs a whole sync. */
  sync(input?: { isDryRun?: boolean; isFullPass?: boolean }): Promise<RunReport>;
  /** Lets an hour pass on the clock. */
  nextHour(): void;
  stop(): Promise<void>;
}

export interface WorldOptions extends Omit<PracticeOptions, 'clock'> {
  /** Changes the settings that fit the practice brand. */
  readonly settings?: (settings: Record<string, unknown>) => void;
  /** Replaces single secrets. */
  readonly secrets?: Partial<Record<SecretName, string>>;
}

export const startOfTests = Date.parse('2026-11-23T02:00:00Z');

/** Starts a world; the small brand unless another size is asked for. Orders go live seven days before. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const clock = manualClock(startOfTests);
  const practice = await startPractice({ size: 'small', ...options, clock });
  const folder = mkdtempSync(join(tmpdir(), 'seamline-test-'));
  const now = instantOf(clock.now());
  const settings = practiceSettings(practice, { goLive: shiftInstant(now, -10 * day), rateOf: now.slice(0, 10) });
  options.settings?.(settings);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  const profile = openProfile(folder, process.platform);
  const seamline = createSeamline({
    profile,
    clock,
    ids: seededIds(7),
    log: silentLog,
    secrets: secretsOf(practice, options.secrets),
    wire: createWire({ timeout: 2_000 }),
  });
  return {
    practice,
    clock,
    profile,
    seamline,
    sync: (input = {}) => seamline.sync({ startedBy: 'command line', ...input }),
    nextHour: () => clock.advance(3_600_000),
    async stop() {
      seamline.close();
      await practice.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The practice accounts' keys as the Secrets port gives them. */
export function secretsOf({ cin7, joor }: Practice, replaced: Partial<Record<SecretName, string>> = {}): Secrets {
  const values: Record<SecretName, string> = {
    'cin7.accountId': cin7.accountId,
    'cin7.applicationKey': cin7.applicationKey,
    'joor.token': joor.token,
    'joor.clientId': joor.clientId,
    'joor.clientSecret': joor.clientSecret,
    'joor.username': joor.username,
    'joor.password': joor.password,
    ...replaced,
  };
  return { get: async (name) => values[name] };
}
