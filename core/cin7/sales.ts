// Sales (Cin7 9, 10): the list, the two steps that make one, reading it back, undoing, and invoices. What creates something
// is marked so; the transport never repeats it blindly.
import type { Instant } from '../base/dates.ts';
import { isSeamlineError } from '../base/errors.ts';
import { z } from 'zod';
import type { Sale, SaleDraft, SaleHead, SoldLine } from '../model/sale.ts';
import { sinceQuery, type Caller, type Cin7Connection, type Visit } from './connection.ts';
import type { ScanEvidence } from './paging.ts';
import { invoicesSchema, newInvoiceBody, type Invoice } from './wire/invoices.ts';
import {
  saleHeaderBody,
  saleHeadSchema,
  saleIdSchema,
  saleOrderBody,
  saleOrderSchema,
  saleSchema,
  type TotalForm,
} from './wire/sales.ts';

/** What `/sale/order` answered; backorders are in the lines. */
export interface OrderedSale {
  readonly id: string;
  readonly number: string;
  readonly orderStatus: string;
  readonly lines: readonly SoldLine[];
}

const saleList = {
  path: 'saleList',
  key: 'SaleList',
  row: saleHeadSchema,
  identify: ({ id }: SaleHead) => id,
};

/** Sales that changed since an instant. */
export function scanSales(
  cin7: Cin7Connection,
  updatedSince: Instant,
  caller: Caller,
  visit: Visit<SaleHead>,
): Promise<ScanEvidence> {
  const query = sinceQuery(cin7, 'UpdatedSince', updatedSince);
  return cin7.scan({ name: 'sale list', ...saleList, query, limit: cin7.switches.saleListPage }, caller, visit);
}

const lookUpLimit = 100;

/** The sales that carry exactly this ExternalID, voided ones among them (Cin7 9.7; compared on our side). */
export async function salesWithExternalId(
  cin7: Cin7Connection,
  externalId: string,
  caller: Caller,
): Promise<SaleHead[]> {
  const query = { ExternalID: externalId };
  const rows = await cin7.book({ name: 'sale look-up', ...saleList, query, limit: lookUpLimit }, caller);
  return rows.filter((row) => row.externalId === externalId);
}

/** Sales that Cin7's own search finds by a reference, an order number or a customer (Cin7 9.2). */
export function searchSales(cin7: Cin7Connection, words: string, caller: Caller): Promise<SaleHead[]> {
  return cin7.book({ name: 'sale search', ...saleList, query: { Search: words }, limit: lookUpLimit }, caller);
}

/** Creates the header of a sale and gives its id. */
export function createSale(cin7: Cin7Connection, draft: SaleDraft, caller: Caller): Promise<string> {
  const body = saleHeaderBody(draft);
  return cin7.write(
    { name: 'sale header', method: 'POST', path: 'sale', body, effect: 'create' },
    saleIdSchema,
    caller,
  );
}

/**
 * Writes all lines and charges of a sale, as a draft or authorised. It overwrites, yet is refused once authorised: an
 * unclear answer is read back, never just repeated.
 */
export function writeSaleOrder(
  cin7: Cin7Connection,
  saleId: string,
  draft: SaleDraft,
  status: 'DRAFT' | 'AUTHORISED',
  caller: Caller,
): Promise<OrderedSale> {
  return eitherTotal(cin7, draft, (form) => {
    const body = saleOrderBody(saleId, draft, status, form);
    const request = { name: 'sale lines', method: 'POST', path: 'sale/order', body, effect: 'create' } as const;
    return cin7.write(request, saleOrderSchema, caller);
  });
}

/**
 * Writes lines with their totals in the form of the switch. A refusal did nothing, so one that is about the Total may be
 * answered by the other form; what Cin7 Core makes of it is compared with the order afterwards all the same (ORD-7).
 */
async function eitherTotal<Written>(
  { switches }: Cin7Connection,
  { lines, charges }: SaleDraft,
  write: (form: TotalForm) => Promise<Written>,
): Promise<Written> {
  if (switches.lineTotal !== 'without-tax-first') return write(switches.lineTotal);
  try {
    return await write('without-tax');
  } catch (error) {
    const isTaxed = [...lines, ...charges].some(({ tax }) => Number(tax) !== 0);
    if (!isTaxed || !isSeamlineError(error, 'refused') || !/\bTotal\b/.test(String(error.details['words'])))
      throw error;
    return write('with-tax');
  }
}

/** A whole sale as it is now. */
export async function readSale(cin7: Cin7Connection, saleId: string, caller: Caller): Promise<Sale> {
  return (await cin7.get('sale', 'sale', { ID: saleId }, saleSchema, caller)).content;
}

/** Puts an authorised order back to a draft and frees its stock: Cin7 calls it undo (Cin7 9.5). */
export function undoSale(cin7: Cin7Connection, saleId: string, caller: Caller): Promise<Sale> {
  const request = {
    name: 'undo sale',
    method: 'DELETE',
    path: 'sale',
    query: { ID: saleId, Void: false },
    effect: 'create',
  } as const;
  return cin7.write(request, saleSchema, caller);
}

/** Voids a sale for good and frees its stock (Cin7 9.5): only ever because a person asked for it. */
export function voidSale(cin7: Cin7Connection, saleId: string, caller: Caller): Promise<Sale> {
  const request = {
    name: 'void sale',
    method: 'DELETE',
    path: 'sale',
    query: { ID: saleId, Void: true },
    effect: 'create',
  } as const;
  return cin7.write(request, saleSchema, caller);
}

/** Invoices of a sale. */
export async function listInvoices(cin7: Cin7Connection, saleId: string, caller: Caller): Promise<Invoice[]> {
  return (await cin7.get('invoices', 'sale/invoice', { SaleID: saleId }, invoicesSchema, caller)).content;
}

/** Makes an invoice of the whole sale. */
export async function createInvoice(
  cin7: Cin7Connection,
  saleId: string,
  draft: SaleDraft,
  status: 'DRAFT' | 'AUTHORISED',
  date: string,
  caller: Caller,
): Promise<void> {
  await eitherTotal(cin7, draft, (form) => {
    const body = newInvoiceBody(saleId, draft, status, date, form);
    const request = { name: 'new invoice', method: 'POST', path: 'sale/invoice', body, effect: 'create' } as const;
    return cin7.write(request, z.unknown(), caller);
  });
}
