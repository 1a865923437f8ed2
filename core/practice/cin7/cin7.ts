// The practice Cin7 Core account as one thing: its server, its memory, and what a person would do in Cin7's own screens.
import type { Hono } from 'hono';
import type { Clock, Ids } from '../../base/ports.ts';
import type { Brand } from '../brand/types.ts';
import type { Cin7Context } from './context.ts';
import { type Cin7Edits, createEdits } from './edits/edits.ts';
import { accountEndpoints } from './endpoints/account.ts';
import { attachmentEndpoints } from './endpoints/attachments.ts';
import { stockEndpoints } from './endpoints/availability.ts';
import { customerEndpoints } from './endpoints/customers.ts';
import { fulfilmentEndpoints } from './endpoints/fulfilments.ts';
import { invoiceEndpoints } from './endpoints/invoices.ts';
import { productEndpoints } from './endpoints/products.ts';
import { referenceEndpoints } from './endpoints/reference-books.ts';
import { stageEndpoints } from './endpoints/sale-stages.ts';
import { saleEndpoints } from './endpoints/sales.ts';
import { downloadAnswer } from './http/images.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { createServer } from './http/server.ts';
import { seedAwkward } from './seed/awkward.ts';
import { seedPastSales } from './seed/past-sales.ts';
import { seedState } from './seed/seed.ts';
import type { Cin7State } from './state/state.ts';
import { type Cin7PracticeSwitches, defaultSwitches } from './switches.ts';

export interface Cin7Practice {
  readonly app: Hono;
  readonly state: Cin7State;
  readonly edits: Cin7Edits;
  /** In force at once when changed. */
  readonly switches: Cin7PracticeSwitches;
  readonly accountId: string;
  /** The first is the default one; may be changed, as keys are made and deleted in the account. */
  readonly applicationKeys: string[];
}

export interface Cin7PracticeOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly brand: Brand;
  /** Adds the awkward cases of the reference's section 14.4 to the brand. */
  readonly awkward?: boolean;
  /** Adds sales for the orders that the brand's JOOR account has as exported, and for one that was typed in by hand. */
  readonly pastSales?: boolean;
  readonly switches?: Partial<Cin7PracticeSwitches>;
  readonly accountId?: string;
  readonly applicationKey?: string;
}

/** A practice account that holds the brand. */
export function createCin7Practice(options: Cin7PracticeOptions): Cin7Practice {
  const { clock, ids, brand } = options;
  const switches: Cin7PracticeSwitches = { ...defaultSwitches, ...options.switches };
  const state = seedState(brand, ids, clock.now());
  const context: Cin7Context = { state, switches, clock, ids };
  if (options.awkward === true) seedAwkward(context);
  if (options.pastSales === true) seedPastSales(brand, context);
  const accountId = options.accountId ?? ids.uuid();
  const applicationKeys = [options.applicationKey ?? ids.uuid()];
  const app = createServer({
    context,
    endpoints: [
      ...accountEndpoints,
      ...productEndpoints,
      ...attachmentEndpoints,
      ...stockEndpoints,
      ...referenceEndpoints,
      ...customerEndpoints,
      ...saleEndpoints,
      ...stageEndpoints,
      ...fulfilmentEndpoints,
      ...invoiceEndpoints,
    ],
    limit: createRateLimit(clock, switches),
    accountId,
    applicationKeys,
    download: (url) => downloadAnswer(state, url),
  });
  return { app, state, edits: createEdits(context), switches, accountId, applicationKeys };
}
