// An order as v2 shows it, flat: amounts are text, what is missing is an empty text, and so is an empty list (JOOR 6.1).
// Cancelled and removed lines aren't shown.
import { moneyText, parseDecimal, plainText } from '../../base/decimal.ts';
import { countryOf } from './countries.ts';
import { v2List } from './answers.ts';
import { decimal, lineTotal, standingLines, totalsOf } from './order-money.ts';
import type { Order, OrderAddress, OrderLine, OrderStatus, ProductTag } from './records.ts';
import type { Account } from './state.ts';

/** Response codes of `order_type`, not the filter's (JOOR 6.1). */
const orderTypes: Readonly<Record<OrderStatus, number>> = {
  CANCELLED: 0,
  IN_PROGRESS: 1,
  PENDING: 3,
  APPROVED: 4,
  SHIPPED: 5,
  NOTES: 6,
};

/** An order with its lines. */
export function orderV2View(account: Account, order: Order): Record<string, unknown> {
  const totals = totalsOf(account.switches, order);
  const door = order.door;
  return {
    order_id: Number(order.id),
    order_type: orderTypes[order.status],
    order_type_name: order.type?.name ?? '',
    order_type_code: order.type?.code ?? '',
    order_comments: order.comments,
    order_internal_comments: order.internalComments,
    order_currency: order.currency,
    order_currency_retail: order.retailCurrency,
    order_currency_name: order.priceTypeName,
    order_discount: moneyText(totals.discount),
    order_discount_percent: plainText(totals.discountPercent),
    order_shipping_total: moneyText(totals.shipping),
    order_total: moneyText(totals.total),
    order_source: 'web',
    order_season_code: order.season?.code ?? '',
    order_event: order.event?.name ?? '',
    order_event_code: order.event?.code ?? '',
    order_delivery_name: order.collectionName,
    order_delivery_code: order.collectionCode ?? '',
    date_created: timeText(order.createdAt),
    date_approved: order.approvedAt === null ? '' : timeText(order.approvedAt),
    date_modified: timeText(order.modifiedAt),
    date_ship_start: order.deliveryStart ?? '',
    date_ship_end: order.deliveryEnd ?? '',
    sales_representative: order.salesRep?.name ?? '',
    sales_representative_code: order.salesRep?.code ?? '',
    customer_name: order.customerName ?? '',
    customer_code: order.customerCode ?? '',
    customer_buyer_name: order.buyer?.name ?? '',
    customer_purchase_order: order.poNumber,
    integration_purchase_order: '',
    company_name: order.companyNumber?.name ?? '',
    company_code: order.companyNumber?.code ?? '',
    customer_group_name: order.customerGroup?.name ?? '',
    customer_group_code: order.customerGroup?.code ?? '',
    ...addressFields('shipping', order.shippingAddress),
    shipping_email: order.shippingAddress?.email ?? '',
    shipping_method_name: order.shippingMethod?.name ?? '',
    shipping_method_code: order.shippingMethod?.code ?? '',
    ...addressFields('billing', order.billingAddress),
    payment_method_name: order.paymentMethod?.name ?? '',
    payment_method_code: order.paymentMethod?.code ?? '',
    tax_id_label: order.tax?.number == null ? '' : 'Tax ID',
    tax_id_number: order.tax?.number ?? '',
    warehouse_name: order.warehouse?.name ?? '',
    warehouse_code: order.warehouse?.code ?? '',
    created_by_username: order.buyer?.name ?? '',
    created_by_email: order.buyer?.email ?? '',
    is_personal_order: false,
    order_divisions: v2List(account, []),
    order_doors: v2List(
      account,
      door === null
        ? []
        : [{ door_id: door.id ?? '', door_name: door.name ?? '', door_code: door.code ?? '', door_deleted: false }],
    ),
    line_items: v2List(
      account,
      standingLines(order).map((line) => lineV2View(account, line, door?.id ?? '')),
    ),
  };
}

function lineV2View(account: Account, line: OrderLine, doorId: string): Record<string, unknown> {
  const { sku } = line;
  const product = account.state.products.get(sku.productId);
  return {
    item_name: sku.productName,
    item_number: sku.productNumber ?? '',
    item_style_id: Number(sku.productId),
    item_style_identifier: sku.productIdentifier ?? '',
    item_color: sku.colorName,
    item_color_code: sku.colorCode ?? '',
    item_upc: sku.upc ?? '',
    item_size: sku.sizeName,
    item_size_code: sku.sizeCode ?? '',
    item_price: moneyText(decimal(line.itemPrice)),
    item_unit_price: moneyText(decimal(sku.wholesale)),
    item_retail_price: parseDecimal(sku.retail) === null ? '' : moneyText(decimal(sku.retail)),
    item_price_adjustment: '0',
    item_quantity: line.quantity,
    item_multiplier: line.multiplier ?? '',
    item_price_extended: moneyText(lineTotal(line)),
    item_comment: line.comment,
    item_color_comment: '',
    item_door_id: doorId,
    style_tags: v2List(account, (product?.tags ?? []).map(tagV2View)),
  };
}

function tagV2View(tag: ProductTag): Record<string, unknown> {
  return {
    style_tag_group: tag.parentId ?? '',
    style_tag_name: tag.name ?? '',
    style_tag_value: tag.value ?? '',
    style_tag_code: tag.code ?? '',
  };
}

function addressFields(kind: 'shipping' | 'billing', address: OrderAddress | null): Record<string, unknown> {
  const country = countryOf(address?.countryName ?? address?.country ?? '');
  return Object.fromEntries(
    Object.entries({
      code: address?.code,
      name: address?.name,
      phone: address?.phone,
      address_1: address?.line1,
      address_2: address?.line2,
      city: address?.city,
      region: address?.state,
      postal_code: address?.zip,
      country: country.name,
      country_iso_three: country.isoThree,
      country_iso_two: country.isoTwo,
    }).map(([name, value]) => [`${kind}_${name}`, value ?? '']),
  );
}

/** `2026-11-02T09:15:00+00:00` (JOOR 6.1, example). */
export function timeText(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}+00:00`;
}
