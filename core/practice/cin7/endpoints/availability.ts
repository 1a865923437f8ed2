// Stock: GET /ref/productavailability and GET /ref/location (Cin7 6). Availability is one row per product, location, bin and
// batch; its StockOnHand is a value in money. The location list mixes bins in as rows of their own.
import type { Cin7Context } from '../context.ts';
import { type Endpoint, onQuery, paging } from '../http/endpoint.ts';
import { listAnswer } from '../http/paging.ts';
import type { LocationRecord, ProductRecord, StockRow } from '../state/records.ts';
import { sameText } from '../state/state.ts';
import { availableOf } from '../state/stock.ts';
import { businessDate } from '../wire/dates.ts';
import { contains, equals, startsWith } from '../wire/filters.ts';

interface AvailabilityItem {
  readonly product: ProductRecord;
  readonly row: StockRow;
  readonly location: LocationRecord;
}

export const stockEndpoints: readonly Endpoint[] = [
  {
    path: 'ref/productavailability',
    operations: {
      GET: onQuery([...paging, 'ID', 'Name', 'Sku', 'Location', 'Batch', 'Category'], ({ query }, context) => {
        const { switches } = context;
        const [id, name, sku] = [query.guid('ID'), query.text('Name'), query.text('Sku')];
        const [locationName, batch, category] = [query.text('Location'), query.text('Batch'), query.text('Category')];
        const matchesSku = switches.availabilitySkuFilter === 'equals' ? equals : contains;
        const items = availabilityItems(context).filter(
          ({ product, row, location }) =>
            (id === null || sameText(product.id, id)) &&
            startsWith(product.fields.Name, name) &&
            matchesSku(product.fields.SKU, sku) &&
            equals(location.Name, locationName) &&
            equals(row.batch, batch) &&
            equals(product.fields.Category, category),
        );
        return listAnswer(query, switches, {
          key: 'ProductAvailabilityList',
          items,
          cap: switches.productAvailabilityCap,
          row: availabilityRow,
        });
      }),
    },
  },
  {
    path: 'ref/location',
    operations: {
      GET: onQuery([...paging, 'ID', 'Name', 'Deprecated'], ({ query }, { state, switches }) => {
        const [id, name, isDeprecated] = [query.guid('ID'), query.text('Name'), query.flag('Deprecated')];
        const items = state.locations
          .flatMap(locationRows)
          .filter(
            (row) =>
              (id === null || sameText(row.ID, id)) &&
              startsWith(row.Name, name) &&
              (isDeprecated === null || row.IsDeprecated === isDeprecated),
          );
        return listAnswer(query, switches, {
          key: 'LocationList',
          items,
          cap: switches.locationCap,
          row: (row) => row,
        });
      }),
    },
  },
];

/** Rows in the order SKU, location, bin (Cin7 14.2). */
function availabilityItems({ state, switches }: Cin7Context): AvailabilityItem[] {
  const locations = new Map(state.locations.map((location) => [location.id, location]));
  const items: AvailabilityItem[] = [];
  for (const product of state.catalogue.products()) {
    if (product.fields.Type !== 'Stock') continue;
    if (switches.deprecatedInAvailability === 'left-out' && sameText(product.fields.Status, 'Deprecated')) continue;
    const rows = state.stock.rowsOf(product.id).filter((row) => isListed(row, switches.zeroStockRows));
    const own = rows.flatMap((row) => {
      const location = locations.get(row.locationId);
      return location === undefined ? [] : [{ product, row, location }];
    });
    if (own.length > 1) own.sort(byPlace);
    items.push(...own);
  }
  return items;
}

/** Bins whose stock fell to zero aren't returned, other zeros are rows (Cin7 6.1). */
function isListed(row: StockRow, way: Cin7Context['switches']['zeroStockRows']): boolean {
  const isEmpty = row.onHand === 0 && row.allocated === 0 && row.onOrder === 0 && row.inTransit === 0;
  return !isEmpty || way === 'shown' || (way === 'left-out-in-bins' && row.bin === null);
}

function byPlace(a: AvailabilityItem, b: AvailabilityItem): number {
  const keyOf = ({ location, row }: AvailabilityItem) => `${location.Name}\n${row.bin ?? ''}\n${row.batch ?? ''}`;
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function availabilityRow({ product, row, location }: AvailabilityItem) {
  return {
    ID: product.id,
    SKU: product.fields.SKU,
    Name: product.fields.Name,
    Barcode: product.fields.Barcode,
    Location: location.Name,
    Bin: row.bin,
    Batch: row.batch,
    ExpiryDate: businessDate(row.expiryDate),
    OnHand: row.onHand,
    Allocated: row.allocated,
    Available: availableOf(row),
    OnOrder: row.onOrder,
    // The value of the stock at cost, not a quantity (Cin7 6.1).
    StockOnHand: Math.round(row.onHand * product.averageCost * 100) / 100,
    InTransit: row.inTransit,
    NextDeliveryDate: businessDate(row.nextDeliveryDate),
  };
}

/** A warehouse and, after it, its bins as rows with a ParentID. */
function locationRows(location: LocationRecord) {
  const { id, bins, ...fields } = location;
  const common = {
    FixedAssetsLocation: false,
    AddressLine2: '',
    PickZones: null,
    IsShopfloor: false,
    IsCoMan: false,
    IsStaging: false,
  };
  const warehouse = {
    ID: id,
    ...fields,
    ...common,
    // Bin ids are in upper case here and in lower case in their own rows (Cin7 1.4).
    Bins:
      bins.length === 0
        ? null
        : bins.map((bin) => ({ ID: bin.id.toUpperCase(), Name: bin.Name, IsDeprecated: false, IsStaging: false })),
    ParentID: null,
    ParentName: null,
    ReferenceCount: bins.length,
  };
  const binRows = bins.map((bin) => ({
    ID: bin.id,
    Name: bin.Name,
    IsDefault: false,
    IsDeprecated: false,
    AddressLine1: '',
    AddressCitySuburb: '',
    AddressStateProvince: '',
    AddressZipPostCode: '',
    AddressCountry: '',
    ...common,
    Bins: null,
    ParentID: id,
    ParentName: location.Name,
    ReferenceCount: 0,
  }));
  return [warehouse, ...binRows];
}
