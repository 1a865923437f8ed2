// Every point on which the reference leaves JOOR's behaviour open, or on which JOOR's documents disagree, as a switch.
// The default position is the documented one; where nothing is documented it is the one a client should survive first.
// Switches may change while the account runs (edit `set-switches`).
import { z } from 'zod';

const joorSwitchesSchema = z.strictObject({
  // --- Credits (JOOR 4.2, 9 rule 10)
  /** The credit budget as a whole. Default on: sandbox accounts always have it. */
  credits: z.boolean().default(true),
  /** Credits per window. Default 300. */
  quota: z.int().positive().default(300),
  /** Length of the fixed window that the first request opens. Default 300 s. */
  windowSeconds: z.number().positive().default(300),
  /** `Retry-After` on a 429. Default off: not documented. */
  retryAfter: z.boolean().default(false),
  /** One budget for v2 and another for v4. Default off: one for both. */
  separateBudgets: z.boolean().default(false),
  /** A refused request costs as well. Default off. */
  refusedCosts: z.boolean().default(false),
  /** Token requests cost too. Default off: another host. */
  countAuth: z.boolean().default(false),
  /** Beginning of the invented usage headers, followed by Limit, Remaining and Reset. */
  usageHeaderPrefix: z.string().default('X-Throttling-Sim-'),

  // --- Authentication (JOOR 3)
  /** Life of an access token. Default 36,000 s. */
  tokenLifetimeSeconds: z.number().positive().default(36_000),
  /** v4 takes the token without the word Bearer (one client says so, JOOR 3.1). Default off. */
  bareToken: z.boolean().default(false),

  /** Which form of the sign-in is read: urlencoded, multipart, or either (JOOR 3.1). Default either. */
  signInForm: z.enum(['either', 'urlencoded', 'multipart']).default('either'),

  // --- Conventions (JOOR 4)
  /** v2 processes nothing without a JSON `Accept`, and no write without a JSON `Content-Type` (JOOR 3.2). Default on. */
  requireMimeTypes: z.boolean().default(true),
  /** Unknown members of a v4 item are refused (JOOR 4). Default on. */
  rejectUnknownFields: z.boolean().default(true),
  /** Most items in one bulk call; null for no bound (JOOR 13 question 5). Default none. */
  maxItemsPerCall: z.int().positive().nullable().default(null),
  /** The answer to more than that. Default 413. */
  tooManyItemsStatus: z.union([z.literal(413), z.literal(400)]).default(413),
  /** Each n-th item of v4 writes, counted over all calls, fails; 0 for none (JOOR 9 rule 9). Default none. */
  failEveryNthItem: z.int().nonnegative().default(0),
  /** Details of a v4 error name the item's own keys, or nothing. Default named; only two cases are documented (JOOR 8). */
  errorDetails: z.enum(['named', 'empty']).default('named'),
  /** Longer addresses get 414, as the gateway's servers usually do it. Default 8,192 characters. Invented. */
  maxUrlLength: z.int().positive().default(8_192),
  /** v4 lists of products, SKUs, prices and collections are cut at so many; null for unpaged (JOOR 4). Default unpaged. */
  listPageSize: z.int().positive().nullable().default(null),
  /** `count` in v2's answers: of all there are, or of this page (JOOR 4, paging). Default all. */
  countIs: z.enum(['all', 'page']).default('all'),
  /** New products, SKUs and collections are missing from lists for so long. Default 0. */
  listLagSeconds: z.number().nonnegative().default(0),
  /** v2's text limits hold on v4 too (JOOR 5.4: name 100, style number 45, identifier 100, description 500). Default on. */
  textLimits: z.boolean().default(true),

  // --- Products and SKUs (JOOR 5.4, 5.5)
  /** `products/bulk_update` without `id` finds the product by `product_identifier` (one client does so). Default off. */
  updateByIdentifier: z.boolean().default(false),
  /** All product traits keep their `external_id`, not just Division, Fabrication and Silhouette (JOOR 5.3). Default off. */
  keepAllTraitCodes: z.boolean().default(false),
  /** Each color × size pair must be sent. Off: JOOR makes the missing ones (the first edition). Default on. */
  fullMatrix: z.boolean().default(true),
  /** A color needs a code. Default on: the real account does (JOOR 5.5). */
  colorCodeRequired: z.boolean().default(true),
  /** UPCs are unique in the account (JOOR 5.5, "in practice"). Default on. */
  uniqueUpc: z.boolean().default(true),
  /** Prices may be JSON numbers (JOOR 4: money as strings). Default off. */
  numericMoney: z.boolean().default(false),

  // --- Linesheets (JOOR 5.8)
  /** Name of the query parameter with the item action. Not known; default `action`. Under another name REPLACE_ITEMS holds. */
  itemActionParameter: z.string().default('action'),
  /** Name of the flag that leaves the items out of the answer. Not known; default `return_items`. */
  returnItemsParameter: z.string().default('return_items'),
  /** What an update without `items` does under REPLACE_ITEMS: keep them, or empty the linesheet. Default keep. */
  replaceWithoutItems: z.enum(['keep', 'empty']).default('keep'),

  // --- Images (JOOR 5.11)
  /** JOOR really fetches the images. Default off: only the address is looked at. */
  fetchImages: z.boolean().default(false),
  /** Images on this computer are taken. Default on, since the practice Cin7 account is there; the real JOOR can't. */
  localImages: z.boolean().default(true),
  /** How long each download takes on the clock. Default 0. */
  imageDownloadSeconds: z.number().nonnegative().default(0),
  /** The paid video feature. Default off. */
  videos: z.boolean().default(false),

  // --- Orders (JOOR 5.9, 5.10, 6.1, 7)
  /** `orders/bulk_update` wants `status` each time (first edition). Default off. */
  statusRequired: z.boolean().default(false),
  /** Writing an export mark moves `date_modified`. Default off. */
  exportMarkBumpsModified: z.boolean().default(false),
  /** JOOR notices edits after export (state 4 of v2's filter). Default on. */
  flagEditsAfterExport: z.boolean().default(true),
  /** Totals include freight. Default on; not documented. */
  totalIncludesShipping: z.boolean().default(true),
  /** Most orders on a v4 page. Default 200. */
  maxPageSize: z.int().positive().default(200),
  /** Path of v2's order list: with the slash at the end, without it, or either (JOOR 6.1). Default either. */
  orderPath: z.enum(['either', 'order', 'order/']).default('either'),
  /** Root of v2's order list: with a response node, or the bare list (JOOR 6.1). Default with. */
  ordersRoot: z.enum(['response', 'list']).default('response'),
  /** v2 sends empty lists as `""` (JOOR 6.1). Default on. */
  emptyListsAsEmptyString: z.boolean().default(true),
  /** Fields of the account's order validation (JOOR 6.1), such as `customer_code`. Default none. */
  requiredOrderFields: z.array(z.string()).default([]),

  // --- Inventory (JOOR 6.2)
  /** A row for a warehouse that doesn't exist: fails, or passes and is lost. Default fails. */
  unknownWarehouse: z.enum(['fail', 'ignore']).default('fail'),
  /** Which spelling of `style_identifier` is read; one document misspells it. Default both. */
  identifierSpelling: z.enum(['both', 'style_identifier', 'style_identifer']).default('both'),

  /** Which body is read: a bare list, a list inside `inventory_item`, or either (JOOR 6.2). Default either. */
  stockRoot: z.enum(['either', 'list', 'nested']).default('either'),
  /** The word IMMEDIATE as `inventory_date`: one client sends it, no document names it (JOOR 6.2). Default taken. */
  immediateWord: z.enum(['taken', 'refused']).default('taken'),
  /** Name of the answer's root node (JOOR 6.2). Default `inventory`. */
  inventoryRoot: z.string().min(1).default('inventory'),

  // --- Customers (JOOR 6.3)
  /** Time from a bulk job's turn to its end; it waits a quarter of that in the queue. Default 20 s. */
  connectionJobSeconds: z.number().nonnegative().default(20),
  /** JOOR's people match new customers after so many hours; null for only by the edit `match-customer`. Default null. */
  matchAfterHours: z.number().nonnegative().nullable().default(null),
});

export type JoorSwitches = z.output<typeof joorSwitchesSchema>;
export type JoorSwitchesInput = z.input<typeof joorSwitchesSchema>;

const partialSchema = joorSwitchesSchema.partial();

/** All switches, the given ones as given and the rest in their default position. */
export function joorSwitches(given: JoorSwitchesInput = {}): JoorSwitches {
  return joorSwitchesSchema.parse(given);
}

/** Moves the given switches of a running account and leaves the rest. */
export function moveSwitches(switches: JoorSwitches, given: unknown): void {
  // Defaults fill what isn't given, so only members that were really named are taken over.
  const named = Object.keys(z.record(z.string(), z.unknown()).parse(given));
  const parsed: Record<string, unknown> = partialSchema.parse(given);
  Object.assign(switches, Object.fromEntries(named.map((name) => [name, parsed[name]])));
}
