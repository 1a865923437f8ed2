// The practice JOOR account's screens: each edit as a method, and all of them behind `apply` as data. Edits cost no
// credits. They happen after everything that the clock has finished by then.
import type { z } from 'zod';
import { slug } from '../../base/text.ts';
import { addCollection, changeItems } from './collections.ts';
import { matchCustomer, settleConnections } from './connections.ts';
import { editSchema, editSchemas } from './edit-schemas.ts';
import type { FieldsOf, ParsedEdit } from './edit-schemas.ts';
import { findLinesheet, findProduct } from './find.ts';
import { deleteProduct } from './legacy-styles.ts';
import { editOrder, moveOrder, placeOrder, resetExport } from './order-edits.ts';
import type { Collection, Order, Product } from './records.ts';
import { addWarehouse } from './seed.ts';
import type { Account } from './state.ts';
import { moveSwitches } from './switches.ts';
import type { JoorSwitchesInput } from './switches.ts';

export interface JoorEdits {
  /** Does an edit given as data, `{ kind, ... }`, and gives a short account of what came of it. */
  readonly apply: (edit: unknown) => unknown;
  readonly placeOrder: (fields: FieldsOf<'place-order'>) => Order;
  readonly approveOrder: (orderId: string) => Order;
  readonly editOrder: (fields: FieldsOf<'edit-order'>) => Order;
  readonly cancelOrder: (orderId: string) => Order;
  readonly shipOrder: (orderId: string, trackingNumber?: string) => Order;
  readonly returnOrder: (orderId: string, to: 'NOTES' | 'PENDING' | 'APPROVED') => Order;
  readonly resetExport: (orderId: string) => Order;
  readonly publishLinesheet: (linesheet: string) => Collection;
  readonly makeLinesheet: (fields: FieldsOf<'make-linesheet'>) => Collection;
  readonly addToLinesheet: (linesheet: string, products: string[]) => Collection;
  readonly removeFromLinesheet: (linesheet: string, products: string[]) => Collection;
  readonly renameLinesheet: (linesheet: string, name: string) => Collection;
  readonly renameProduct: (product: string, name: string) => Product;
  /** Gives on how many orders the style was cancelled. */
  readonly deleteProduct: (product: string) => number;
  readonly matchCustomer: (customerCode: string) => void;
  readonly addWarehouse: (name: string, code?: string) => void;
  readonly expireTokens: () => void;
  readonly setSwitches: (switches: JoorSwitchesInput) => void;
}

/** The account's screens. */
export function createEdits(account: Account): JoorEdits {
  const { clock, state } = account;
  const linesheet = (name: string, change: (found: Collection) => void): Collection => {
    const found = findLinesheet(state, name);
    change(found);
    return found;
  };
  const itemsOf = (products: readonly string[]) =>
    products.map((name) => ({ product_id: findProduct(state, name).id }));
  const moved = (orderId: string, to: Order['status']) => moveOrder(account, orderId, to);

  const edits: Omit<JoorEdits, 'apply'> = {
    placeOrder: (fields) => placeOrder(account, parsed(editSchemas.placeOrder, { kind: 'place-order', ...fields })),
    approveOrder: (orderId) => moved(orderId, 'APPROVED'),
    editOrder: (fields) => editOrder(account, parsed(editSchemas.editOrder, { kind: 'edit-order', ...fields })),
    cancelOrder: (orderId) => moved(orderId, 'CANCELLED'),
    shipOrder(orderId, trackingNumber) {
      const order = moved(orderId, 'SHIPPED');
      if (trackingNumber !== undefined) order.trackingNumber = trackingNumber;
      return order;
    },
    returnOrder: moved,
    resetExport: (orderId) => resetExport(account, orderId),
    publishLinesheet: (name) =>
      linesheet(name, (found) => {
        found.visibility = 'PUBLIC';
      }),
    makeLinesheet(fields) {
      const given = parsed(editSchemas.makeLinesheet, { kind: 'make-linesheet', ...fields });
      const items = itemsOf(given.products);
      const made = addCollection(account, { name: given.name, externalId: given.code ?? null, isManual: true });
      made.delivery.startShipDate = given.shipStart ?? null;
      made.delivery.completeShipDate = given.shipEnd ?? null;
      changeItems(made, 'ADD_ITEMS', items);
      return made;
    },
    addToLinesheet: (name, products) => linesheet(name, (found) => changeItems(found, 'ADD_ITEMS', itemsOf(products))),
    removeFromLinesheet: (name, products) =>
      linesheet(name, (found) => changeItems(found, 'REMOVE_ITEMS', itemsOf(products))),
    renameLinesheet: (name, newName) =>
      linesheet(name, (found) => {
        found.name = newName;
      }),
    renameProduct(name, newName) {
      const product = findProduct(state, name);
      product.name = newName;
      product.modifiedAt = clock.now();
      return product;
    },
    deleteProduct: (name) => deleteProduct(account, findProduct(state, name)),
    matchCustomer(customerCode) {
      settleConnections(account);
      if (matchCustomer(account, customerCode) === null)
        throw new Error(`No customer ${customerCode} waits for a match.`);
    },
    addWarehouse: (name, code) => addWarehouse(state, name, code ?? slug(name)),
    expireTokens: () => state.tokens.clear(),
    setSwitches: (switches) => moveSwitches(account.switches, switches),
  };
  return {
    ...edits,
    apply(edit) {
      settleConnections(account);
      return applied(edits, editSchema.parse(edit));
    },
  };
}

function applied(edits: Omit<JoorEdits, 'apply'>, edit: ParsedEdit): unknown {
  switch (edit.kind) {
    case 'place-order':
      return orderWords(edits.placeOrder(edit));
    case 'approve-order':
      return orderWords(edits.approveOrder(edit.orderId));
    case 'edit-order':
      return orderWords(edits.editOrder(edit));
    case 'cancel-order':
      return orderWords(edits.cancelOrder(edit.orderId));
    case 'ship-order':
      return orderWords(edits.shipOrder(edit.orderId, edit.trackingNumber));
    case 'return-order':
      return orderWords(edits.returnOrder(edit.orderId, edit.to));
    case 'reset-export':
      return orderWords(edits.resetExport(edit.orderId));
    case 'publish-linesheet':
      return linesheetWords(edits.publishLinesheet(edit.linesheet));
    case 'make-linesheet':
      return linesheetWords(edits.makeLinesheet(edit));
    case 'add-to-linesheet':
      return linesheetWords(edits.addToLinesheet(edit.linesheet, edit.products));
    case 'remove-from-linesheet':
      return linesheetWords(edits.removeFromLinesheet(edit.linesheet, edit.products));
    case 'rename-linesheet':
      return linesheetWords(edits.renameLinesheet(edit.linesheet, edit.name));
    case 'rename-product':
      return { productId: edits.renameProduct(edit.product, edit.name).id };
    case 'delete-product':
      return { ordersChanged: edits.deleteProduct(edit.product) };
    case 'match-customer':
      return edits.matchCustomer(edit.customerCode);
    case 'add-warehouse':
      return edits.addWarehouse(edit.name, edit.code);
    case 'expire-tokens':
      return edits.expireTokens();
    case 'set-switches':
      return edits.setSwitches(edit.switches);
  }
}

function orderWords({ id, status, exportStatus }: Order): Record<string, unknown> {
  return { orderId: id, status, exportStatus };
}

function linesheetWords({ id, name, visibility, items }: Collection): Record<string, unknown> {
  return { linesheetId: id, name, visibility, products: [...items.keys()] };
}

function parsed<Edit>(schema: z.ZodType<Edit>, given: unknown): Edit {
  return schema.parse(given);
}
