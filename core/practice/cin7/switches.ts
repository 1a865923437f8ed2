// Every point on which the reference has no certain answer, as a switch with the cautious default. Section numbers are
// those of the Cin7 Core reference that the simulator follows. Switches may be changed while the account is in use.
import { z } from 'zod';

const switchesSchema = z.strictObject({
  // Transport (14.1)
  /** Body of a 403: plain text `Incorrect credentials!` or the error array (1.1). */
  authBody: z.enum(['text', 'json']).default('text'),
  /** What a path answers that doesn't exist: 200 with an HTML page, 404, or a redirect to another such page (1.1). */
  unknownRoute: z.enum(['html', '404', 'redirect']).default('html'),
  /** Status of a verb that the path doesn't have (1.1). */
  wrongVerb: z.literal([405, 403]).default(405),
  /** Validation problems come with status 200 instead of 400 (1.2). */
  errorInside200: z.boolean().default(false),
  /** ErrorCode of "not found" problems; the status is 400 either way (1.2). */
  notFoundErrorCode: z.literal([400, 404]).default(404),
  /** Calls per window and application key (1.3). */
  limit: z.number().nonnegative().default(60),
  /** Length of the sliding window in seconds (1.3). */
  window: z.number().nonnegative().default(60),
  /** Whether refused calls fill the window too (1.3, question 6). */
  countRejected: z.boolean().default(false),
  /** Status of a refusal over the limit; 200 carries the text, or an error model that says 429 (1.2, 1.3). */
  overLimitStatus: z.literal([429, 503, 400, 200]).default(429),
  overLimitBody: z.enum(['text', 'array']).default('text'),
  /** Unknown query parameters and body members are refused instead of ignored, for the tests of a client (14.1). */
  strict: z.boolean().default(false),

  // Lists (14.2)
  productCap: z.number().nonnegative().default(1000),
  /** With IncludeBOM (1.5). */
  productWithBomCap: z.number().nonnegative().default(500),
  productFamilyCap: z.number().nonnegative().default(1000),
  productAvailabilityCap: z.number().nonnegative().default(1000),
  customerCap: z.number().nonnegative().default(100),
  /** 1000 by one source, 100 by another (1.5). */
  saleListCap: z.number().nonnegative().default(1000),
  /** 500 is the most that was seen (1.5). */
  locationCap: z.number().nonnegative().default(1000),
  otherCap: z.number().nonnegative().default(1000),
  /** A Limit above the cap is cut silently, as it was seen, or refused with 400 (1.5). */
  limitAboveCap: z.enum(['cut', 'refused']).default('cut'),
  /** Page without Limit is honoured, or gives the first rows again (1.5, gotcha 7). */
  pageWithoutLimit: z.enum(['honoured', 'first-rows']).default('honoured'),
  /** Whether ModifiedSince and its kin include the moment itself (question 9). */
  modifiedSince: z.enum(['inclusive', 'exclusive']).default('inclusive'),
  /** Moments in queries with a zone and without one are taken, or only one of the two (12). */
  momentZone: z.enum(['either', 'never', 'always']).default('either'),
  /** Name and Sku of products and families (3.1). */
  productTextFilter: z.enum(['contains', 'starts-with']).default('contains'),
  /** Sku of productavailability (6.1, question 10). */
  availabilitySkuFilter: z.enum(['equals', 'contains']).default('equals'),
  /** ExternalID of saleList (question 16). */
  externalIdFilter: z.enum(['exact', 'prefix']).default('exact'),
  /** Seconds after its creation in which saleList doesn't show a sale yet; GET /sale does at once (question 15). */
  lateListSeconds: z.number().nonnegative().default(0),
  /** Seconds after its creation in which lists don't show a customer yet; by its ID it is there at once. */
  lateCustomerListSeconds: z.number().nonnegative().default(0),
  /** Rows without stock: bins leave them out, nothing does, or everything does (6.1). */
  zeroStockRows: z.enum(['left-out-in-bins', 'shown', 'left-out']).default('left-out-in-bins'),
  /** Availability rows of deprecated products (6.1, question 10). */
  deprecatedInAvailability: z.enum(['shown', 'left-out']).default('shown'),
  /** PriceTiers of a product when two tiers have one name (3.2, question 12). */
  collidingPriceTiers: z.enum(['absent', 'null', 'empty']).default('absent'),

  // What bumps a date (14.3, question 8)
  priceEditBumpsProduct: z.boolean().default(true),
  tagEditBumpsProduct: z.boolean().default(true),
  imageEditBumpsProduct: z.boolean().default(false),
  stockEditBumpsProduct: z.boolean().default(false),
  /** A sale that allocates or releases stock bumps the products on it. */
  saleBumpsProduct: z.boolean().default(false),
  /** A change of a product bumps the family that it belongs to. */
  productEditBumpsFamily: z.boolean().default(false),
  /** A change of a family bumps its member products. */
  familyEditBumpsProducts: z.boolean().default(false),

  // Sales (9, 10, 14.3)
  /** Whether POST /sale refuses a header without Location (9.4, question 3). */
  locationRequired: z.boolean().default(false),
  /** Whether POST /sale refuses a header without CurrencyRate when the customer's currency isn't the base (9.4). */
  currencyRateRequired: z.boolean().default(true),
  /** Sales for a deprecated customer. Nothing is documented. */
  deprecatedCustomerSales: z.enum(['refused', 'accepted']).default('refused'),
  /** Addresses want country names (gotcha 41); what happens to a code isn't documented. */
  countryCodes: z.enum(['refused', 'accepted']).default('refused'),
  /** Whether the lock date blocks orders dated on or before it (2.1, gotcha 49). */
  lockDateBlocks: z.boolean().default(true),
  /** When SaleOrderNumber is assigned (9.4). */
  orderNumberFrom: z.enum(['header', 'order']).default('header'),
  /** QuoteStatus of a sale with SkipQuote (9.2). */
  skippedQuoteStatus: z.enum(['NOT AVAILABLE', 'AUTHORISED']).default('NOT AVAILABLE'),
  /** Line Total: Quantity x Price less Discount; the same plus Tax; either; or not looked at (9.6, question 1). */
  lineTotals: z.enum(['exclusive', 'with-tax', 'lenient', 'unchecked']).default('exclusive'),
  /** Quantity below 1: the minimum is 1 per the documents (9.6, question 14). */
  quantityBelowOne: z.enum(['refused', 'accepted']).default('refused'),
  /** Prices below zero on lines and charges (9.6, question 14). */
  negativePrices: z.enum(['refused', 'accepted']).default('refused'),
  /** Whether a backordered quantity counts as allocated, so that Available goes below zero (10.1, question 5). */
  backorderAllocation: z.enum(['available-only', 'whole-quantity']).default('available-only'),
  /** Undo of a sale that is picked or invoiced (9.8, question 18). */
  undoAfterPick: z.enum(['refused', 'undoes-all']).default('refused'),
  /** Percent that the account itself takes off every line on authorising; /me then says AutomaticallyApplyDiscounts (2.1). */
  automaticDiscountPercent: z.number().nonnegative().default(0),
});

/** All switches; they may be changed while the account is in use. */
export type Cin7PracticeSwitches = z.output<typeof switchesSchema>;

export const defaultSwitches: Readonly<Cin7PracticeSwitches> = switchesSchema.parse({});

const partialSchema = switchesSchema.partial();

/** Moves the given switches of a running account and leaves the rest. Throws on a name or a position that isn't there. */
export function moveSwitches(switches: Cin7PracticeSwitches, given: Readonly<Record<string, unknown>>): void {
  const parsed: Record<string, unknown> = partialSchema.parse(given);
  // Defaults fill what isn't given, so only members that were really named are taken over.
  Object.assign(switches, Object.fromEntries(Object.keys(given).map((name) => [name, parsed[name]])));
}
