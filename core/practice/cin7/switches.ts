// Every point on which the reference has no certain answer, as a switch with the cautious default. Section numbers are
// those of the Cin7 Core reference that the simulator follows. Switches may be changed while the account is in use.

export interface Cin7PracticeSwitches {
  // Transport (14.1)
  /** Body of a 403: plain text `Incorrect credentials!` or the error array (1.1). */
  authBody: 'text' | 'json';
  /** What a path answers that doesn't exist: 200 with an HTML page, 404, or a redirect to another such page (1.1). */
  unknownRoute: 'html' | '404' | 'redirect';
  /** Status of a verb that the path doesn't have (1.1). */
  wrongVerb: 405 | 403;
  /** Validation problems come with status 200 instead of 400 (1.2). */
  errorInside200: boolean;
  /** ErrorCode of "not found" problems; the status is 400 either way (1.2). */
  notFoundErrorCode: 400 | 404;
  /** Calls per window and application key (1.3). */
  limit: number;
  /** Length of the sliding window in seconds (1.3). */
  window: number;
  /** Whether refused calls fill the window too (1.3, question 6). */
  countRejected: boolean;
  overLimitStatus: 429 | 503 | 400;
  overLimitBody: 'text' | 'array';
  /** Unknown query parameters and body members are refused instead of ignored, for the tests of a client (14.1). */
  strict: boolean;

  // Lists (14.2)
  productCap: number;
  /** With IncludeBOM (1.5). */
  productWithBomCap: number;
  productFamilyCap: number;
  productAvailabilityCap: number;
  customerCap: number;
  /** 1000 by one source, 100 by another (1.5). */
  saleListCap: number;
  /** 500 is the most that was seen (1.5). */
  locationCap: number;
  otherCap: number;
  /** A Limit above the cap is cut silently, as it was seen, or refused with 400 (1.5). */
  limitAboveCap: 'cut' | 'refused';
  /** Page without Limit is honoured, or gives the first rows again (1.5, gotcha 7). */
  pageWithoutLimit: 'honoured' | 'first-rows';
  /** Whether ModifiedSince and its kin include the moment itself (question 9). */
  modifiedSince: 'inclusive' | 'exclusive';
  /** Moments in queries with a zone and without one are taken, or only one of the two (12). */
  momentZone: 'either' | 'never' | 'always';
  /** Name and Sku of products and families (3.1). */
  productTextFilter: 'contains' | 'starts-with';
  /** Sku of productavailability (6.1, question 10). */
  availabilitySkuFilter: 'equals' | 'contains';
  /** ExternalID of saleList (question 16). */
  externalIdFilter: 'exact' | 'prefix';
  /** Seconds after its creation in which saleList doesn't show a sale yet; GET /sale does at once (question 15). */
  lateListSeconds: number;
  /** Rows without stock: bins leave them out, nothing does, or everything does (6.1). */
  zeroStockRows: 'left-out-in-bins' | 'shown' | 'left-out';
  /** Availability rows of deprecated products (6.1, question 10). */
  deprecatedInAvailability: 'shown' | 'left-out';
  /** PriceTiers of a product when two tiers have one name (3.2, question 12). */
  collidingPriceTiers: 'absent' | 'null' | 'empty';

  // What bumps a date (14.3, question 8)
  priceEditBumpsProduct: boolean;
  tagEditBumpsProduct: boolean;
  imageEditBumpsProduct: boolean;
  stockEditBumpsProduct: boolean;
  /** A sale that allocates or releases stock bumps the products on it. */
  saleBumpsProduct: boolean;
  /** A change of a product bumps the family that it belongs to. */
  productEditBumpsFamily: boolean;
  /** A change of a family bumps its member products. */
  familyEditBumpsProducts: boolean;

  // Sales (9, 10, 14.3)
  /** Whether POST /sale refuses a header without Location (9.4, question 3). */
  locationRequired: boolean;
  /** Whether POST /sale refuses a header without CurrencyRate when the customer's currency isn't the base (9.4). */
  currencyRateRequired: boolean;
  /** Sales for a deprecated customer. Nothing is documented. */
  deprecatedCustomerSales: 'refused' | 'accepted';
  /** Addresses want country names (gotcha 41); what happens to a code isn't documented. */
  countryCodes: 'refused' | 'accepted';
  /** Whether the lock date blocks orders dated on or before it (2.1, gotcha 49). */
  lockDateBlocks: boolean;
  /** When SaleOrderNumber is assigned (9.4). */
  orderNumberFrom: 'header' | 'order';
  /** QuoteStatus of a sale with SkipQuote (9.2). */
  skippedQuoteStatus: 'NOT AVAILABLE' | 'AUTHORISED';
  /** Line Total: Quantity x Price less Discount; the same plus Tax; either; or not looked at (9.6, question 1). */
  lineTotals: 'exclusive' | 'with-tax' | 'lenient' | 'unchecked';
  /** Quantity below 1: the minimum is 1 per the documents (9.6, question 14). */
  quantityBelowOne: 'refused' | 'accepted';
  /** Prices below zero on lines and charges (9.6, question 14). */
  negativePrices: 'refused' | 'accepted';
  /** Whether a backordered quantity counts as allocated, so that Available goes below zero (10.1, question 5). */
  backorderAllocation: 'available-only' | 'whole-quantity';
  /** Undo of a sale that is picked or invoiced (9.8, question 18). */
  undoAfterPick: 'refused' | 'undoes-all';
  /** Percent that the account itself takes off every line on authorising; /me then says AutomaticallyApplyDiscounts (2.1). */
  automaticDiscountPercent: number;
}

export const defaultSwitches: Readonly<Cin7PracticeSwitches> = {
  authBody: 'text',
  unknownRoute: 'html',
  wrongVerb: 405,
  errorInside200: false,
  notFoundErrorCode: 404,
  limit: 60,
  window: 60,
  countRejected: false,
  overLimitStatus: 429,
  overLimitBody: 'text',
  strict: false,
  productCap: 1000,
  productWithBomCap: 500,
  productFamilyCap: 1000,
  productAvailabilityCap: 1000,
  customerCap: 100,
  saleListCap: 1000,
  locationCap: 1000,
  otherCap: 1000,
  limitAboveCap: 'cut',
  pageWithoutLimit: 'honoured',
  modifiedSince: 'inclusive',
  momentZone: 'either',
  productTextFilter: 'contains',
  availabilitySkuFilter: 'equals',
  externalIdFilter: 'exact',
  lateListSeconds: 0,
  zeroStockRows: 'left-out-in-bins',
  deprecatedInAvailability: 'shown',
  collidingPriceTiers: 'absent',
  priceEditBumpsProduct: true,
  tagEditBumpsProduct: true,
  imageEditBumpsProduct: false,
  stockEditBumpsProduct: false,
  saleBumpsProduct: false,
  productEditBumpsFamily: false,
  familyEditBumpsProducts: false,
  locationRequired: false,
  currencyRateRequired: true,
  deprecatedCustomerSales: 'refused',
  countryCodes: 'refused',
  lockDateBlocks: true,
  orderNumberFrom: 'header',
  skippedQuoteStatus: 'NOT AVAILABLE',
  lineTotals: 'exclusive',
  quantityBelowOne: 'refused',
  negativePrices: 'refused',
  backorderAllocation: 'available-only',
  undoAfterPick: 'refused',
  automaticDiscountPercent: 0,
};
