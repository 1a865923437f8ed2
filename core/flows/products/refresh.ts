// Reads what styles are made of: Cin7 Core's products, families and price tiers, and JOOR's price types.
import type { Family, Product } from '../../model/product.ts';
import type { FlowContext } from '../context.ts';
import { readIntoMirror } from '../scan.ts';

/** Brings the mirror of products and families up to date. */
export async function refreshProducts(context: FlowContext): Promise<void> {
  const { cin7, caller, ledger, runId } = context;
  await readIntoMirror<Product>(context, {
    resource: 'products',
    scan: (since, visit) => cin7.products(since, caller, visit),
    save: (rows) => ledger.products.saveProducts(rows, runId),
    countAbsent: () => ledger.products.countAbsent('product', runId),
  });
  await readIntoMirror<Family>(context, {
    resource: 'families',
    scan: (since, visit) => cin7.families(since, caller, visit),
    save: (rows) => ledger.products.saveFamilies(rows, runId),
    countAbsent: () => ledger.products.countAbsent('family', runId),
  });
  ledger.references.save('priceTier', await cin7.priceTiers(caller));
}

/** Reads JOOR's price types, by whose labels and currencies the settings name them. */
export async function refreshPriceTypes({ joor, caller, ledger }: FlowContext): Promise<void> {
  ledger.references.save('priceType', await joor.priceTypes(caller));
}
