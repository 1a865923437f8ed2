// A person's word that an order's retailer is new in Cin7 Core, although customers there resemble it (ORD-11). Kept with who
// and when, per JOOR code and currency; a customer of the very same name still holds, since names are unique there.
import { instantOf } from '../../base/dates.ts';
import { changeLedger, type Services } from '../services.ts';
import { unknownOrder } from './detail.ts';

/** Notes the decision and gives the retailer's name. Throws `not-found` for an order that Seamline never saw. */
export function confirmNewCustomer(services: Services, orderId: string, who: string): Promise<string> {
  const at = instantOf(services.clock.now());
  return changeLedger(services, (ledger) => {
    const order = ledger.orders.get(orderId)?.order;
    if (order === undefined) throw unknownOrder(orderId);
    ledger.customerIntents.confirmNew({ code: order.customerCode, currency: order.currency, who, at });
    return order.customerName;
  });
}
