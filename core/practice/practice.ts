// The two practice accounts on this computer: Cin7 Core and JOOR over real HTTP, made from one brand, each behind its own
// loopback server, with one fault script and one numbering of requests over both. The users' practice mode and the
// double that tests run against are this same thing.
import { instantOf } from '../base/dates.ts';
import type { Instant } from '../base/dates.ts';
import { seededIds } from '../base/node/ids.ts';
import type { Clock } from '../base/ports.ts';
import { createBrand } from './brand/brand.ts';
import type { BrandSize } from './brand/plans.ts';
import type { Brand } from './brand/types.ts';
import { createCin7Practice } from './cin7/cin7.ts';
import type { Cin7Practice, Cin7PracticeOptions } from './cin7/cin7.ts';
import type { JoorCredentials } from './joor/auth.ts';
import { createJoorPractice } from './joor/joor.ts';
import type { JoorPractice } from './joor/joor.ts';
import type { JoorSwitchesInput } from './joor/switches.ts';
import { createFaults } from './wire/faults.ts';
import type { FaultControl, FaultScript } from './wire/faults.ts';
import { createLateCommits } from './wire/late-commits.ts';
import type { LateCommits } from './wire/late-commits.ts';
import type { RequestLog } from './wire/request-log.ts';
import { serveApi } from './wire/server.ts';
import type { ServeOptions, ServedApi } from './wire/server.ts';
import { createPrivateCertificate } from './wire/tls.ts';

export interface PracticeOptions {
  readonly clock: Clock;
  /** Everything random follows from it. Default 1. */
  readonly seed?: number;
  /** Default `full`. */
  readonly size?: BrandSize;
  /** The moment that the brand's dates are counted from. Default: now on the clock. */
  readonly startsAt?: Instant;
  /** A brand of one's own instead of the one that seed and size make. */
  readonly brand?: Brand;
  /** Adds the awkward cases to the Cin7 account; JOOR's are asked for in `joor`. */
  readonly awkward?: boolean;
  readonly cin7?: Pick<Cin7PracticeOptions, 'switches' | 'accountId' | 'applicationKey' | 'pastSales'> & {
    readonly port?: number;
  };
  readonly joor?: Partial<JoorCredentials> & {
    readonly port?: number;
    readonly switches?: JoorSwitchesInput;
    /** Adds the awkward cases to the JOOR account. */
    readonly awkward?: boolean;
  };
  /** Rules, or the JSON text of a script file. */
  readonly faults?: FaultScript | string;
  readonly host?: '127.0.0.1';
  /** Serves both over https under a root that is made for this start. */
  readonly tls?: boolean;
  /** On the clock, for each request. Default none. */
  readonly latencyMilliseconds?: number;
}

interface PracticeSide {
  readonly log: RequestLog;
  /** Rules that concern only this account. */
  readonly faults: FaultControl;
}

export interface Practice {
  readonly cin7: PracticeSide &
    Pick<Cin7Practice, 'state' | 'edits' | 'switches'> & {
      /** `http://127.0.0.1:PORT/ExternalApi/v2` */
      readonly baseUrl: string;
      readonly accountId: string;
      readonly applicationKey: string;
      readonly applicationKeys: string[];
    };
  readonly joor: PracticeSide &
    Pick<JoorPractice, 'state' | 'edits' | 'switches'> &
    JoorCredentials & {
      /** `http://127.0.0.1:PORT`; v2 and v4 lie under it. */
      readonly apiUrl: string;
      /** `http://127.0.0.1:PORT/auth/` */
      readonly authUrl: string;
    };
  readonly brand: Brand;
  /** Rules over both accounts, with `requestNumber` and `atRequest` for the run as a whole. */
  readonly faults: FaultControl;
  /** PEM of the root to trust, when TLS was asked for. */
  readonly rootCertificate: string | null;
  /** Does late commits whose time has come; needed before looking at `state` or editing after a `commitLate`. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both accounts and waits until they listen. */
export async function startPractice(options: PracticeOptions): Promise<Practice> {
  const { clock, seed = 1, size = 'full', host = '127.0.0.1' } = options;
  const startsAt = options.startsAt ?? instantOf(clock.now());
  const brand = options.brand ?? createBrand({ seed, startsAt, size });
  const faults = createFaults(options.faults);
  const certificate = options.tls === true ? createPrivateCertificate() : undefined;
  const shared = { clock, faults, host, certificate, latencyMilliseconds: options.latencyMilliseconds ?? 0 };

  const cin7Late = createLateCommits(clock);
  const { port: cin7Port = 0, ...cin7Options } = options.cin7 ?? {};
  const cin7 = createCin7Practice({
    clock: cin7Late.clock,
    ids: seededIds(seed + 1),
    brand,
    awkward: options.awkward ?? false,
    ...cin7Options,
  });
  const joorLate = createLateCommits(clock);
  const { port: joorPort = 0, awkward = false, switches, ...credentials } = options.joor ?? {};
  const joor = createJoorPractice({
    clock: joorLate.clock,
    ids: seededIds(seed + 2),
    brand,
    awkward,
    switches,
    credentials,
  });

  const servers = await startBoth(
    {
      ...shared,
      api: 'cin7',
      app: cin7.app,
      late: cin7Late,
      port: cin7Port,
      desk: { summary: () => cin7Summary(cin7), apply: (edit) => cin7.edits.apply(withEditName(edit)) },
    },
    {
      ...shared,
      api: 'joor',
      app: joor.app,
      late: joorLate,
      port: joorPort,
      spent: joor.spent,
      desk: { summary: joor.summary, apply: joor.edits.apply },
    },
  );
  return {
    cin7: {
      baseUrl: `${servers.cin7.origin}/ExternalApi/v2`,
      accountId: cin7.accountId,
      applicationKey: cin7.applicationKeys[0] ?? '',
      applicationKeys: cin7.applicationKeys,
      switches: cin7.switches,
      log: servers.cin7.log,
      faults: faults.of('cin7'),
      get state() {
        return settled(cin7Late, cin7.state);
      },
      get edits() {
        return settled(cin7Late, cin7.edits);
      },
    },
    joor: {
      apiUrl: servers.joor.origin,
      authUrl: `${servers.joor.origin}/auth/`,
      ...joor.credentials,
      switches: joor.switches,
      log: servers.joor.log,
      faults: faults.of('joor'),
      get state() {
        return settled(joorLate, joor.state);
      },
      get edits() {
        return settled(joorLate, joor.edits);
      },
    },
    brand,
    faults,
    rootCertificate: certificate?.root ?? null,
    async settle() {
      await servers.cin7.settle();
      await servers.joor.settle();
    },
    async stop() {
      await Promise.all([servers.cin7.stop(), servers.joor.stop()]);
    },
  };
}

async function startBoth(cin7: ServeOptions, joor: ServeOptions): Promise<{ cin7: ServedApi; joor: ServedApi }> {
  const first = await serveApi(cin7);
  try {
    return { cin7: first, joor: await serveApi(joor) };
  } catch (error) {
    await first.stop();
    throw error;
  }
}

/** An account's handlers can't run inside a plain read, so a look at what is overdue is refused instead of being wrong. */
function settled<Part>(late: LateCommits, part: Part): Part {
  if (late.isDue()) throw new Error('Late commits are due: `await practice.settle()` first.');
  return part;
}

/** At the desk both accounts take their edits under `kind`; inside, the Cin7 account calls it `edit`. */
function withEditName(edit: unknown): unknown {
  if (edit === null || typeof edit !== 'object' || !('kind' in edit) || 'edit' in edit) return edit;
  const { kind, ...fields } = edit;
  return { ...fields, edit: kind };
}

function cin7Summary({ accountId, state }: Cin7Practice): Record<string, unknown> {
  const sales: Record<string, number> = {};
  for (const { header } of state.sales.values()) {
    const id = header.ExternalID === null || header.ExternalID === '' ? 'withoutExternalId' : 'withExternalId';
    sales[id] = (sales[id] ?? 0) + 1;
  }
  return {
    accountId,
    families: [...state.catalogue.families()].length,
    products: [...state.catalogue.products()].length,
    customers: state.customers.size,
    locations: state.locations.map(({ Name }) => Name),
    sales,
  };
}
