// Both clients over real HTTP against the practice accounts, for tests of what the clients themselves do. Budgets are
// wide, because the practice accounts keep the limits.
import { onTestFinished } from 'vitest';
import { manualClock, type ManualClock } from '../../core/base/node/clock.ts';
import { seededIds } from '../../core/base/node/ids.ts';
import { cin7Outcomes, wordsOfCin7 } from '../../core/cin7/answers.ts';
import { createCin7Client, type Cin7Client } from '../../core/cin7/client.ts';
import type { Cin7Switches } from '../../core/cin7/switches.ts';
import { memoryBudgetStore } from '../../core/http/budget.ts';
import { rollingBudget } from '../../core/http/rolling-budget.ts';
import { createTransport } from '../../core/http/transport.ts';
import { windowBudget } from '../../core/http/window-budget.ts';
import { createWire, type Wire } from '../../core/http/wire.ts';
import { joorOutcomes, wordsOfJoor } from '../../core/joor/answers.ts';
import { createJoorClient, type JoorClient } from '../../core/joor/client.ts';
import { connectJoor } from '../../core/joor/connection.ts';
import type { JoorSwitches } from '../../core/joor/switches.ts';
import { startPractice, type Practice, type PracticeOptions } from '../../core/practice/practice.ts';

export interface Clients {
  readonly practice: Practice;
  readonly clock: ManualClock;
  readonly cin7: Cin7Client;
  readonly joor: JoorClient;
  /** Credits that the JOOR client has counted. */
  creditsCounted(): number;
}

export interface ClientOptions extends Omit<PracticeOptions, 'clock' | 'cin7' | 'joor'> {
  /** Switches of the clients. */
  readonly ours?: { readonly cin7?: Partial<Cin7Switches>; readonly joor?: Partial<JoorSwitches> };
  /** Positions of the practice accounts. */
  readonly theirs?: {
    readonly cin7?: NonNullable<PracticeOptions['cin7']>['switches'];
    readonly joor?: NonNullable<PracticeOptions['joor']>['switches'];
  };
  /** Adds sales to the Cin7 account. */
  readonly cin7PastSales?: boolean;
  /** The path of Cin7's API, where it isn't the right one. */
  readonly path?: string;
  /** Stands between the clients and the network. */
  readonly through?: (wire: Wire) => Wire;
}

export const caller = { lane: 'background' } as const;

/** Starts both; they stop with the test. */
export async function startClients(given: ClientOptions = {}): Promise<Clients> {
  const { ours = {}, theirs = {}, cin7PastSales: pastSales = false, path, through, ...options } = given;
  const clock = manualClock(Date.parse('2026-11-23T02:00:00Z'));
  const practice = await startPractice({
    size: 'small',
    ...options,
    clock,
    cin7: { pastSales, switches: { limit: 10_000, ...theirs.cin7 } },
    joor: { switches: { quota: 100_000, ...theirs.joor } },
  });
  const wire = createWire({ timeout: 5_000 });
  onTestFinished(async () => {
    wire.close();
    await practice.stop();
  });
  const used = through === undefined ? wire : through(wire);
  const shared = { clock, ids: seededIds(3), wire: used, history: () => undefined, redact: (text: string) => text };
  const cin7Transport = createTransport({
    ...shared,
    api: 'cin7',
    budget: rollingBudget({ calls: 10_000, seconds: 60, reserve: 5, store: memoryBudgetStore() }),
    outcomes: cin7Outcomes,
    wordsOf: wordsOfCin7,
  });
  const joorTransport = createTransport({
    ...shared,
    api: 'joor',
    budget: windowBudget({ credits: 100_000, seconds: 300, reserve: 30, store: memoryBudgetStore() }),
    outcomes: joorOutcomes,
    wordsOf: wordsOfJoor,
  });
  const { baseUrl, accountId, applicationKey } = practice.cin7;
  const { apiUrl, authUrl, accountId: account, token, clientId, clientSecret, username, password } = practice.joor;
  const connection = connectJoor({
    transport: joorTransport,
    clock,
    apiUrl,
    accountId: account,
    token,
    signIn: { authUrl, clientId, clientSecret, username, password },
    switches: ours.joor ?? {},
  });
  return {
    practice,
    clock,
    cin7: createCin7Client({
      transport: cin7Transport,
      baseUrl: path === undefined ? baseUrl : `${new URL(baseUrl).origin}/${path}`,
      accountId,
      applicationKey,
      switches: ours.cin7 ?? {},
    }),
    joor: createJoorClient(connection, clock),
    creditsCounted: () => joorTransport.budget().used,
  };
}
