// What JOOR holds of the brand's styles, and what it should hold by Cin7 Core's records and the rules, computed here a
// second time and more simply than the app does it. Equal pictures mean: everything is in step.
import type { Practice } from '../../core/practice/practice.ts';
import type { ProductRecord } from '../../core/practice/cin7/state/records.ts';
import type { Collection, Product, Sku } from '../../core/practice/joor/records.ts';
import { found } from './world.ts';

export interface SkuPicture {
  readonly colour: string;
  readonly size: string;
  readonly barcode: string | null;
  /** `wholesale / retail` by price type. */
  readonly prices: Readonly<Record<string, string>>;
  readonly linesheets: readonly string[];
  /** The number in the warehouse `Main`. */
  readonly stock: number | null;
}

export interface StylePicture {
  readonly name: string;
  readonly identifier: string | null;
  readonly skus: Readonly<Record<string, SkuPicture>>;
}

export type Picture = Readonly<Record<string, StylePicture>>;

const warehouse = 'Main';
const location = 'Sydney DC';

/** The styles in JOOR that came through the API, by style number; a pair without a SKU of Cin7 Core isn't shown. */
export function joorPicture({ joor }: Practice): Picture {
  const { state } = joor;
  const managed = [...state.collections.values()].filter(({ isManual }) => !isManual);
  const skuPicture = (sku: Sku): SkuPicture => ({
    colour: sku.color.name,
    size: sku.size.name,
    barcode: sku.identifiers[0]?.value ?? null,
    prices: Object.fromEntries(
      [...(state.pricesBySku.get(sku.id)?.values() ?? [])].map((price) => [
        state.priceTypes.get(price.priceTypeId)?.name ?? '',
        `${price.wholesale} / ${price.retail ?? ''}`,
      ]),
    ),
    linesheets: managed
      .filter((linesheet) => holds(linesheet, sku))
      .map(({ name }) => name)
      .sort(),
    stock: state.stock.get(sku.id)?.find((row) => row.warehouse === warehouse)?.available ?? null,
  });
  const styles = [...state.products.values()].filter(({ isManual }) => !isManual);
  return Object.fromEntries(
    styles.map((product): [string, StylePicture] => [
      product.externalId ?? '',
      {
        name: product.name,
        identifier: product.identifier,
        skus: Object.fromEntries(
          skusIn(state, product).flatMap((sku) => (sku.externalId === null ? [] : [[sku.externalId, skuPicture(sku)]])),
        ),
      },
    ]),
  );
}

/** The same as Cin7 Core's records want it, with the practice settings. */
export function wantedPicture(practice: Practice): Picture {
  const { catalogue } = practice.cin7.state;
  const shared = sharedBarcodes(practice);
  const picture: Record<string, StylePicture> = {};
  for (const { id, fields, members } of catalogue.families()) {
    const variants = members.flatMap(({ productId, options }) => {
      const product = catalogue.productById(productId);
      return product === undefined ? [] : [{ product, options }];
    });
    const names = [fields.Option1Name, fields.Option2Name, fields.Option3Name];
    addStyle(practice, picture, { id, number: fields.SKU, name: fields.Name, tags: tagsOf(fields.Tags) }, names, {
      shared,
      variants,
    });
  }
  for (const product of catalogue.products()) {
    if (catalogue.familyOf(product.id) !== undefined) continue;
    const { SKU, Name, Tags } = product.fields;
    addStyle(practice, picture, { id: product.id, number: SKU, name: Name, tags: tagsOf(Tags) }, [], {
      shared,
      variants: [{ product, options: [] }],
    });
  }
  return picture;
}

interface Source {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly tags: readonly string[];
}

interface Variants {
  readonly variants: readonly { readonly product: ProductRecord; readonly options: readonly string[] }[];
  readonly shared: ReadonlySet<string>;
}

function addStyle(
  practice: Practice,
  picture: Record<string, StylePicture>,
  source: Source,
  optionNames: readonly string[],
  { variants, shared }: Variants,
): void {
  const live = variants.filter(({ product }) => isLive(product));
  const isTagged = [source.tags, ...live.map(({ product }) => tagsOf(product.fields.Tags))].some((tags) =>
    tags.includes('JOOR'),
  );
  if (live.length === 0 || !isTagged || source.tags.includes('NotWholesale')) return;
  const option = (pattern: RegExp, options: readonly string[], otherwise: string) =>
    options[optionNames.findIndex((name) => pattern.test(name))] ?? otherwise;
  const skus = live.map(({ product, options }): [string, SkuPicture] => {
    const { SKU, Barcode, Tags } = product.fields;
    const tags = [...source.tags, ...tagsOf(Tags)];
    const linesheets = tags.filter((tag) => tag.startsWith('Collection_')).map((tag) => tag.slice(11));
    return [
      SKU,
      {
        colour: option(/^colou?r$/i, options, 'One Color'),
        size: option(/^size$/i, options, 'One Size'),
        barcode: Barcode === null || Barcode === '' || shared.has(Barcode) ? null : Barcode,
        prices: pricesOf(product),
        linesheets: tagsOf(Tags).includes('NotWholesale') ? [] : [...new Set(linesheets)].sort(),
        stock: stockOf(practice, product),
      },
    ];
  });
  picture[source.number] = { name: source.name, identifier: `cin7:${source.id}`, skus: Object.fromEntries(skus) };
}

const isLive = ({ fields }: ProductRecord) => fields.Type === 'Stock' && fields.Status === 'Active' && fields.Sellable;

const tagsOf = (tags: string | null) =>
  (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

function pricesOf({ fields }: ProductRecord): Record<string, string> {
  const price = (wholesale: number, retail: number) =>
    wholesale === 0 ? null : `${wholesale.toFixed(2)} / ${retail === 0 ? '' : retail.toFixed(2)}`;
  const aud = price(fields.PriceTier2, fields.PriceTier1);
  const usd = price(fields.PriceTier4, fields.PriceTier3);
  return { ...(aud === null ? {} : { 'AUD Wholesale': aud }), ...(usd === null ? {} : { 'USD Wholesale': usd }) };
}

/** Available at the location, less what approved orders that aren't authorised sales yet will take. */
function stockOf(practice: Practice, { id, fields }: ProductRecord): number {
  const { state } = practice.cin7;
  const { id: locationId } = found(state.locations, ({ Name }) => Name === location, location);
  const rows = state.stock.rowsOf(id).filter((row) => row.locationId === locationId);
  const available = rows.reduce((sum, { onHand, allocated }) => sum + onHand - allocated, 0);
  return Math.max(0, Math.floor(available) - promised(practice, fields.SKU, id));
}

function promised({ joor, cin7 }: Practice, sku: string, productId: string): number {
  const authorised = new Set(
    [...cin7.state.sales.values()].flatMap(({ header, order }) =>
      order.status === 'AUTHORISED' ? [(header.ExternalID ?? '').split(':').at(-1)] : [],
    ),
  );
  const open = [...joor.state.orders.values()].filter(
    ({ id, status, approvedAt, exportStatus }) =>
      (status === 'APPROVED' || status === 'SHIPPED') &&
      exportStatus !== 'SUCCESS' &&
      !authorised.has(id) &&
      (approvedAt ?? 0) >= goLive,
  );
  return open
    .flatMap(({ lines }) => lines)
    .filter((line) => line.sku.skuIdentifier === sku || line.sku.skuIdentifier === `cin7:${productId}`)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

const goLive = Date.parse('2026-11-13T02:00:00Z');

function sharedBarcodes({ cin7 }: Practice): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { fields } of cin7.state.catalogue.products()) {
    const barcode = fields.Barcode ?? '';
    if (barcode !== '' && seen.has(barcode)) shared.add(barcode);
    seen.add(barcode);
  }
  return shared;
}

function skusIn(state: Practice['joor']['state'], { skuIds }: Product): Sku[] {
  return [...skuIds].flatMap((id) => state.skus.get(id) ?? []);
}

function holds({ items }: Collection, { id, productId }: Sku): boolean {
  const item = items.get(productId);
  return item !== undefined && (item.skuIds === null || item.skuIds.includes(id));
}

/** Whatever exists twice in JOOR, or as a live sale in Cin7 Core; an empty list is what every test wants. */
export function doubles({ joor, cin7 }: Practice): string[] {
  const { state } = joor;
  const names = [
    ...[...state.products.values()].map(({ externalId }) => `style ${externalId}`),
    ...[...state.products.values()].map(({ identifier }) => `style identifier ${identifier}`),
    ...[...state.skus.values()].map(({ productId, color, size }) => `pair ${productId} ${color.code} ${size.name}`),
    ...[...state.skus.values()].flatMap(({ externalId }) => (externalId === null ? [] : [`SKU ${externalId}`])),
    ...[...state.prices.values()].map(({ skuId, priceTypeId }) => `price ${skuId} ${priceTypeId}`),
    ...[...state.collections.values()].map(({ name }) => `linesheet ${name.toLowerCase()}`),
    ...[...cin7.state.sales.values()].flatMap(({ header, isVoided }) =>
      isVoided || (header.ExternalID ?? '') === '' ? [] : [`sale ${header.ExternalID}`],
    ),
  ];
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}
