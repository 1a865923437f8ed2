// Sales from before: those for orders that JOOR has as exported, made by another tool (no ExternalID of ours), and one that
// somebody typed in by hand. They are what a first import could double.
import { plainDateIn } from '../../../base/dates.ts';
import type { Brand, BrandOrder } from '../../brand/types.ts';
import type { Cin7Context } from '../context.ts';
import { createSale } from '../sales/create.ts';
import { writeOrder } from '../sales/stages.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { fourPlaces } from '../state/stock.ts';
import { exportTax, salesTax } from './references.ts';

/** Adds a sale for each exported order whose customer and SKUs Cin7 knows, and for the oldest unexported one. */
export function seedPastSales(brand: Brand, context: Cin7Context): void {
  const exported = brand.orders.filter((order) => order.exportState === 'SUCCESS');
  const byHand = brand.orders
    .filter((order) => order.state === 'APPROVED' && order.exportState === 'UNDEFINED')
    .sort((a, b) => ((a.approvedAt ?? '') < (b.approvedAt ?? '') ? -1 : 1))
    .slice(0, 1);
  for (const order of [...exported, ...byHand]) seedSale(order, brand, context);
}

function seedSale(order: BrandOrder, brand: Brand, context: Cin7Context): void {
  const retailer = brand.retailers.find((candidate) => candidate.code === order.retailerCode);
  const isKnown = order.lines.every((line) => context.state.catalogue.productBySku(line.sku) !== undefined);
  if (retailer === undefined || !isKnown || order.approvedAt === null) return;
  const isHome = retailer.currency === brand.company.currency;
  const taxRule = isHome ? salesTax : exportTax;
  const approvedAt = Date.parse(order.approvedAt);
  // Made on the day itself: the lock date of today doesn't count, and the clock stood back then.
  const past: Cin7Context = {
    ...context,
    switches: { ...context.switches, lockDateBlocks: false },
    clock: { ...context.clock, now: () => approvedAt + 3_600_000 },
  };
  const sale = createSale(
    {
      CustomerID: retailer.id,
      SkipQuote: true,
      CustomerReference: order.poNumber,
      SaleOrderDate: plainDateIn(brand.company.timeZone, order.approvedAt),
      ShipBy: order.shipStart,
      CurrencyRate: isHome ? 1 : 1.52,
      TaxRule: taxRule,
      Note: `JOOR ${order.id}`,
    },
    past,
  );
  writeOrder(
    {
      SaleID: sale.id,
      Status: 'AUTHORISED',
      AutoPickPackShipMode: order.state === 'SHIPPED' ? 'AUTOPICKPACKSHIP' : 'NOPICK',
      Lines: order.lines.map((line) => {
        const total = fourPlaces(line.quantity * Number(line.itemPrice));
        return {
          SKU: line.sku,
          Quantity: line.quantity,
          Price: Number(line.itemPrice),
          Tax: isHome ? fourPlaces(total / 10) : 0,
          TaxRule: taxRule,
          Total: total,
        };
      }),
    },
    past,
  );
  if (order.state === 'SHIPPED') keepStock(sale);
}

/** The brand's stock is counted after these shipments: what the picks took goes back on hand. */
function keepStock(sale: SaleRecord): void {
  for (const { row, quantity } of sale.fulfilments.flatMap((task) => task.taken.splice(0))) {
    row.onHand = fourPlaces(row.onHand + quantity);
  }
}
