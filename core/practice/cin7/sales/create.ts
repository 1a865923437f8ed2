// Making sales and finding them (Cin7 9.4, 9.5). A second sale with the same ExternalID is accepted; nothing is idempotent.
import type { Cin7Context } from '../context.ts';
import { refuse } from '../http/answers.ts';
import { isGuid } from '../http/query.ts';
import type { DocumentStage, SaleRecord } from '../state/sale-records.ts';
import { sameText, saleById } from '../state/state.ts';
import { refuseVoided, touchSale } from './actions.ts';
import { type HeaderBody, headerFrom } from './header.ts';

/** The sale with an id, or a refusal. The text follows the product's (Cin7 3.3); there is none for sales. */
export function knownSale(id: string, { state, switches }: Cin7Context): SaleRecord {
  return saleById(state, id) ?? refuse("Sale with specified 'ID' not found.", switches.notFoundErrorCode);
}

/** Makes a sale without lines. A second sale with the same ExternalID is accepted (Cin7 9.4, 14.3). */
export function createSale(body: HeaderBody, context: Cin7Context): SaleRecord {
  const { state, clock, ids, switches } = context;
  const header = headerFrom(body, context);
  const sale: SaleRecord = {
    id: ids.uuid(),
    orderNumber: switches.orderNumberFrom === 'header' ? nextOrderNumber(context) : null,
    createdAt: clock.now(),
    updatedAt: clock.now(),
    type: sameText(body.SaleType, 'Advanced') ? 'Advanced' : 'Simple',
    isServiceOnly: body.ServiceOnly ?? false,
    isVoided: false,
    header,
    quote: emptyStage(),
    order: emptyStage(),
    fulfilments: [],
    invoices: [],
  };
  state.sales.set(sale.id, sale);
  return sale;
}

/** `SO-00412`, counting up. */
export function nextOrderNumber({ state }: Cin7Context): string {
  state.counters.sale += 1;
  return `SO-${String(state.counters.sale).padStart(5, '0')}`;
}

function emptyStage(): DocumentStage {
  return { status: 'NOT AVAILABLE', memo: null, lines: [], charges: [] };
}

/** PUT wants the whole header: what is left out falls back to the defaults (Cin7 9.5). */
export function replaceHeader(body: HeaderBody, context: Cin7Context): SaleRecord {
  if (body.ID == null || body.ID === '') refuse("Required attribute 'ID' not provided.");
  if (!isGuid(body.ID)) refuse('ID parameter must be of GUID type');
  const sale = knownSale(body.ID, context);
  refuseVoided(sale);
  const header = headerFrom(body, context);
  // Stock is allocated at the old location; moving it isn't documented.
  const locationId = sale.order.status === 'AUTHORISED' ? sale.header.locationId : header.locationId;
  sale.header = { ...header, locationId };
  touchSale(sale, context);
  return sale;
}

/** The sale that a body names, or a refusal. */
export function saleOf(saleId: string | null | undefined, context: Cin7Context): SaleRecord {
  if (saleId == null || saleId === '') refuse("Required attribute 'SaleID' not provided.");
  if (!isGuid(saleId)) refuse('SaleID parameter must be of GUID type');
  return knownSale(saleId, context);
}
