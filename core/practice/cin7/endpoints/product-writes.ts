// POST and PUT of a product (Cin7 3.3), with the vendor's own messages and in the order of its table. A PUT changes what it
// names; `""` and 0 clear, what is left out stays (Cin7 1.6).
import { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import { refuse, refuseAny } from '../http/answers.ts';
import { attributeMembers, decimalMember, flagMember, textMember } from '../http/bodies.ts';
import { isGuid } from '../http/query.ts';
import { productFields } from '../state/new-records.ts';
import { type ProductFields, type ProductRecord, tierKeys } from '../state/records.ts';
import { sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import {
  attributeSetProblem,
  brandProblem,
  categoryProblem,
  locationProblem,
  unitProblem,
} from '../wire/reference-checks.ts';

const tierMembers = {
  PriceTier1: decimalMember,
  PriceTier2: decimalMember,
  PriceTier3: decimalMember,
  PriceTier4: decimalMember,
  PriceTier5: decimalMember,
  PriceTier6: decimalMember,
  PriceTier7: decimalMember,
  PriceTier8: decimalMember,
  PriceTier9: decimalMember,
  PriceTier10: decimalMember,
};

/** Members that products and families have in common. */
export const sharedMembers = {
  ID: textMember,
  SKU: textMember,
  Name: textMember,
  Category: textMember,
  Brand: textMember,
  CostingMethod: textMember,
  DropShipMode: textMember,
  DefaultLocation: textMember,
  UOM: textMember,
  MinimumBeforeReorder: decimalMember,
  ReorderQuantity: decimalMember,
  ...tierMembers,
  ShortDescription: textMember,
  Description: textMember,
  AttributeSet: textMember,
  DiscountRule: textMember,
  Tags: textMember,
  COGSAccount: textMember,
  RevenueAccount: textMember,
  InventoryAccount: textMember,
  PurchaseTaxRule: textMember,
  SaleTaxRule: textMember,
  HSCode: textMember,
  CountryOfOrigin: textMember,
  CountryOfOriginCode: textMember,
};

export const productBody = z.object({
  ...sharedMembers,
  ...attributeMembers,
  Type: textMember,
  Length: decimalMember,
  Width: decimalMember,
  Height: decimalMember,
  Weight: decimalMember,
  CartonLength: decimalMember,
  CartonWidth: decimalMember,
  CartonHeight: decimalMember,
  CartonQuantity: decimalMember,
  CartonInnerQuantity: decimalMember,
  WeightUnits: textMember,
  DimensionsUnits: textMember,
  Barcode: textMember,
  PriceTiers: z.record(z.string(), decimalMember).nullish(),
  InternalNote: textMember,
  Status: textMember,
  StockLocator: textMember,
  ExpenseAccount: textMember,
  // Read as a text, because a wrong value has a message of its own.
  Sellable: z.union([z.string(), z.boolean().transform(String)]).nullish(),
  PickZones: textMember,
  AutoAssembly: flagMember,
});

export type ProductBody = z.output<typeof productBody>;

const costingMethods = [
  'FIFO',
  'Special - Batch',
  'Special - Serial Number',
  'FIFO - Serial Number',
  'FIFO - Batch',
  'FEFO - Batch',
  'FEFO - Serial Number',
];

/** Creates a product; the ID of the body is ignored (Cin7 3.2). */
export function createProduct(body: ProductBody, context: Cin7Context): ProductRecord {
  const { state, clock, ids } = context;
  const given = fieldsGiven(body, context);
  const { SKU = '', Name = '', Category = '' } = given;
  refuseAny([
    ...(body.SKU == null ? ["Required attribute 'SKU' not provided."] : skuProblems(body.SKU)),
    ...(state.catalogue.productBySku(SKU) === undefined ? [] : ["Specified attribute 'SKU' already exists."]),
    ...missing(body, ['Name', 'Category', 'Type', 'CostingMethod', 'UOM']),
    ...valueProblems(body, context),
    ...(body.Status == null ? ["Required attribute 'Status' not provided."] : []),
    ...(hasPrices(body) ? [] : ['PriceTiers value cannot be empty.']),
  ]);
  const product: ProductRecord = {
    id: ids.uuid(),
    fields: productFields({ ...given, SKU, Name, Category }),
    averageCost: 0,
    modifiedAt: clock.now(),
    attachments: [],
    components: [],
  };
  state.catalogue.addProduct(product);
  return product;
}

/** Changes the fields that the body names; Type is read-only here (Cin7 3.2). */
export function updateProduct(body: ProductBody, context: Cin7Context): ProductRecord {
  const { state, switches, clock } = context;
  if (body.ID == null || body.ID === '') refuse("Required attribute 'ID' not provided.");
  if (!isGuid(body.ID)) refuse('ID parameter must be of GUID type');
  const product = state.catalogue.productById(body.ID);
  if (product === undefined) refuse("Product with specified 'ID' not found.", switches.notFoundErrorCode);
  const owner = body.SKU == null ? undefined : state.catalogue.productBySku(body.SKU);
  refuseAny([
    ...(body.SKU == null ? [] : skuProblems(body.SKU)),
    ...(owner === undefined || owner === product
      ? []
      : [`Failed to update product: SKU "${body.SKU}" already exists! Please provide different value`]),
    ...valueProblems(body, context),
  ]);
  const { Type: _, SKU, ...changes } = fieldsGiven(body, context);
  Object.assign(product.fields, changes);
  if (SKU !== undefined && SKU !== product.fields.SKU) state.catalogue.renameSku(product, SKU);
  product.modifiedAt = clock.now();
  return product;
}

/** The fields that a body names, at the API's precision; prices by tier name or by number. */
function fieldsGiven(body: ProductBody, { state }: Cin7Context): Partial<ProductFields> {
  const { ID: _, PriceTiers, Sellable, ...rest } = body;
  const given: Record<string, unknown> = {};
  for (const [name, tier] of Object.entries(PriceTiers ?? {})) {
    const key = tierKeys[state.references.tierNames.findIndex((known) => sameText(known, name))];
    if (key !== undefined) given[key] = fourPlaces(tier ?? 0);
  }
  for (const [name, value] of Object.entries(rest)) {
    if (value != null) given[name] = typeof value === 'number' ? fourPlaces(value) : value;
  }
  if (Sellable != null) given['Sellable'] = Sellable.toLowerCase() === 'true';
  return given;
}

function hasPrices({ PriceTiers, ...body }: ProductBody): boolean {
  return Object.keys(PriceTiers ?? {}).length > 0 || tierKeys.some((key) => body[key] != null);
}

function missing(body: ProductBody, names: readonly ('Name' | 'Category' | 'Type' | 'CostingMethod' | 'UOM')[]) {
  return names
    .filter((name) => body[name] == null || body[name] === '')
    .map((name) => `Required attribute '${name}' not provided.`);
}

/** The length of a SKU, 50 for products and 45 for families (Cin7 3.2, 4.1). */
export function skuProblems(sku: string, length = 50): string[] {
  if (sku.trim() === '') return ["Attribute 'SKU' can't be empty."];
  return sku.length > length ? [`Required attribute 'SKU' length can't be more than ${length} characters.`] : [];
}

function valueProblems(body: ProductBody, context: Cin7Context): string[] {
  const { state } = context;
  const books = state.references;
  const checks: (string | null)[] = [
    (body.Name ?? '').length > 256 ? "Required attribute 'Name' maximum length is 256 characters." : null,
    categoryProblem(books, body.Category),
    brandProblem(books, body.Brand),
    unitProblem(books, body.UOM),
    // `Non Inventory` exists in accounts but isn't named by the message (Cin7 3.2).
    body.Type == null || ['Stock', 'Service', 'Non Inventory'].some((type) => sameText(type, body.Type))
      ? null
      : "Required attribute 'Type' valid values are 'Stock' and 'Service'.",
    // Invented after the message for Type.
    body.CostingMethod == null || costingMethods.some((method) => sameText(method, body.CostingMethod))
      ? null
      : "Required attribute 'CostingMethod' is invalid.",
    Object.keys(body.PriceTiers ?? {}).every((name) => books.tierNames.some((tier) => sameText(tier, name)))
      ? null
      : 'PriceTiers value is invalid.',
    body.Status == null || /^(active|deprecated|setup required)$/i.test(body.Status)
      ? null
      : 'Status value should be Active or Deprecated.',
    body.Sellable == null || /^(true|false)$/i.test(body.Sellable) ? null : 'Sellable value should be true or false',
    (body.Tags ?? '').length > 256 ? 'Tags maximum length is 256 characters' : null,
    attributeSetProblem(books, body.AttributeSet),
    locationProblem(state, body.DefaultLocation),
  ];
  return checks.filter((problem) => problem !== null);
}
