// Which SKUs an open order of JOOR contains: they stay in their linesheets, because taking them out would cancel what a
// retailer ordered (STY-5). Read only when something is about to be taken out.
import { pairKey } from '../../catalog/compose.ts';
import type { FlowContext } from '../context.ts';
import { joorIdsOf } from './read.ts';

export interface ProtectedSkus {
  /** JOOR SKU ids. */
  readonly skus: ReadonlySet<string>;
  /** The orders that contain any of these SKUs. */
  readonly orderIdsOf: (skuIds: readonly string[]) => string[];
}

const open = new Set(['NOTES', 'PENDING', 'APPROVED']);

/** Reads JOOR's open orders. A failure is passed on: nothing may be removed then. */
export async function protectedSkus(context: FlowContext): Promise<ProtectedSkus> {
  const { joor, ledger, caller } = context;
  const { orders, unknown } = await joor.orders({ filter: 'open', exported: 'all' }, caller);
  const keys = ledger.styles.keysByJoorId();
  const ids = await joorIdsOf(context, keys.values());
  const skuIdByPair = new Map<string, string>();
  for (const { productId, skuIds } of ids.values())
    for (const [colour, sizes] of skuIds)
      for (const [size, skuId] of sizes) skuIdByPair.set(`${productId}\u0000${pairKey(colour, size)}`, skuId);

  const ordersBySku = new Map<string, string[]>();
  // Of a kind that isn't known: JOOR lists it as open, so it may be.
  for (const order of [...orders.filter(({ stage }) => open.has(stage)), ...unknown]) {
    for (const line of order.lines) {
      const skuId = skuIdByPair.get(`${line.productId}\u0000${pairKey(line.colourCode, line.sizeCode)}`);
      if (skuId !== undefined) ordersBySku.set(skuId, [...(ordersBySku.get(skuId) ?? []), order.id]);
    }
  }
  return {
    skus: new Set(ordersBySku.keys()),
    orderIdsOf: (skuIds) => [...new Set(skuIds.flatMap((skuId) => ordersBySku.get(skuId) ?? []))],
  };
}
