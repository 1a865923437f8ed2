// What JOOR holds of the brand's styles, and what it should hold by Cin7 Core's records and the rules, computed here a
// second time and more simply than the app does it. Equal pictures mean: everything is in step.
import type { Practice } from '../../core/practice/practice.ts';
import type { ProductRecord } from '../../core/practice/cin7/state/records.ts';
import type { Collection, Order, Sku } from '../../core/practice/joor/records.ts';
import { found, ordersGoLive } from './world.ts';

interface SkuPicture {
  readonly colour: string;
  readonly size: string;
  readonly barcode: string | null;
  /** `wholesale / retail` by price type. */
  readonly prices: Readonly<Record<string, string>>;
  readonly linesheets: readonly string[];
  /** The number in the warehouse `Main`. */
  readonly stock: number | null;
}

interface StylePicture {
  readonly name: string;
  readonly identifier: string | null;
  readonly skus: Readonly<Record<string, SkuPicture>>;
}

/** Styles by their number. */
export type Picture = Readonly<Record<string, StylePicture>>;

const warehouse = 'Main';
const location = 'Sydney DC';
const linesheetPrefix = 'Collection_';

/** The styles in JOOR that came through the API; a pair that has no SKU of Cin7 Core isn't shown. */
export function joorPicture({ joor }: Practice): Picture {
  const { state } = joor;
  const styles = [...state.products.values()].filter(({ isManual }) => !isManual);
  return Object.fromEntries(
    styles.map(({ externalId, name, identifier, skuIds }): [string, StylePicture] => [
      externalId ?? '',
      {
        name,
        identifier,
        skus: Object.fromEntries(
          [...skuIds]
            .flatMap((id) => state.skus.get(id) ?? [])
            .flatMap((sku) => (sku.externalId === null ? [] : [[sku.externalId, skuPicture(state, sku)]])),
        ),
      },
    ]),
  );
}

/** What JOOR holds of each SKU of a style; nothing when it has no such style. */
export function skusInJoor(practice: Practice, number: string): StylePicture['skus'] {
  return joorPicture(practice)[number]?.skus ?? {};
}

function skuPicture(state: Practice['joor']['state'], sku: Sku): SkuPicture {
  const prices = [...(state.pricesBySku.get(sku.id)?.values() ?? [])];
  return {
    colour: sku.color.name,
    size: sku.size.name,
    barcode: sku.identifiers[0]?.value ?? null,
    prices: Object.fromEntries(
      prices.map(({ priceTypeId, wholesale, retail }) => [
        state.priceTypes.get(priceTypeId)?.name ?? '',
        `${wholesale} / ${retail ?? ''}`,
      ]),
    ),
    linesheets: [...state.collections.values()]
      .filter((linesheet) => !linesheet.isManual && holds(linesheet, sku))
      .map(({ name }) => name)
      .sort(),
    stock: state.stock.get(sku.id)?.find((row) => row.warehouse === warehouse)?.available ?? null,
  };
}

/** True when a linesheet of JOOR offers a SKU. */
export function holds({ items }: Collection, { id, productId }: Pick<Sku, 'id' | 'productId'>): boolean {
  const item = items.get(productId);
  return item !== undefined && (item.skuIds === null || item.skuIds.includes(id));
}

/** The same as Cin7 Core's records want it, with the practice settings. */
export function wantedPicture(practice: Practice): Picture {
  const sources = sourcesOf(practice).filter(isSelected);
  const barcodes = sources.flatMap(({ variants }) => variants.map(({ product }) => product.fields.Barcode ?? ''));
  return Object.fromEntries(
    sources.map((source): [string, StylePicture] => [
      source.number,
      {
        name: source.name,
        identifier: `cin7:${source.id}`,
        skus: Object.fromEntries(
          source.variants.map(({ product, options }) => [
            product.fields.SKU,
            wantedSku(practice, source, product, options, barcodes),
          ]),
        ),
      },
    ]),
  );
}

interface Source {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly optionNames: readonly string[];
  /** Those that can be sold. */
  readonly variants: readonly { readonly product: ProductRecord; readonly options: readonly string[] }[];
}

function sourcesOf({ cin7 }: Practice): Source[] {
  const { catalogue } = cin7.state;
  const families = catalogue.families().map(({ id, fields, members }): Source => ({
    id,
    number: fields.SKU,
    name: fields.Name,
    tags: tagsOf(fields.Tags),
    optionNames: [fields.Option1Name, fields.Option2Name, fields.Option3Name],
    variants: members.flatMap(({ productId, options }) => {
      const product = catalogue.productById(productId);
      return product !== undefined && isLive(product) ? [{ product, options }] : [];
    }),
  }));
  const alone = catalogue.products().filter((product) => catalogue.familyOf(product.id) === undefined);
  return [
    ...families,
    ...alone.filter(isLive).map((product): Source => ({
      id: product.id,
      number: product.fields.SKU,
      name: product.fields.Name,
      tags: tagsOf(product.fields.Tags),
      optionNames: [],
      variants: [{ product, options: [] }],
    })),
  ];
}

function isSelected({ tags, variants }: Source): boolean {
  const all = [tags, ...variants.map(({ product }) => tagsOf(product.fields.Tags))];
  return variants.length > 0 && all.some((own) => own.includes('JOOR')) && !tags.includes('NotWholesale');
}

const isLive = ({ fields }: ProductRecord) => fields.Type === 'Stock' && fields.Status === 'Active' && fields.Sellable;

const tagsOf = (tags: string | null) =>
  (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

function wantedSku(
  practice: Practice,
  { tags, optionNames }: Source,
  product: ProductRecord,
  options: readonly string[],
  barcodes: readonly string[],
): SkuPicture {
  const { fields } = product;
  const own = tagsOf(fields.Tags);
  const option = (pattern: RegExp, otherwise: string) =>
    options[optionNames.findIndex((name) => pattern.test(name))] ?? otherwise;
  const linesheets = [...tags, ...own]
    .filter((tag) => tag.startsWith(linesheetPrefix))
    .map((tag) => tag.slice(linesheetPrefix.length));
  const barcode = fields.Barcode ?? '';
  return {
    colour: option(/^colou?r$/i, 'One Color'),
    size: option(/^size$/i, 'One Size'),
    barcode: barcode !== '' && barcodes.filter((other) => other === barcode).length === 1 ? barcode : null,
    prices: {
      ...priceOf('AUD Wholesale', fields.PriceTier2, fields.PriceTier1),
      ...priceOf('USD Wholesale', fields.PriceTier4, fields.PriceTier3),
    },
    linesheets: own.includes('NotWholesale') ? [] : [...new Set(linesheets)].sort(),
    stock: stockOf(practice, product),
  };
}

function priceOf(name: string, wholesale: number, retail: number): Record<string, string> {
  return wholesale === 0 ? {} : { [name]: `${wholesale.toFixed(2)} / ${retail === 0 ? '' : retail.toFixed(2)}` };
}

/** Available at the location, less what approved orders that aren't authorised sales yet will take (STK-1). */
function stockOf(practice: Practice, { id, fields }: ProductRecord): number {
  const { state } = practice.cin7;
  const { id: locationId } = found(state.locations, ({ Name }) => Name === location, location);
  const rows = state.stock.rowsAt(id, locationId);
  const available = rows.reduce((sum, { onHand, allocated }) => sum + onHand - allocated, 0);
  const promised = openOrders(practice)
    .flatMap(({ lines }) => lines)
    .filter(({ sku }) => sku.skuIdentifier === fields.SKU || sku.skuIdentifier === `cin7:${id}`)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(0, Math.floor(available) - promised);
}

function openOrders({ joor, cin7 }: Practice): Order[] {
  const sales = new Map(
    liveSales({ cin7 }).map(({ externalId, orderStatus }) => [externalId.split(':')[3], orderStatus]),
  );
  const isOpen = ({ id, status, approvedAt, exportStatus }: Order) =>
    (status === 'APPROVED' || status === 'SHIPPED') &&
    (approvedAt ?? 0) >= Date.parse(ordersGoLive) &&
    (sales.get(id) === 'DRAFT' || (exportStatus !== 'SUCCESS' && !sales.has(id)));
  return [...joor.state.orders.values()].filter(isOpen);
}

/** Whatever exists twice in JOOR, or as a live sale in Cin7 Core; an empty list is what every test wants. */
export function doubles({ joor, cin7 }: Practice): string[] {
  const { products, skus, prices, collections } = joor.state;
  const names = [
    ...[...products.values()].flatMap(({ externalId, identifier }) => [`number ${externalId}`, `style ${identifier}`]),
    ...[...skus.values()].map(({ productId, color, size }) => `pair ${productId} ${color.code} ${size.name}`),
    ...[...skus.values()].flatMap(({ externalId }) => (externalId === null ? [] : [`SKU ${externalId}`])),
    ...[...prices.values()].map(({ skuId, priceTypeId }) => `price ${skuId} ${priceTypeId}`),
    ...[...collections.values()].map(({ name }) => `linesheet ${name.toLowerCase()}`),
    ...liveSales({ cin7 }).map(({ externalId }) => `sale ${externalId}`),
  ];
  return names.filter((name, index) => names.indexOf(name) !== index);
}

export interface LiveSale {
  readonly id: string;
  readonly externalId: string;
  readonly lines: number;
  readonly orderStatus: string;
}

/** The sales in Cin7 Core that came from JOOR and aren't voided. */
export function liveSales({ cin7 }: Pick<Practice, 'cin7'>): LiveSale[] {
  return [...cin7.state.sales.values()]
    .filter(({ isVoided, header }) => !isVoided && (header.ExternalID ?? '') !== '')
    .map(({ id, header, order }) => ({
      id,
      externalId: header.ExternalID ?? '',
      lines: order.lines.length,
      orderStatus: order.status,
    }));
}
