// Sales: the list, the header, undo and void (Cin7 9.2, 9.4, 9.5). POST makes the header only; lines in it aren't read.
// DELETE without Void=true is undo, not deletion.
import type { Cin7Context } from '../context.ts';
import { json } from '../http/answers.ts';
import { type Endpoint, onBody, onQuery, paging } from '../http/endpoint.ts';
import { listAnswer } from '../http/paging.ts';
import type { Query } from '../http/query.ts';
import { undoSale, voidSale } from '../sales/actions.ts';
import { createSale, knownSale, replaceHeader } from '../sales/create.ts';
import { headerBody } from '../sales/header.ts';
import type { SaleRecord } from '../state/sale-records.ts';
import { sameText } from '../state/state.ts';
import { contains, equals, isSince, startsWith } from '../wire/filters.ts';
import { saleObject } from '../wire/sale-object.ts';
import { saleRow } from '../wire/sale-row.ts';

const listParameters = [
  ...paging,
  'Search',
  'CreatedSince',
  'UpdatedSince',
  'UpdatedUntil',
  'ShipBy',
  'QuoteStatus',
  'OrderStatus',
  'CombinedPickStatus',
  'CombinedPackStatus',
  'CombinedShippingStatus',
  'CombinedInvoiceStatus',
  'CreditNoteStatus',
  'ExternalID',
  'Status',
  'ReadyForShipping',
  'OrderLocationID',
];

export const saleEndpoints: readonly Endpoint[] = [
  {
    path: 'salelist',
    operations: {
      GET: onQuery(listParameters, ({ query }, context) =>
        listAnswer(query, context.switches, {
          key: 'SaleList',
          items: listedSales(query, context),
          cap: context.switches.saleListCap,
          row: (row) => row,
        }),
      ),
    },
  },
  {
    path: 'sale',
    operations: {
      GET: onQuery(
        ['ID', 'CombineAdditionalCharges', 'HideInventoryMovements', 'IncludeTransactions', 'CountryFormat'],
        ({ query }, context) =>
          json(
            saleObject(knownSale(query.requiredGuid('ID'), context), context, {
              countryFormat: query.text('CountryFormat'),
              combineCharges: query.flag('CombineAdditionalCharges') === true,
            }),
          ),
      ),
      POST: onBody(headerBody, (body, context) => json(saleObject(createSale(body, context), context))),
      PUT: onBody(headerBody, (body, context) => json(saleObject(replaceHeader(body, context), context))),
      DELETE: onQuery(['ID', 'Void'], ({ query }, context) => {
        const sale = knownSale(query.requiredGuid('ID'), context);
        if (query.flag('Void') === true) voidSale(sale, context);
        else undoSale(sale, context);
        return json(saleObject(sale, context));
      }),
    },
  },
];

/** The rows that pass the filters, newest Updated first (Cin7 14.2). */
function listedSales(query: Query, context: Cin7Context) {
  const { state, switches, clock } = context;
  const [createdSince, updatedSince, updatedUntil] = [
    query.moment('CreatedSince'),
    query.moment('UpdatedSince'),
    query.moment('UpdatedUntil'),
  ];
  const [shipBy, locationId, isReady] = [
    query.date('ShipBy'),
    query.guid('OrderLocationID'),
    query.flag('ReadyForShipping'),
  ];
  const externalId = query.text('ExternalID');
  const visibleUntil = clock.now() - switches.lateListSeconds * 1000;
  const sales = [...state.sales.values()].filter(
    (sale) =>
      sale.createdAt <= visibleUntil &&
      isSince(sale.createdAt, createdSince, switches.modifiedSince) &&
      isSince(sale.updatedAt, updatedSince, switches.modifiedSince) &&
      (updatedUntil === null || sale.updatedAt <= updatedUntil) &&
      // The reference names the filter only; here it means "to be shipped by that day".
      (shipBy === null || (sale.header.ShipBy !== null && sale.header.ShipBy <= shipBy)) &&
      (locationId === null || sameText(sale.header.locationId, locationId)) &&
      matchesExternalId(sale, externalId, switches.externalIdFilter),
  );
  sales.sort((a, b) => b.updatedAt - a.updatedAt);
  return sales
    .map((sale) => saleRow(sale, context))
    .filter(
      (row) =>
        equals(row.Status, query.text('Status')) &&
        equals(row.QuoteStatus, query.text('QuoteStatus')) &&
        equals(row.OrderStatus, query.text('OrderStatus')) &&
        equals(row.CombinedPickingStatus, query.text('CombinedPickStatus')) &&
        equals(row.CombinedPackingStatus, query.text('CombinedPackStatus')) &&
        equals(row.CombinedShippingStatus, query.text('CombinedShippingStatus')) &&
        equals(row.CombinedInvoiceStatus, query.text('CombinedInvoiceStatus')) &&
        equals(row.CreditNoteStatus, query.text('CreditNoteStatus')) &&
        (isReady === null || isReadyForShipping(row) === isReady) &&
        matchesSearch(row, query.text('Search')),
    );
}

function matchesExternalId(
  { header }: SaleRecord,
  wanted: string | null,
  way: Cin7Context['switches']['externalIdFilter'],
): boolean {
  return way === 'exact' ? equals(header.ExternalID, wanted) : startsWith(header.ExternalID, wanted);
}

type SaleRow = ReturnType<typeof saleRow>;

function isReadyForShipping(row: SaleRow): boolean {
  return row.CombinedPackingStatus === 'PACKED' && row.CombinedShippingStatus !== 'SHIPPED';
}

/** A substring of any of six fields (Cin7 9.2, gotcha 45). */
function matchesSearch(row: SaleRow, search: string | null): boolean {
  const fields = [
    row.OrderNumber,
    row.Status,
    row.Customer,
    row.InvoiceNumber,
    row.CustomerReference,
    row.CreditNoteNumber,
  ];
  return fields.some((field) => contains(field, search));
}
