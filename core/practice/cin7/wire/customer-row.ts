// A customer as `GET /customer` writes it (Cin7 8.2).
import type { CustomerRecord } from '../state/records.ts';
import { stamp } from './dates.ts';

/** The row of one customer. In write answers the addresses name their customer (Cin7 8.2). */
export function customerRow(customer: CustomerRecord, options: { isWriteAnswer: boolean; includePrices: boolean }) {
  return {
    ID: customer.id,
    ...customer.fields,
    IsLegalEntity: false,
    CustomerParentID: null,
    CustomerParentName: null,
    IsBillParent: false,
    LastModifiedOn: stamp(customer.modifiedAt),
    ...(options.includePrices ? { ProductPrices: [] } : {}),
    Addresses: options.isWriteAnswer
      ? customer.addresses.map((address) => ({ CustomerID: customer.id, ...address }))
      : customer.addresses,
    Contacts: customer.contacts,
    ChildCustomers: [],
  };
}
