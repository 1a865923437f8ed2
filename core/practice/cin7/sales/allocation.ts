// Claiming stock for an authorised order and giving it back (Cin7 10.1, 14.3). Only the sale's own location counts; what
// isn't there becomes BackorderQuantity, without any error. Lines of one product take one after the other.
import type { Cin7Context } from '../context.ts';
import type { ProductRecord } from '../state/records.ts';
import type { Allocation, DocumentLine, SaleRecord } from '../state/sale-records.ts';
import { sameText } from '../state/state.ts';
import { availableOf, fourPlaces } from '../state/stock.ts';

/** Allocates what the order's lines can have and notes the rest as backordered. */
export function allocateOrder(sale: SaleRecord, context: Cin7Context): void {
  for (const line of sale.order.lines) {
    if (!takesStock(line, context)) continue;
    assembleKits(line, sale, context);
    allocateLine(line, sale, context);
    bumpProduct(line, context);
  }
}

/** Gives back everything that the order holds; nothing is backordered any more. */
export function releaseOrder(sale: SaleRecord, context: Cin7Context): void {
  for (const line of sale.order.lines) {
    releaseLine(line);
    bumpProduct(line, context);
  }
}

/** Takes a quantity out of what a line has allocated, wherever it is; gives back how much that was. */
export function takeFromAllocation(line: DocumentLine, quantity: number): Allocation[] {
  let left = quantity;
  const taken: Allocation[] = [];
  for (const allocation of line.allocations) {
    const part = Math.min(left, allocation.quantity);
    if (part <= 0) continue;
    allocation.quantity = fourPlaces(allocation.quantity - part);
    allocation.row.allocated = fourPlaces(allocation.row.allocated - part);
    taken.push({ row: allocation.row, quantity: part });
    left = fourPlaces(left - part);
  }
  line.allocations = line.allocations.filter((allocation) => allocation.quantity > 0);
  return taken;
}

/** Service and Non Inventory products never allocate, drop-shipped lines neither (Cin7 10.1). */
export function takesStock(line: DocumentLine, { state }: Cin7Context): boolean {
  const product = state.catalogue.productById(line.productId);
  return product?.fields.Type === 'Stock' && !isDropShipped(product, line);
}

function isDropShipped(product: ProductRecord, line: DocumentLine): boolean {
  const mode = product.fields.DropShipMode;
  return sameText(mode, 'Always Drop Ship') || (sameText(mode, 'Optional Drop Ship') && line.DropShip);
}

function allocateLine(line: DocumentLine, sale: SaleRecord, { state, switches }: Cin7Context): void {
  const { locationId } = sale.header;
  let left = line.Quantity;
  for (const row of state.stock.rowsAt(line.productId, locationId)) {
    const part = Math.min(left, Math.max(0, availableOf(row)));
    if (part <= 0) continue;
    row.allocated = fourPlaces(row.allocated + part);
    line.allocations.push({ row, quantity: part });
    left = fourPlaces(left - part);
  }
  line.BackorderQuantity = left;
  if (left <= 0 || switches.backorderAllocation === 'available-only') return;
  const row = state.stock.rowFor({ productId: line.productId, locationId });
  row.allocated = fourPlaces(row.allocated + left);
  line.allocations.push({ row, quantity: left });
}

function releaseLine(line: DocumentLine): void {
  for (const { row, quantity } of line.allocations) row.allocated = fourPlaces(row.allocated - quantity);
  line.allocations = [];
  line.BackorderQuantity = 0;
}

/** Kits with AutoAssembly are put together from their components when the order is authorised (Cin7 10.1). */
function assembleKits(line: DocumentLine, sale: SaleRecord, { state }: Cin7Context): void {
  const product = state.catalogue.productById(line.productId);
  if (product === undefined || !product.fields.AutoAssembly || product.components.length === 0) return;
  const { locationId } = sale.header;
  const availableAt = (productId: string) =>
    state.stock.rowsAt(productId, locationId).reduce((total, row) => total + Math.max(0, availableOf(row)), 0);
  const possible = product.components.map(({ productId, quantity }) => Math.floor(availableAt(productId) / quantity));
  const lacking = Math.ceil(line.Quantity - availableAt(product.id));
  const count = Math.max(0, Math.min(lacking, ...possible));
  for (const { productId, quantity } of product.components) {
    let left = quantity * count;
    for (const row of state.stock.rowsAt(productId, locationId)) {
      const part = Math.min(left, Math.max(0, availableOf(row)));
      row.onHand = fourPlaces(row.onHand - part);
      left -= part;
    }
  }
  if (count > 0) state.stock.rowFor({ productId: product.id, locationId }).onHand += count;
}

/** Whether a sale's allocation counts as a change of the product is open (Cin7 14.3). */
function bumpProduct(line: DocumentLine, { state, switches, clock }: Cin7Context): void {
  const product = state.catalogue.productById(line.productId);
  if (product !== undefined && switches.saleBumpsProduct) product.modifiedAt = clock.now();
}
