// The awkward cases that every client of JOOR meets sooner or later (JOOR 5 to 7 and its gotchas), added to a brand on
// request: styles that people made by hand, and orders of them that break what is usual. Their style numbers begin with `HAND`.
import { day } from '../../base/dates.ts';
import type { Brand } from '../brand/types.ts';
import { addCollection, changeItems } from './collections.ts';
import { connect } from './customers.ts';
import { editSchemas, type FieldsOf } from './edit-schemas.ts';
import { placeOrder } from './order-edits.ts';
import { setExportStatus } from './order-states.ts';
import { createPrice } from './prices.ts';
import { createProduct } from './products.ts';
import type { Order } from './records.ts';
import { createSku } from './skus.ts';
import { idOf } from './state.ts';
import type { Account } from './state.ts';

/** Adds them all; the account holds the brand already. */
export function seedAwkward(now: Account, brand: Brand): void {
  const account: Account = { ...now, clock: { ...now.clock, now: () => now.clock.now() - 2 * day } };
  const { state } = account;
  const home = [...state.priceTypes.values()].find(({ currency }) => currency === brand.company.currency);
  const retailer = brand.retailers.find(({ currency }) => currency === brand.company.currency);
  if (home === undefined || retailer === undefined) return;
  // Several labels may share one currency; each customer sees only what is assigned (JOOR 5.6).
  state.priceTypes.set('awk-2', { ...home, id: 'awk-2', name: `${home.name} outlet` });

  // Names of sizes count in their case (JOOR 4.1); a colour without any barcode; a style number that is used twice.
  const cased = makeStyle(account, 'HAND-CASE', ['Small', 'small']);
  const twin = makeStyle(account, 'HAND-CASE', ['One Size'], 'HAND-CASE-TWIN');
  // A size that was switched off is in no order any more (JOOR 5.5).
  const off = makeStyle(account, 'HAND-OFF', ['S', 'M']);
  const [, inactive] = state.products.get(off)?.sizes ?? [];
  if (inactive !== undefined) inactive.status = 'INACTIVE';

  // Two linesheets of one name, one without a code, one that is made to order by its code (JOOR 5.8).
  const sheets = [
    ['Awkward', 'AWK'],
    ['Awkward', null],
    ['Awkward MTO', 'MTO'],
  ] as const;
  for (const [name, externalId] of sheets) {
    const sheet = addCollection(account, { name, externalId, isManual: true });
    changeItems(
      sheet,
      'ADD_ITEMS',
      [cased, twin, off].map((id) => ({ product_id: id })),
    );
  }
  // The same shop under two codes that differ in case only: a mismatch makes duplicates (JOOR, gotcha 10).
  connect(account, { customer_code: retailer.code.toLowerCase(), customer_name: retailer.name });
  seedOrders(account, retailer.code);
}

function seedOrders(account: Account, customerCode: string): void {
  const place = (poNumber: string, fields: Partial<FieldsOf<'place-order'>> = {}): Order =>
    placeOrder(
      account,
      editSchemas.placeOrder.parse({
        kind: 'place-order',
        customerCode,
        linesheet: 'AWK',
        lines: [{ sku: 'HAND-CASE-1', quantity: 4 }],
        poNumber,
        ...fields,
      }),
    );
  place('AWK-CASE-PACK', { lines: [{ sku: 'HAND-CASE-1', quantity: 2, multiplier: 6 }] });
  place('AWK-FRACTION', { lines: [{ sku: 'HAND-CASE-1', quantity: 1.5 }] });
  place('AWK-AMOUNT-OFF', { discountAmount: '12.34', freight: '15.00' });
  place('AWK-FREE', { lines: [{ sku: 'HAND-CASE-1', quantity: 1, itemPrice: '0.00' }] });
  place('AWK-COMMENTS', { comments: 'Ship <b>whole</b>.<eop>=HYPERLINK("x")\r\nSecond line' });
  place('AWK-MTO', { linesheet: 'MTO' });
  place('');
  const [first, second] = place('AWK-CANCELLED-LINE', {
    lines: [
      { sku: 'HAND-CASE-1', quantity: 4 },
      { sku: 'HAND-CASE-2', quantity: 3 },
    ],
  }).lines;
  if (first !== undefined && second !== undefined) second.isCancelled = true;
  Object.assign(place('AWK-NO-CUSTOMER-CODE'), { customerCode: null });
  Object.assign(place('AWK-NO-ADDRESSES'), { shippingAddress: null, billingAddress: null, paymentMethod: null });
  Object.assign(place('AWK-DOOR'), { door: { id: '7', code: 'D7', name: 'Corner shop' } });
  Object.assign(place('AWK-NO-WAREHOUSE'), { warehouse: null });
  setExportStatus(account, place('AWK-FAILED'), 'FAILED', 'Missing required fields: shipping_code');
  const edited = place('AWK-EDITED-AFTER-EXPORT');
  setExportStatus(account, edited, 'SUCCESS', null);
  edited.editedAt += day;
  edited.modifiedAt += day;
  const [line] = edited.lines;
  if (line !== undefined) line.quantity += 1;
}

/** A style in one colour, its SKUs numbered; gives its id. */
function makeStyle(account: Account, number: string, sizes: readonly string[], identifier = number): string {
  const style = { name: `Awkward ${identifier}`, external_id: number, product_identifier: identifier };
  const productId = idOf(createProduct(account, style, true));
  sizes.forEach((size, index) => {
    const sku = {
      product_id: productId,
      sku_identifier: `${identifier}-${index + 1}`,
      trait_values: [
        { trait_name: 'Color', value: 'Écru & Navy', external_id: 'ECR', order_nbr: 1 },
        { trait_name: 'Size', value: size, external_id: size, order_nbr: index + 1 },
      ],
    };
    const skuId = idOf(createSku(account, sku, true));
    for (const priceTypeId of account.state.priceTypes.keys())
      createPrice(account, { sku_id: skuId, price_type_id: priceTypeId, wholesale_value: '49.95' });
  });
  return productId;
}
