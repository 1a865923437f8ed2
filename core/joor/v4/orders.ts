// Order headers from v4: less than v2 gives, and without lines, but by id, by export state and by pages (JOOR 5.9). The
// nesting of customer and linesheet isn't documented, so both forms are read.
import { z } from 'zod';
import type { Instant } from '../../base/dates.ts';
import { readWhole } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { decimalText, id, part, text } from '../values.ts';

export interface OrderHeader {
  readonly id: string;
  /** `APPROVED` and the like; free text, because the list may grow. */
  readonly stage: string;
  /** `SUCCESS`, `FAILED`, `UNDEFINED`; empty counts as never exported. */
  readonly exportState: string;
  readonly exportDescription: string;
  readonly poNumber: string;
  readonly customerCode: string;
  readonly total: string;
}

export interface HeaderQuery {
  readonly orderIds?: readonly string[];
  readonly stage?: string;
  readonly exportState?: 'SUCCESS' | 'FAILED' | 'UNDEFINED';
  readonly modifiedSince?: Instant;
}

const headerSchema = z
  .object({
    id,
    status: text,
    export_status: text,
    export_description: text,
    po_number: text,
    customer: part(z.object({ code: text })),
    customer_code: text,
    total: decimalText,
  })
  .transform((row): OrderHeader => ({
    id: row.id,
    stage: row.status,
    exportState: row.export_status === '' ? 'UNDEFINED' : row.export_status,
    exportDescription: row.export_description,
    poNumber: row.po_number,
    customerCode: row.customer?.code ?? row.customer_code,
    total: row.total,
  }));

const pageSize = 100;
const mostPages = 1_000;

/**
 * Order headers by v4's filters, all pages. Only a page that brings nothing new ends the list: the largest page size
 * isn't known, so a short page says nothing (JOOR 13).
 */
export async function listOrderHeaders(
  joor: JoorConnection,
  query: HeaderQuery,
  caller: Caller,
): Promise<OrderHeader[]> {
  const headers = new Map<string, OrderHeader>();
  for (let page = 1; page <= mostPages; page += 1) {
    const request = {
      name: 'order headers',
      method: 'GET',
      path: 'orders',
      query: {
        ...(query.orderIds === undefined ? {} : { order_ids: query.orderIds.join(',') }),
        ...(query.stage === undefined ? {} : { status: query.stage }),
        ...(query.exportState === undefined ? {} : { export_status: query.exportState }),
        ...(query.modifiedSince === undefined ? {} : { last_modified: query.modifiedSince.slice(0, 10) }),
        page,
        page_size: pageSize,
      },
      effect: 'read',
    } as const;
    const { content } = await joor.v4(request, caller, (json) => readWhole(headerSchema, json));
    const fresh = content.filter((header) => !headers.has(header.id));
    for (const header of fresh) headers.set(header.id, header);
    if (fresh.length === 0 || (query.orderIds !== undefined && headers.size >= query.orderIds.length)) break;
  }
  return [...headers.values()];
}
