// What pre-flight needs to know, answered from the ledger: products, customers, reference books.
import { fold } from '../../base/text.ts';
import type { ProductFinder } from '../../orders/lines.ts';
import type { PreflightFacts } from '../../orders/preflight.ts';
import type { FlowContext } from '../context.ts';

/** Reads the reference books that orders are checked against; only those that the settings need. */
export async function refreshOrderBooks({ cin7, caller, ledger, settings, listener }: FlowContext): Promise<void> {
  listener.begin('orders', 'tax rules and terms', null);
  ledger.references.save('taxRule', await cin7.taxRules(caller));
  ledger.references.save('paymentTerm', await cin7.paymentTerms(caller));
  const { maps } = settings.orders;
  if (Object.keys(maps.carrier).length > 0) ledger.references.save('carrier', await cin7.carriers(caller));
  if (Object.keys(maps.salesRep).length > 0) ledger.references.save('contact', await cin7.contacts(caller));
}

/** The facts for one order's pre-flight. */
export function preflightFacts(context: FlowContext, turn: number): PreflightFacts {
  const { ledger, settings, company } = context;
  const { codeFrom } = settings.customers;
  return {
    settings,
    company,
    scope: { environment: context.joorEnvironment, account: context.joorAccount },
    turn,
    find: productFinder(context),
    customersByCode: (code) => (codeFrom === undefined ? [] : ledger.customers.byCode(code, codeFrom)),
    allCustomers: remembered(() => ledger.customers.all()),
    isConfirmedNew: (code, currency) => ledger.customerIntents.isConfirmedNew(code, currency),
    priceTiers: ledger.references.list('priceTier').map(({ name }) => name),
    taxRules: ledger.references.list('taxRule'),
    paymentTerms: ledger.references.list('paymentTerm'),
    locations: ledger.references.list('location'),
    carriers: ledger.references.list('carrier').map(({ name }) => name),
    salesReps: ledger.references.list('contact').map(({ name }) => name),
    service: (name) =>
      ledger.products
        .byName(name)
        .find((product) => fold(product.type) === 'service' && fold(product.status) === 'active') ?? null,
  };
}

/** Read at most once: it is needed for unknown retailers only, and then for each of them. */
function remembered<Value>(read: () => Value): () => Value {
  let known: { readonly value: Value } | null = null;
  return () => (known ??= { value: read() }).value;
}

function productFinder({ ledger }: FlowContext): ProductFinder {
  return {
    byJoorSku: (joorSkuId) => {
      const id = ledger.styles.productOfSku(joorSkuId);
      return id === null ? null : ledger.products.byId(id);
    },
    byId: (id) => ledger.products.byId(id),
    bySku: (sku) => ledger.products.bySku(sku),
    byBarcode: (barcode) => ledger.products.byBarcode(barcode),
    byAlias: (name) => {
      const alias = ledger.aliases.find(name);
      return alias === null ? null : ledger.products.byId(alias.productId);
    },
    near: (names) => ledger.nearProducts(names),
  };
}
