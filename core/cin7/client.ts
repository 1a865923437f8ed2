// Cin7 Core as Seamline uses it: one function per need, model in and model out.
import type { Instant } from '../base/dates.ts';
import type { Answer } from '../http/transport.ts';
import type { Company, LedgerAccount, Location, PaymentTerm, PriceTier, TaxRule } from '../model/account.ts';
import type { Customer, NewCustomer } from '../model/customer.ts';
import type { Family, Product } from '../model/product.ts';
import type { Sale, SaleDraft, SaleHead } from '../model/sale.ts';
import {
  listAccounts,
  listAttributeSets,
  listCarriers,
  listContacts,
  listLocations,
  listNames,
  listPaymentTerms,
  listPriceTiers,
  listTaxRules,
  readCompany,
  type Named,
} from './books.ts';
import {
  findProducts,
  readAttachments,
  readProduct,
  scanAttachments,
  scanAvailability,
  scanFamilies,
  scanProducts,
  type Attachments,
} from './catalogue.ts';
import { connectCin7, type Caller, type Cin7Options, type Since, type Visit } from './connection.ts';
import { createCustomer, findCustomers, scanCustomers } from './customers.ts';
import type { ScanEvidence } from './paging.ts';
import {
  createInvoice,
  createSale,
  listInvoices,
  readSale,
  salesWithExternalId,
  scanSales,
  searchSales,
  undoSale,
  voidSale,
  writeSaleOrder,
  type OrderedSale,
} from './sales.ts';
import type { Invoice } from './wire/invoices.ts';
import type { Attachment } from './wire/attachments.ts';
import type { AttributeSet } from './wire/references.ts';
import type { AvailabilityRow } from './wire/stock.ts';

export type { Caller, Cin7Options, Visit } from './connection.ts';

export interface Cin7Client {
  company(caller: Caller): Promise<Answer<Company>>;
  priceTiers(caller: Caller): Promise<PriceTier[]>;
  locations(caller: Caller): Promise<Location[]>;
  taxRules(caller: Caller): Promise<TaxRule[]>;
  paymentTerms(caller: Caller): Promise<PaymentTerm[]>;
  accounts(caller: Caller): Promise<LedgerAccount[]>;
  carriers(caller: Caller): Promise<Named[]>;
  contacts(caller: Caller): Promise<(Named & { type: string })[]>;
  categories(caller: Caller): Promise<Named[]>;
  brands(caller: Caller): Promise<Named[]>;
  attributeSets(caller: Caller): Promise<AttributeSet[]>;
  products(since: Since, caller: Caller, visit: Visit<Product>): Promise<ScanEvidence>;
  product(id: string, caller: Caller): Promise<Product | null>;
  productsBySku(sku: string, caller: Caller): Promise<Product[]>;
  families(since: Since, caller: Caller, visit: Visit<Family>): Promise<ScanEvidence>;
  attachments(
    of: 'products' | 'families',
    since: Since,
    caller: Caller,
    visit: Visit<Attachments>,
  ): Promise<ScanEvidence>;
  attachmentsOf(of: 'product' | 'family', id: string, caller: Caller): Promise<readonly Attachment[]>;
  availability(location: string | null, caller: Caller, visit: Visit<AvailabilityRow>): Promise<ScanEvidence>;
  customers(since: Since, caller: Caller, visit: Visit<Customer>): Promise<ScanEvidence>;
  customersByName(name: string, caller: Caller): Promise<Customer[]>;
  createCustomer(customer: NewCustomer, caller: Caller): Promise<Customer>;
  sales(updatedSince: Instant, caller: Caller, visit: Visit<SaleHead>): Promise<ScanEvidence>;
  salesWithExternalId(externalId: string, caller: Caller): Promise<SaleHead[]>;
  searchSales(words: string, caller: Caller): Promise<SaleHead[]>;
  createSale(draft: SaleDraft, caller: Caller): Promise<string>;
  writeSaleOrder(
    saleId: string,
    draft: SaleDraft,
    status: 'DRAFT' | 'AUTHORISED',
    caller: Caller,
  ): Promise<OrderedSale>;
  sale(saleId: string, caller: Caller): Promise<Sale>;
  undoSale(saleId: string, caller: Caller): Promise<Sale>;
  voidSale(saleId: string, caller: Caller): Promise<Sale>;
  invoices(saleId: string, caller: Caller): Promise<Invoice[]>;
  createInvoice(
    saleId: string,
    draft: SaleDraft,
    status: 'DRAFT' | 'AUTHORISED',
    date: string,
    caller: Caller,
  ): Promise<void>;
}

/** A client for one Cin7 Core company. */
export function createCin7Client(options: Cin7Options): Cin7Client {
  const cin7 = connectCin7(options);
  return {
    company: (caller) => readCompany(cin7, caller),
    priceTiers: (caller) => listPriceTiers(cin7, caller),
    locations: (caller) => listLocations(cin7, caller),
    taxRules: (caller) => listTaxRules(cin7, caller),
    paymentTerms: (caller) => listPaymentTerms(cin7, caller),
    accounts: (caller) => listAccounts(cin7, caller),
    carriers: (caller) => listCarriers(cin7, caller),
    contacts: (caller) => listContacts(cin7, caller),
    categories: (caller) => listNames(cin7, 'category', caller),
    brands: (caller) => listNames(cin7, 'brand', caller),
    attributeSets: (caller) => listAttributeSets(cin7, caller),
    products: (since, caller, visit) => scanProducts(cin7, since, caller, visit),
    product: (id, caller) => readProduct(cin7, id, caller),
    productsBySku: (sku, caller) => findProducts(cin7, sku, caller),
    families: (since, caller, visit) => scanFamilies(cin7, since, caller, visit),
    attachments: (of, since, caller, visit) => scanAttachments(cin7, of, since, caller, visit),
    attachmentsOf: (of, id, caller) => readAttachments(cin7, of, id, caller),
    availability: (location, caller, visit) => scanAvailability(cin7, location, caller, visit),
    customers: (since, caller, visit) => scanCustomers(cin7, since, caller, visit),
    customersByName: (name, caller) => findCustomers(cin7, name, caller),
    createCustomer: (customer, caller) => createCustomer(cin7, customer, caller),
    sales: (since, caller, visit) => scanSales(cin7, since, caller, visit),
    salesWithExternalId: (externalId, caller) => salesWithExternalId(cin7, externalId, caller),
    searchSales: (words, caller) => searchSales(cin7, words, caller),
    createSale: (draft, caller) => createSale(cin7, draft, caller),
    writeSaleOrder: (saleId, draft, status, caller) => writeSaleOrder(cin7, saleId, draft, status, caller),
    sale: (saleId, caller) => readSale(cin7, saleId, caller),
    undoSale: (saleId, caller) => undoSale(cin7, saleId, caller),
    voidSale: (saleId, caller) => voidSale(cin7, saleId, caller),
    invoices: (saleId, caller) => listInvoices(cin7, saleId, caller),
    createInvoice: (saleId, draft, status, date, caller) => createInvoice(cin7, saleId, draft, status, date, caller),
  };
}
