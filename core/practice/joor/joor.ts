// The practice JOOR account: both generations of the API and the token endpoint over one state (JOOR 1, 9). True to the
// letter of the reference; what the reference leaves open is a switch, what it doesn't say is marked as invented.
import { Hono } from 'hono';
import type { Clock, Ids } from '../../base/ports.ts';
import type { Brand } from '../brand/types.ts';
import { mountAssets } from './assets.ts';
import { mountAuth, requireBearer, requireToken } from './auth.ts';
import type { JoorCredentials } from './auth.ts';
import { mountCollections } from './collections.ts';
import { mountConnections, settleConnections } from './connections.ts';
import { spendCredits } from './credits.ts';
import { createEdits } from './edits.ts';
import type { JoorEdits } from './edits.ts';
import { mountInventory } from './inventory.ts';
import { mountLegacyStyles } from './legacy-styles.ts';
import { mountLines } from './lines.ts';
import { mountOrdersV2 } from './orders-v2.ts';
import { mountOrders } from './orders-v4.ts';
import { mountPrices } from './prices.ts';
import { mountProducts } from './products.ts';
import { mountReferences } from './references.ts';
import { mountSeasons } from './seasons.ts';
import { seedAwkward } from './seed-awkward.ts';
import { seedState } from './seed.ts';
import { mountSkus } from './skus.ts';
import { summaryOf } from './state.ts';
import type { Account, JoorState } from './state.ts';
import { joorSwitches } from './switches.ts';
import type { JoorSwitches, JoorSwitchesInput } from './switches.ts';

export interface JoorPracticeOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly brand: Brand;
  /** Adds the awkward cases to the brand. */
  readonly awkward?: boolean;
  readonly switches?: JoorSwitchesInput | undefined;
  readonly credentials?: Partial<JoorCredentials> | undefined;
}

export interface JoorPractice {
  readonly app: Hono;
  readonly credentials: JoorCredentials;
  /** Live: what is moved here holds from the next request on. */
  readonly switches: JoorSwitches;
  readonly edits: JoorEdits;
  /** The records, after everything that the clock has finished by now. */
  readonly state: JoorState;
  readonly summary: () => Record<string, unknown>;
  /** All credits spent since the start. */
  readonly spent: () => number;
}

/** What a practice account answers to unless told otherwise. */
const practiceCredentials: JoorCredentials = {
  accountId: '483146',
  token: 'practice-joor-token',
  clientId: 'practice-client',
  clientSecret: 'practice-client-secret',
  username: 'practice@aurora.example',
  password: 'practice-password',
};

/** A practice JOOR account for a brand. */
export function createJoorPractice(options: JoorPracticeOptions): JoorPractice {
  const { clock, ids, brand } = options;
  const credentials: JoorCredentials = { ...practiceCredentials, ...options.credentials };
  const switches = joorSwitches(options.switches);
  const state = seedState({ clock, ids, switches }, credentials.accountId, brand);
  const account: Account = { clock, ids, switches, state };
  if (options.awkward === true) seedAwkward(account, brand);
  return {
    app: createApp(account, credentials),
    credentials,
    switches,
    edits: createEdits(account),
    get state() {
      settleConnections(account);
      return state;
    },
    summary() {
      settleConnections(account);
      return summaryOf(state);
    },
    spent: () => state.credits.total,
  };
}

function createApp(account: Account, credentials: JoorCredentials): Hono {
  const app = new Hono();
  app.onError((error, context) => context.text(`Practice failed: ${error.stack ?? error.message}`, 500));
  // The gateway's words for a path that nobody answers.
  app.notFound((context) => context.json({ message: 'no Route matched with those values' }, 404));
  app.use(async (context, next) => {
    const address = new URL(context.req.url);
    if (address.pathname.length + address.search.length > account.switches.maxUrlLength) {
      return context.text('Request-URI Too Large', 414); // invented
    }
    settleConnections(account);
    return next();
  });
  mountAuth(app, account, credentials);

  const v4 = new Hono();
  v4.use(requireBearer(account), spendCredits(account, 'v4'));
  mountReferences(v4, account);
  mountProducts(v4, account);
  mountSkus(v4, account);
  mountPrices(v4, account);
  mountSeasons(v4, account);
  mountCollections(v4, account);
  mountAssets(v4, account);
  mountLines(v4, account);
  mountOrders(v4, account);
  app.route('/v4', v4);

  const v2 = new Hono();
  v2.use(requireToken(account, credentials), spendCredits(account, 'v2'));
  mountOrdersV2(v2, account);
  mountInventory(v2, account);
  mountConnections(v2, account);
  mountLegacyStyles(v2, account);
  app.route('/v2', v2);
  return app;
}
