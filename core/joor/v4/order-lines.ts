// Lines of orders, for many orders in one call (JOOR 5.10), and the export mark that tells JOOR an order has arrived
// (JOOR 7, ORD-8).
import { z } from 'zod';
import type { OrderLine } from '../../model/order.ts';
import { readBulk, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { decimalText, flag, id, list, part, text, wholeNumber } from '../values.ts';

const traitSchema = z.object({ trait: part(z.object({ name: text })), value: text, external_id: text });

const lineSchema = z
  .object({
    id,
    order_id: id,
    quantity: wholeNumber,
    cancelled: flag,
    line_item_sku: z.object({
      original_id: text,
      sku_identifier: text,
      wholesale_price: decimalText,
      item_price: z.unknown().optional(),
      product: z.object({ id: text, name: text, external_id: text, identifier: text }),
      trait_values: list(traitSchema),
    }),
  })
  .transform((row): { orderId: string; line: OrderLine } => {
    const sku = row.line_item_sku;
    const trait = (pattern: RegExp) => sku.trait_values.find((value) => pattern.test(value.trait?.name ?? ''));
    const colour = trait(/^colou?r$/i);
    const size = trait(/^size$/i);
    const net =
      sku.item_price === null || sku.item_price === undefined ? sku.wholesale_price : decimalText.parse(sku.item_price);
    return {
      orderId: row.order_id,
      line: {
        id: row.id,
        skuId: sku.original_id,
        skuIdentifier: sku.sku_identifier,
        upc: '',
        productId: sku.product.id,
        styleNumber: sku.product.external_id,
        styleName: sku.product.name,
        colour: colour?.value ?? '',
        colourCode: colour?.external_id ?? '',
        size: size?.value ?? '',
        sizeCode: size?.external_id ?? '',
        quantity: row.quantity,
        packSize: null,
        isCancelled: row.cancelled,
        listPrice: sku.wholesale_price,
        netPrice: net,
        comment: '',
      },
    };
  });

/** The lines of some orders, by order id. */
export async function listOrderLines(
  joor: JoorConnection,
  orderIds: readonly string[],
  caller: Caller,
): Promise<Map<string, OrderLine[]>> {
  const request = {
    name: 'order lines',
    method: 'GET',
    path: 'orders/sku_line_items',
    query: { order_ids: orderIds.join(',') },
    effect: 'read',
  } as const;
  const { content } = await joor.v4(request, caller, (json) => readBulk(lineSchema, json));
  const byOrder = new Map<string, OrderLine[]>(orderIds.map((orderId) => [orderId, []]));
  for (const { orderId, line } of content.done) byOrder.get(orderId)?.push(line);
  return byOrder;
}

export interface ExportMark {
  readonly orderId: string;
  /** Sent only when the switch asks for it. */
  readonly stage: string;
  readonly mark: 'SUCCESS' | 'FAILED' | 'UNDEFINED';
}

const markedSchema = z
  .object({ id, export_status: text })
  .transform((row) => ({ orderId: row.id, mark: row.export_status }));

/** Marks orders as exported, failed or not yet exported; all in one call. */
export async function markOrders(
  joor: JoorConnection,
  marks: readonly ExportMark[],
  caller: Caller,
): Promise<BulkAnswer<{ orderId: string; mark: string }>> {
  const body = marks.map(({ orderId, stage, mark }) => ({
    id: orderId,
    export_status: mark,
    ...(joor.switches.exportMarkWithStatus ? { status: stage } : {}),
  }));
  const request = {
    name: 'mark orders',
    method: 'POST',
    path: 'orders/bulk_update',
    body,
    effect: 'idempotent',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(markedSchema, json))).content;
}
