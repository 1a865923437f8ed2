// Finding what an edit names. What isn't there is an Error with a message for the person at the screen.
import type { CustomerRecord, FamilyRecord, LocationRecord, ProductRecord } from '../state/records.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { type Cin7State, locationByName, sameText } from '../state/state.ts';

export function findProduct({ catalogue }: Cin7State, sku: string): ProductRecord {
  return catalogue.productBySku(sku) ?? missing('product', sku);
}

export function findFamily({ catalogue }: Cin7State, sku: string): FamilyRecord {
  return catalogue.familyBySku(sku) ?? missing('product family', sku);
}

export function findLocation(state: Cin7State, name: string): LocationRecord {
  return locationByName(state, name) ?? missing('location', name);
}

/** By id, name, or code in additional attribute 1. */
export function findCustomer({ customers }: Cin7State, named: string): CustomerRecord {
  const matches = [...customers.values()].filter(
    ({ id, fields }) =>
      sameText(id, named) || sameText(fields.Name, named) || sameText(fields.AdditionalAttribute1, named),
  );
  return matches[0] ?? missing('customer', named);
}

/** By id, order number or ExternalID; of several with one ExternalID the newest. */
export function findSale({ sales }: Cin7State, named: string): SaleRecord {
  const matches = [...sales.values()].filter(
    (sale) => sameText(sale.id, named) || sameText(sale.orderNumber, named) || sale.header.ExternalID === named,
  );
  return matches.at(-1) ?? missing('sale', named);
}

function missing(kind: string, named: string): never {
  throw new Error(`The practice account has no ${kind} '${named}'.`);
}
