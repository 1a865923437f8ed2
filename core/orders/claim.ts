// Whether a sale claims stock at once (authorised) or waits as a draft (ORD-5, SCOPE-3), and what else shall become of it
// (ORD-6, ORD-7). Availability is reduced locally as orders are decided in the order of their approval, so that two of
// them never claim the same unit.
import { addDays, type PlainDate } from '../base/dates.ts';
import { wholeUnits } from '../base/decimal.ts';
import { ownValue } from '../base/guards.ts';
import { count, fold } from '../base/text.ts';
import type { Customer } from '../model/customer.ts';
import type { Order } from '../model/order.ts';
import type { Product } from '../model/product.ts';
import type { SaleAim, SaleDraft } from '../model/sale.ts';
import type { Settings } from '../settings/index.ts';

type Policy = Settings['orders']['claim'];

export interface ClaimFacts {
  readonly settings: Settings;
  /** JOOR's environment: in the sandbox nothing is ever claimed. */
  readonly environment: string;
  /** The present day in the company's zone. */
  readonly today: PlainDate;
  readonly productOf: (id: string) => Product | null;
}

export interface ClaimPolicy {
  readonly policy: Policy;
  /** Why the sale stays a draft; empty unless the policy is `never`. */
  readonly why: string;
}

/** Most cautious first. */
const policies: readonly Policy[] = ['never', 'when-available', 'always'];

/** Which policy an order follows, before anybody looks at stock. Of several that apply the most cautious wins. */
export function claimPolicy(order: Order, draft: SaleDraft, customer: Customer, facts: ClaimFacts): ClaimPolicy {
  const { orders } = facts.settings;
  const never = (why: string): ClaimPolicy => ({ policy: 'never', why });
  if (facts.environment === 'sandbox') return never('Sandbox orders stay drafts.');
  if (customer.isOnCreditHold && orders.onCreditHold === 'draft') return never(`${customer.name} is on credit hold.`);
  if (
    orders.claimFuture === 'draft' &&
    order.shipStart !== null &&
    order.shipStart > addDays(facts.today, orders.futureDays)
  )
    return never(`It ships on ${order.shipStart}, more than ${count(orders.futureDays, 'day')} ahead.`);
  const chosen = draft.lines.map(({ productId }) => policyOfLine(order, facts.productOf(productId), orders));
  const policy = policies.find((one) => chosen.includes(one)) ?? orders.claim;
  if (policy === 'never') return never('The settings leave it as a draft.');
  // What is made for the order is never there when it comes in: waiting for it would be waiting for nothing.
  return { policy: isMadeToOrder(facts.settings, order) ? 'always' : policy, why: '' };
}

/** The rules for a line's linesheet and tags stand in for the general policy. */
function policyOfLine(order: Order, product: Product | null, orders: Settings['orders']): Policy {
  const tags = new Set((product?.tags ?? []).map(fold));
  const rules = orders.claimRules.filter((rule) =>
    'linesheet' in rule ? fold(rule.linesheet) === fold(order.linesheetName) : tags.has(fold(rule.productTag)),
  );
  return policies.find((policy) => rules.some(({ claim }) => claim === policy)) ?? orders.claim;
}

/** Orders from a made-to-order linesheet take nothing from stock (SHEET-4, STK-1). */
export function isMadeToOrder(settings: Settings, { linesheetCode, linesheetName }: Order): boolean {
  return (
    linesheetCode.toUpperCase() === 'MTO' || ownValue(settings.linesheets.details, linesheetName)?.madeToOrder === true
  );
}

/** Units free at the sale's location by product id; changed as orders claim them. */
export type FreeStock = Map<string, number>;

/** Free units from scaled quantities (see base/decimal). */
export function freeStock(lines: Iterable<{ readonly productId: string; readonly available: number }>): FreeStock {
  const free: FreeStock = new Map();
  for (const { productId, available } of lines)
    free.set(productId, (free.get(productId) ?? 0) + Math.max(0, wholeUnits(available)));
  return free;
}

/** What shall become of a sale under its policy; one that claims takes its units out of `free`. */
export function aimOf(
  { policy, why }: ClaimPolicy,
  draft: SaleDraft,
  free: FreeStock,
  facts: Pick<ClaimFacts, 'settings' | 'productOf'> & { readonly appliesDiscounts: boolean },
): SaleAim {
  const waits = (reason: string): SaleAim => ({
    status: 'DRAFT',
    why: reason,
    releaseWhenShort: false,
    compareFirst: false,
    invoice: 'none',
  });
  if (policy === 'never') return waits(why);
  const wanted = stockWanted(draft, facts.productOf);
  if (policy === 'when-available') {
    const short = [...wanted].reduce((sum, [id, units]) => sum + Math.max(0, units - (free.get(id) ?? 0)), 0);
    if (short > 0) return waits(shortWords(short, draft));
  }
  for (const [id, units] of wanted) free.set(id, Math.max(0, (free.get(id) ?? 0) - units));
  return {
    status: 'AUTHORISED',
    why: '',
    releaseWhenShort: policy === 'when-available',
    compareFirst: facts.appliesDiscounts,
    invoice: facts.settings.orders.invoice,
  };
}

/** `5 units are short in Sydney DC.` */
export function shortWords(units: number, { location }: Pick<SaleDraft, 'location'>): string {
  return `${count(units, 'unit')} ${units === 1 ? 'is' : 'are'} short in ${location}.`;
}

/** Units by product, of those that Cin7 Core takes from stock: not services, kits made at the sale, or drop-shipped ones. */
function stockWanted(draft: SaleDraft, productOf: ClaimFacts['productOf']): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const { productId, quantity } of draft.lines) {
    const product = productOf(productId);
    const isStocked =
      product === null ||
      (fold(product.type) === 'stock' && !product.autoAssembly && fold(product.dropShipMode) !== 'always drop ship');
    if (isStocked) wanted.set(productId, (wanted.get(productId) ?? 0) + Number(quantity));
  }
  return wanted;
}
