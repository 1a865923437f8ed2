// Picking, packing and shipping (Cin7 10.2): a pick takes stock from a location (OnHand and Allocated both fall), the later
// stages only record. What was taken is remembered with its rows, so that undo and void can put it back.
import type { Cin7Context } from '../context.ts';
import { today } from '../context.ts';
import { refuse } from '../http/answers.ts';
import type { DocumentLine, Fulfilment, PickLine, SaleRecord } from '../state/sale-records.ts';
import { locationById, sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { takeFromAllocation, takesStock } from './allocation.ts';
import { isBackordered } from './statuses.ts';

export type AutoPickMode = 'NOPICK' | 'AUTOPICK' | 'AUTOPICKPACK' | 'AUTOPICKPACKSHIP';

/** A task with nothing done yet. */
export function newTask(taskId: string, number: number): Fulfilment {
  return {
    taskId,
    number,
    pick: { status: 'NOT AVAILABLE', lines: [] },
    pack: { status: 'NOT AVAILABLE', lines: [] },
    ship: { status: 'NOT AVAILABLE', requireBy: null, address: null, notes: null, lines: [] },
    taken: [],
  };
}

/** The task of a simple sale, whose id is the sale's (Cin7 10.2). It belongs to the sale only once something is done. */
export function simpleTask(sale: SaleRecord): Fulfilment {
  const known = sale.fulfilments.find((task) => sameText(task.taskId, sale.id));
  return known ?? newTask(sale.id, sale.fulfilments.length + 1);
}

/** Makes a task part of the sale. */
export function keepTask(sale: SaleRecord, task: Fulfilment): void {
  if (!sale.fulfilments.includes(task)) sale.fulfilments.push(task);
}

/** Runs AutoPickPackShipMode: effective only for simple sales without a backorder, else silently nothing (Cin7 9.6). */
export function autoPick(sale: SaleRecord, mode: AutoPickMode, context: Cin7Context): void {
  if (mode === 'NOPICK' || sale.type !== 'Simple' || isBackordered(sale)) return;
  const task = simpleTask(sale);
  keepTask(sale, task);
  authorisePick(sale, task, autoPickLines(sale, context), context);
  if (mode === 'AUTOPICK') return;
  task.pack = { status: 'AUTHORISED', lines: task.pick.lines };
  if (mode === 'AUTOPICKPACK') return;
  shipTask(sale, task, '', context);
}

/** Ships a packed task today, with the sale's own address and carrier. */
export function shipTask(sale: SaleRecord, task: Fulfilment, trackingNumber: string, context: Cin7Context): void {
  task.ship = {
    status: 'AUTHORISED',
    requireBy: sale.header.ShipBy,
    address: sale.header.shipping,
    notes: sale.header.ShippingNotes,
    lines: [
      {
        ID: context.ids.uuid(),
        ShipmentDate: today(context),
        Carrier: sale.header.Carrier,
        Boxes: 'Box 1',
        TrackingNumber: trackingNumber === '' ? null : trackingNumber,
        TrackingURL: null,
        IsShipped: true,
      },
    ],
  };
}

/** A pick of everything that the order has allocated, and of its lines that need no stock. */
export function autoPickLines(sale: SaleRecord, context: Cin7Context): PickLine[] {
  return sale.order.lines.flatMap((line): PickLine[] => {
    const stocked = takesStock(line, context);
    const allocated = line.allocations.reduce((total, allocation) => fourPlaces(total + allocation.quantity), 0);
    const quantity = stocked ? fourPlaces(Math.min(allocated, line.Quantity - line.BackorderQuantity)) : line.Quantity;
    if (quantity <= 0) return [];
    return [pickLine(line, sale.header.locationId, quantity, !stocked)];
  });
}

function pickLine(line: DocumentLine, locationId: string, quantity: number, isNonInventory: boolean): PickLine {
  return {
    productId: line.productId,
    SKU: line.SKU,
    Name: line.Name,
    locationId,
    Quantity: quantity,
    BatchSN: null,
    ExpiryDate: null,
    Box: 'Box 1',
    NonInventory: isNonInventory,
  };
}

/** Authorises a pick: takes each line's stock from its location. Refuses when it isn't there, before taking anything. */
export function authorisePick(
  sale: SaleRecord,
  task: Fulfilment,
  lines: readonly PickLine[],
  context: Cin7Context,
): void {
  const { state } = context;
  for (const line of lines.filter((candidate) => !candidate.NonInventory)) {
    const onHand = rowsFor(line, context).reduce((total, row) => total + row.onHand, 0);
    const wanted = lines
      .filter((other) => sameText(other.productId, line.productId) && other.locationId === line.locationId)
      .reduce((total, other) => total + other.Quantity, 0);
    if (fourPlaces(onHand) >= fourPlaces(wanted)) continue;
    const location = locationById(state, line.locationId)?.Name ?? '';
    // Invented message.
    refuse(`Not enough stock of product with SKU '${line.SKU}' at location '${location}'.`);
  }
  for (const line of lines.filter((candidate) => !candidate.NonInventory)) takeStock(sale, task, line, context);
  task.pick = { status: 'AUTHORISED', lines: [...lines] };
}

function takeStock(sale: SaleRecord, task: Fulfilment, line: PickLine, context: Cin7Context): void {
  const ordered = sale.order.lines.filter((candidate) => sameText(candidate.productId, line.productId));
  const rows = rowsFor(line, context);
  let left = line.Quantity;
  const take = (row: (typeof rows)[number], quantity: number) => {
    const part = Math.min(quantity, row.onHand, left);
    if (part <= 0) return;
    row.onHand = fourPlaces(row.onHand - part);
    task.taken.push({ row, quantity: part });
    left = fourPlaces(left - part);
  };
  let toRelease = line.Quantity;
  for (const orderLine of ordered) {
    const released = takeFromAllocation(orderLine, toRelease);
    for (const { row, quantity } of released) {
      toRelease = fourPlaces(toRelease - quantity);
      if (rows.includes(row)) take(row, quantity);
    }
  }
  for (const row of rows) take(row, left);
}

function rowsFor(line: PickLine, { state }: Cin7Context) {
  const rows = state.stock.rowsAt(line.productId, line.locationId);
  return line.BatchSN === null || line.BatchSN === '' ? rows : rows.filter((row) => row.batch === line.BatchSN);
}

/** Puts back what the sale's picks took; the tasks are gone afterwards. */
export function returnPicks(sale: SaleRecord): void {
  for (const task of sale.fulfilments) returnTask(sale, task);
}

/** Removes one task of an order that stays authorised: what it took is on hand and allocated again. */
export function deleteTask(sale: SaleRecord, task: Fulfilment): void {
  returnTask(sale, task);
  for (const { row, quantity } of task.taken) {
    const line = sale.order.lines.find((candidate) => sameText(candidate.productId, row.productId));
    if (line === undefined) continue;
    row.allocated = fourPlaces(row.allocated + quantity);
    line.allocations.push({ row, quantity });
  }
}

function returnTask(sale: SaleRecord, task: Fulfilment): void {
  for (const { row, quantity } of task.taken) row.onHand = fourPlaces(row.onHand + quantity);
  sale.fulfilments = sale.fulfilments.filter((other) => other !== task);
}
