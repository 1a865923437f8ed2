// The Cin7 customer of an order: by JOOR's customer code and the order's currency, because a sale takes its customer's
// currency and can't have another (ORD-2, Cin7 9.4).
import { fold } from '../base/text.ts';
import type { Customer } from '../model/customer.ts';
import type { Order } from '../model/order.ts';
import type { Reason } from '../model/standing.ts';
import type { Settings } from '../settings/index.ts';

export type CustomerMatch =
  | { readonly customer: Customer }
  | { readonly problem: Reason }
  /** Nobody in Cin7 Core has the code, in whatever currency. */
  | { readonly unknown: true };

/** The one active customer with the order's code and currency, or why there is none. */
export function matchCustomer(
  order: Order,
  customersByCode: (code: string) => readonly Customer[],
  settings: Settings,
): CustomerMatch {
  const problem = (code: string, sentence: string, nextStep: string): CustomerMatch => ({
    problem: { code, sentence, nextStep },
  });
  const { customerCode: code, customerName: name, currency } = order;
  if (code === '')
    return problem(
      'no-retailer',
      "The order has no retailer's code in JOOR.",
      'Assign it to a retailer with a customer code in JOOR.',
    );
  if (settings.customers.codeFrom === undefined)
    return problem(
      'no-code-source',
      "It isn't chosen yet where Cin7 keeps JOOR's customer code.",
      'Choose it in Settings, Customers (customers.codeFrom).',
    );
  const all = customersByCode(code);
  const active = all.filter(({ status }) => fold(status) === 'active');
  const [customer, ...more] = active.filter((one) => one.currency === currency);
  if (customer === undefined) {
    if (active.length > 0)
      return problem(
        'customer-currency',
        `${active[0]?.name ?? name} buys in ${active[0]?.currency ?? ''} in Cin7, but the order is in ${currency}.`,
        `Add a customer for ${name || code} in ${currency} in Cin7, with JOOR code ${code}.`,
      );
    if (all.length > 0)
      return problem(
        'inactive-customer',
        `${all[0]?.name ?? name} is deprecated in Cin7.`,
        `Make ${all[0]?.name ?? name} active again in Cin7.`,
      );
    return { unknown: true };
  }
  if (more.length > 0)
    return problem(
      'several-customers',
      `${more.length + 1} customers in Cin7 have JOOR code ${code} in ${currency}.`,
      'Leave the code on one of them in Cin7.',
    );
  if (customer.isOnCreditHold && settings.orders.onCreditHold === 'hold')
    return problem(
      'credit-hold',
      `${customer.name} is on credit hold in Cin7. The order waits.`,
      'Release the customer in Cin7, then check again.',
    );
  return { customer };
}
