// A whole Seamline for one test: practice accounts over real HTTP, a profile with a real SQLite file in a folder of its
// own, and one hand-driven clock for everything, so that nothing ever really waits.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeamline, type Seamline, type Services } from '../../core/app.ts';
import { day, instantOf, shiftInstant } from '../../core/base/dates.ts';
import { manualClock, type ManualClock } from '../../core/base/node/clock.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import {
  directNetwork,
  silentLog,
  type Clock,
  type Network,
  type SecretName,
  type Secrets,
} from '../../core/base/ports.ts';
import type { FlowReport, RunReport } from '../../core/contract/run-report.ts';
import type { OrderView, StyleView } from '../../core/contract/views.ts';
import type { Operation } from '../../core/http/operation.ts';
import { createWire, type Wire } from '../../core/http/wire.ts';
import { startPractice, type Practice, type PracticeOptions } from '../../core/practice/practice.ts';
import { practiceKeys, practiceSettings } from '../../core/practice/settings.ts';
import { openProfile, type Profile } from '../../core/profile/profile.ts';
import type { SyncInput } from '../../core/commands/runs.ts';

export interface World {
  readonly practice: Practice;
  readonly clock: ManualClock;
  readonly profile: Profile;
  readonly services: Services;
  readonly seamline: Seamline;
  /** Runs a whole sync. */
  sync(input?: Partial<SyncInput>): Promise<RunReport>;
  /** Lets an hour pass on the clock. */
  nextHour(): void;
  /** The same, then a whole sync. */
  syncNextHour(): Promise<RunReport>;
  /** Called before each request leaves, until the next call of this: for what happens in the middle of a run. */
  beforeRequest(happens: (operation: Operation) => void): void;
  /** An order as `seamline orders` shows it. Throws when there is none. */
  order(id: string): Promise<OrderView>;
  /** A style as `seamline styles` shows it. Throws when there is none. */
  style(number: string): Promise<StyleView>;
  /** Paths of the ledger with its side files. */
  ledgerFiles(): string[];
  /** Deletes the ledger, as a lost disk would. */
  loseLedger(): void;
  stop(): Promise<void>;
}

export interface WorldOptions extends Omit<PracticeOptions, 'clock'> {
  /** Changes the settings that fit the practice brand. */
  readonly settings?: (settings: Record<string, unknown>) => void;
  /** Replaces single secrets. */
  readonly secrets?: Partial<Record<SecretName, string>>;
  /** Where the profile's folder is made; the system's place for temporary files when left out. */
  readonly under?: string;
  /** Stands between Seamline and the network. */
  readonly wire?: (wire: Wire) => Wire;
  /** How this computer reaches the accounts; directly when left out. */
  readonly network?: (practice: Practice) => Network;
  /** Milliseconds that this computer's clock is ahead of the accounts'. */
  readonly clockAhead?: number;
}

export const startOfTests = Date.parse('2026-11-23T02:00:00Z');

/** Orders are live since ten days. */
export const ordersGoLive = shiftInstant(instantOf(startOfTests), -10 * day);

/** Starts a world; the small brand unless another size is asked for. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const startsAt = options.startsAt === undefined ? startOfTests : Date.parse(options.startsAt);
  const clock = manualClock(startsAt);
  const practice = await startPractice({ size: 'small', ...options, clock });
  const folder = mkdtempSync(join(options.under ?? tmpdir(), 'seamline-test-'));
  const now = instantOf(clock.now());
  const settings = practiceSettings(practice, {
    goLive: shiftInstant(now, -10 * day),
    rateOf: now.slice(0, 10),
  });
  options.settings?.(settings);
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings, null, 2));
  const profile = openProfile(folder, process.platform);
  let before: (operation: Operation) => void = () => undefined;
  const wire = createWire({ timeout: 2_000, network: options.network?.(practice) ?? directNetwork });
  const services: Services = {
    profile,
    clock: aheadOf(clock, options.clockAhead ?? 0),
    ids: seededIds(7),
    log: silentLog,
    secrets: secretsOf(practice, options.secrets),
    wire: watched((options.wire ?? asItIs)(wire), (operation) => before(operation)),
  };
  const seamline = createSeamline(services);
  const sync = (input: Partial<SyncInput> = {}) => seamline.sync({ startedBy: 'command line', ...input });
  const nextHour = () => clock.advance(3_600_000);
  const ledgerFiles = () =>
    readdirSync(folder)
      .filter((name) => name.startsWith('ledger-'))
      .map((name) => join(folder, name));
  return {
    practice,
    clock,
    profile,
    services,
    seamline,
    sync,
    nextHour,
    async syncNextHour() {
      nextHour();
      return sync();
    },
    beforeRequest(happens) {
      before = happens;
    },
    order: async (id) => found(await seamline.orders(), (order) => order.id === id, `order ${id}`),
    style: async (number) => found(await seamline.styles(), (style) => style.number === number, `style ${number}`),
    ledgerFiles,
    loseLedger() {
      for (const path of ledgerFiles()) rmSync(path);
    },
    async stop() {
      seamline.close();
      await practice.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const asItIs = (wire: Wire) => wire;

function aheadOf(clock: Clock, milliseconds: number): Clock {
  return milliseconds === 0 ? clock : { ...clock, now: () => clock.now() + milliseconds };
}

function watched(wire: Wire, before: (operation: Operation) => void): Wire {
  return {
    ...wire,
    exchange(operation, ...rest) {
      before(operation);
      return wire.exchange(operation, ...rest);
    },
  };
}

/** The one item that fits. Throws when none does. */
export function found<Item>(list: Iterable<Item>, fits: (item: Item) => boolean, name: string): Item {
  for (const item of list) if (fits(item)) return item;
  throw new Error(`There is no ${name}.`);
}

/** A flow's part of a report. */
export function flowOf({ flows }: RunReport, flow: FlowReport['flow']): FlowReport {
  return found(flows, (one) => one.flow === flow, `flow ${flow} in the report`);
}

/** The practice accounts' keys as the Secrets port gives them. */
export function secretsOf(practice: Practice, replaced: Partial<Record<SecretName, string>> = {}): Secrets {
  const values = { ...practiceKeys(practice), ...replaced };
  return { get: async (name) => values[name] };
}
