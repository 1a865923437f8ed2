// Cin7 Core as Seamline uses it: one function per need, model in and model out. Reads are scans with evidence; writes
// that create something are marked so that the transport never repeats them blindly.
import type { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import type { Lane, Operation, QueryValue, RequestBody } from '../http/operation.ts';
import type { Answer, Transport } from '../http/transport.ts';
import type { Company, Location, PaymentTerm, PriceTier, TaxRule } from '../model/account.ts';
import type { Customer } from '../model/customer.ts';
import type { Family, Product } from '../model/product.ts';
import type { Sale, SaleDraft, SaleHead, SoldLine } from '../model/sale.ts';
import { readEnvelope, scanList, type ScanEvidence } from './paging.ts';
import { defaultCin7Switches, type Cin7Switches } from './switches.ts';
import { familySchema, productSchema } from './wire/catalogue.ts';
import { customerSchema } from './wire/customers.ts';
import {
  carrierSchema,
  companySchema,
  contactSchema,
  locationSchema,
  paymentTermSchema,
  priceTiersSchema,
  taxRuleSchema,
} from './wire/references.ts';
import {
  saleHeaderBody,
  saleHeadSchema,
  saleOrderBody,
  saleIdSchema,
  saleOrderSchema,
  saleSchema,
} from './wire/sales.ts';
import { availabilitySchema, type AvailabilityRow } from './wire/stock.ts';

export interface Cin7Options {
  readonly transport: Transport;
  /** `https://inventory.dearsystems.com/ExternalApi/v2`, without a slash at the end. */
  readonly baseUrl: string;
  readonly accountId: string;
  readonly applicationKey: string;
  readonly switches?: Partial<Cin7Switches>;
}

export interface Caller {
  readonly lane: Lane;
  readonly signal?: AbortSignal | undefined;
}

/** Gets the new rows of a page, how many came so far, and how many the list announces. */
export type Visit<Row> = (rows: readonly Row[], received: number, total: number) => void | Promise<void>;

/** Rows changed since an instant, or all of them for null. */
export type Since = Instant | null;

/** What `/sale/order` answered; backorders are in the lines. */
export interface OrderedSale {
  readonly id: string;
  readonly number: string;
  readonly orderStatus: string;
  readonly lines: readonly SoldLine[];
}

export interface Cin7Client {
  company(caller: Caller): Promise<Answer<Company>>;
  priceTiers(caller: Caller): Promise<PriceTier[]>;
  locations(caller: Caller): Promise<Location[]>;
  taxRules(caller: Caller): Promise<TaxRule[]>;
  paymentTerms(caller: Caller): Promise<PaymentTerm[]>;
  carriers(caller: Caller): Promise<{ id: string; name: string }[]>;
  contacts(caller: Caller): Promise<{ id: string; name: string; type: string }[]>;
  products(since: Since, caller: Caller, visit: Visit<Product>): Promise<ScanEvidence>;
  /** One product as it is now; null when Cin7 Core has none with this id. */
  product(id: string, caller: Caller): Promise<Product | null>;
  families(since: Since, caller: Caller, visit: Visit<Family>): Promise<ScanEvidence>;
  customers(since: Since, caller: Caller, visit: Visit<Customer>): Promise<ScanEvidence>;
  availability(location: string | null, caller: Caller, visit: Visit<AvailabilityRow>): Promise<ScanEvidence>;
  sales(updatedSince: Instant, caller: Caller, visit: Visit<SaleHead>): Promise<ScanEvidence>;
  /** The sales that carry exactly this ExternalID, voided ones among them (Cin7 9.7; compared on our side). */
  salesWithExternalId(externalId: string, caller: Caller): Promise<SaleHead[]>;
  /** Creates the header of a sale and gives its id. */
  createSale(draft: SaleDraft, caller: Caller): Promise<string>;
  /** Writes all lines and charges of a sale, as a draft or authorised. */
  writeSaleOrder(
    saleId: string,
    draft: SaleDraft,
    status: 'DRAFT' | 'AUTHORISED',
    caller: Caller,
  ): Promise<OrderedSale>;
  sale(saleId: string, caller: Caller): Promise<Sale>;
}

const pageLimit = 1_000;
/** Cin7 Core gives at most 100 customers a page, whatever is asked (Cin7 1.5). */
const customerPageLimit = 100;

/** A client for one Cin7 Core company. */
export function createCin7Client(options: Cin7Options): Cin7Client {
  const { transport, baseUrl } = options;
  const switches = { ...defaultCin7Switches, ...options.switches };
  const headers = {
    Accept: 'application/json',
    'api-auth-accountid': options.accountId,
    'api-auth-applicationkey': options.applicationKey,
  };

  const operation = (
    name: string,
    method: Operation['method'],
    path: string,
    parts: { query?: Record<string, QueryValue>; body?: unknown; effect: Operation['effect'] },
  ): Operation => ({
    api: 'cin7',
    name,
    method,
    url: `${baseUrl}/${path}`,
    query: parts.query ?? {},
    headers,
    body: parts.body === undefined ? null : ({ kind: 'json', value: parts.body } satisfies RequestBody),
    effect: parts.effect,
    cost: 1,
  });

  const get = <Content>(
    name: string,
    path: string,
    query: Record<string, QueryValue>,
    caller: Caller,
    schema: z.ZodType<Content>,
  ) =>
    transport.send(operation(name, 'GET', path, { query, effect: 'read' }), caller, ({ json }) => schema.parse(json));

  const scan = <Row>(
    list: {
      name: string;
      path: string;
      key: string;
      row: z.ZodType<Row>;
      limit: number;
      query?: Record<string, QueryValue>;
    },
    caller: Caller,
    identify: (row: Row) => string,
    visit: Visit<Row>,
  ) =>
    scanList<Row>(
      async (page) => {
        const query = { ...list.query, Page: page, Limit: list.limit };
        const read = operation(list.name, 'GET', list.path, { query, effect: 'read' });
        const { content, serverTime } = await transport.send(read, caller, ({ json }) =>
          readEnvelope(list.key, list.row, json),
        );
        return { ...content, serverTime };
      },
      identify,
      visit,
    );

  const book = async <Row>(
    list: { name: string; path: string; key: string; row: z.ZodType<Row>; query?: Record<string, QueryValue> },
    caller: Caller,
    identify: (row: Row) => string,
  ) => {
    const rows: Row[] = [];
    await scan({ ...list, limit: pageLimit }, caller, identify, (page) => void rows.push(...page));
    return rows;
  };

  return {
    company: (caller) => get('me', 'me', {}, caller, companySchema),
    priceTiers: async (caller) => (await get('price tiers', 'ref/priceTier', {}, caller, priceTiersSchema)).content,
    async locations(caller) {
      const list = { name: 'locations', path: 'ref/location', key: 'LocationList', row: locationSchema };
      let bins = 0;
      const rows = await book(list, caller, (row) => row?.id ?? `bin ${(bins += 1)}`);
      return rows.filter((row) => row !== null);
    },
    taxRules: (caller) =>
      book({ name: 'tax rules', path: 'ref/tax', key: 'TaxRuleList', row: taxRuleSchema }, caller, ({ id }) => id),
    paymentTerms: (caller) =>
      book(
        { name: 'payment terms', path: 'ref/paymentterm', key: 'PaymentTermList', row: paymentTermSchema },
        caller,
        ({ id }) => id,
      ),
    carriers: (caller) =>
      book({ name: 'carriers', path: 'ref/carrier', key: 'CarrierList', row: carrierSchema }, caller, ({ id }) => id),
    contacts: (caller) =>
      book(
        { name: 'contacts', path: 'me/contacts', key: 'MeContactsList', row: contactSchema },
        caller,
        ({ id }) => id,
      ),

    products: (since, caller, visit) =>
      scan(
        {
          name: 'products',
          path: 'product',
          key: 'Products',
          row: productSchema,
          limit: pageLimit,
          // Without deprecated ones a product that was just deprecated would simply vanish (Cin7 12).
          query: { IncludeDeprecated: true, ...sinceQuery('ModifiedSince', since) },
        },
        caller,
        ({ id }) => id,
        visit,
      ),
    async product(id, caller) {
      let found: Product | null = null;
      await scan(
        {
          name: 'one product',
          path: 'product',
          key: 'Products',
          row: productSchema,
          limit: 1,
          query: { ID: id, IncludeDeprecated: true },
        },
        caller,
        (row) => row.id,
        (rows) => {
          found = rows.find((row) => row.id === id) ?? found;
        },
      );
      return found;
    },
    families: (since, caller, visit) =>
      scan(
        {
          name: 'families',
          path: 'productFamily',
          key: 'ProductFamilies',
          row: familySchema,
          limit: pageLimit,
          query: sinceQuery('ModifiedSince', since),
        },
        caller,
        ({ id }) => id,
        visit,
      ),
    customers: (since, caller, visit) =>
      scan(
        {
          name: 'customers',
          path: 'customer',
          key: 'CustomerList',
          row: customerSchema,
          limit: customerPageLimit,
          query: { IncludeDeprecated: true, ...sinceQuery('ModifiedSince', since) },
        },
        caller,
        ({ id }) => id,
        visit,
      ),
    availability: (location, caller, visit) =>
      scan(
        {
          name: 'availability',
          path: 'ref/productavailability',
          key: 'ProductAvailabilityList',
          row: availabilitySchema,
          limit: pageLimit,
          query: location === null ? {} : { Location: location },
        },
        caller,
        (row) => [row.productId, row.location, row.bin, row.batch].join('\u0000'),
        visit,
      ),
    sales: (updatedSince, caller, visit) =>
      scan(
        {
          name: 'sale list',
          path: 'saleList',
          key: 'SaleList',
          row: saleHeadSchema,
          limit: switches.saleListPage,
          query: sinceQuery('UpdatedSince', updatedSince),
        },
        caller,
        ({ id }) => id,
        visit,
      ),
    async salesWithExternalId(externalId, caller) {
      const found: SaleHead[] = [];
      await scan(
        {
          name: 'sale look-up',
          path: 'saleList',
          key: 'SaleList',
          row: saleHeadSchema,
          limit: 100,
          query: { ExternalID: externalId },
        },
        caller,
        ({ id }) => id,
        (rows) => void found.push(...rows.filter((row) => row.externalId === externalId)),
      );
      return found;
    },
    async createSale(draft, caller) {
      const create = operation('sale header', 'POST', 'sale', { body: saleHeaderBody(draft), effect: 'create' });
      const { content } = await transport.send(create, caller, ({ json }) => saleIdSchema.parse(json));
      return content;
    },
    async writeSaleOrder(saleId, draft, status, caller) {
      // It overwrites all lines, yet is refused once authorised: an unclear answer is read back, never just repeated.
      const write = operation('sale lines', 'POST', 'sale/order', {
        body: saleOrderBody(saleId, draft, status, switches),
        effect: 'create',
      });
      return (await transport.send(write, caller, ({ json }) => saleOrderSchema.parse(json))).content;
    },
    sale: async (saleId, caller) => (await get('sale', 'sale', { ID: saleId }, caller, saleSchema)).content,
  };
}

function sinceQuery(name: string, since: Since): Record<string, string> {
  // Documented without the Z; a text without a zone is UTC (Cin7 1.4).
  return since === null ? {} : { [name]: since.replace(/Z$/, '') };
}
