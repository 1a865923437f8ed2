// The body of `POST /customer` (Cin7 8.3): the seven required fields, and the addresses and the contact that an order
// brings. Country is a name, never a code; accounts are codes, everything else is named.
import type { Address, NewCustomer } from '../../model/customer.ts';

/** What Cin7 Core is sent for a new customer. */
export function newCustomerBody(customer: NewCustomer): Record<string, unknown> {
  const address = (type: 'Billing' | 'Shipping', from: Address) =>
    from.line1 === ''
      ? []
      : [
          {
            Line1: from.line1,
            Line2: from.line2,
            City: from.city,
            State: from.state,
            Postcode: from.postcode,
            Country: from.country,
            Type: type,
            DefaultForType: true,
          },
        ];
  return {
    Name: customer.name,
    Status: 'Active',
    Currency: customer.currency,
    PaymentTerm: customer.paymentTerm,
    AccountReceivable: customer.receivable,
    RevenueAccount: customer.revenue,
    TaxRule: customer.taxRule,
    PriceTier: customer.priceTier,
    ...(customer.code === null ? {} : { [`AdditionalAttribute${customer.code.attribute}`]: customer.code.value }),
    Addresses: [...address('Billing', customer.billTo), ...address('Shipping', customer.shipTo)],
    Contacts:
      customer.contact === null
        ? []
        : [
            {
              Name: customer.contact.name,
              Email: customer.contact.email,
              Phone: customer.contact.phone,
              Default: true,
            },
          ],
  };
}
