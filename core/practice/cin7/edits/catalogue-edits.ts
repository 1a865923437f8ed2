// Edits of products and families. Which of them moves LastModifiedOn, and on what, is switchable where the reference leaves
// it open (Cin7 14.3, question 8).
import type { Cin7Context } from '../context.ts';
import { productFields, familyFields } from '../state/new-records.ts';
import {
  type FamilyMember,
  type FamilyRecord,
  type ProductFields,
  type ProductRecord,
  type TierPrices,
  tierKeys,
} from '../state/records.ts';
import { defaultLocation, sameText } from '../state/state.ts';
import { fourPlaces } from '../state/stock.ts';
import { findFamily, findLocation, findProduct } from './find.ts';
import type { EditResult, CatalogueEdit } from './schemas.ts';

type EditOf<Name extends CatalogueEdit['edit']> = Extract<CatalogueEdit, { edit: Name }>;

/** Does an edit of the catalogue. */
export function runCatalogueEdit(edit: CatalogueEdit, context: Cin7Context): EditResult {
  switch (edit.edit) {
    case 'changeProduct':
      return changeProduct(edit, context);
    case 'changeFamily':
      return changeFamily(edit, context);
    case 'addVariant':
      return addVariant(edit, context);
    case 'renameOptionValue':
      return renameOptionValue(edit, context);
    case 'addStyle':
      return addStyle(edit, context);
    case 'deleteProduct':
      return deleteProduct(edit, context);
    case 'joinFamily':
      return joinFamily(edit, context);
    case 'leaveFamily':
      return leaveFamily(edit, context);
    case 'addImage':
    case 'removeImages':
      return changeImages(edit, context);
  }
}

function changeProduct({ sku, changes }: EditOf<'changeProduct'>, context: Cin7Context): EditResult {
  const { state, switches } = context;
  const product = findProduct(state, sku);
  const { sku: newSku, name, barcode, tags, description, category, status, sellable, prices, dropShipMode } = changes;
  if (newSku !== undefined && state.catalogue.productBySku(newSku) !== undefined && !sameText(newSku, sku)) {
    throw new Error(`The SKU '${newSku}' is taken.`);
  }
  const general: Partial<ProductFields> = {
    ...(name === undefined ? {} : { Name: name }),
    ...(barcode === undefined ? {} : { Barcode: barcode }),
    ...(description === undefined ? {} : { Description: description }),
    ...(category === undefined ? {} : { Category: category }),
    ...(status === undefined ? {} : { Status: status }),
    ...(sellable === undefined ? {} : { Sellable: sellable }),
    ...(dropShipMode === undefined ? {} : { DropShipMode: dropShipMode }),
  };
  Object.assign(product.fields, general);
  if (tags !== undefined) product.fields.Tags = tags;
  if (prices !== undefined) Object.assign(product.fields, tiersOf(prices));
  if (newSku !== undefined) state.catalogue.renameSku(product, newSku);
  const isBumped =
    newSku !== undefined ||
    Object.keys(general).length > 0 ||
    (tags !== undefined && switches.tagEditBumpsProduct) ||
    (prices !== undefined && switches.priceEditBumpsProduct);
  if (isBumped) bumpProduct(product, context);
  return { id: product.id };
}

function changeFamily({ family: sku, changes }: EditOf<'changeFamily'>, context: Cin7Context): EditResult {
  const family = findFamily(context.state, sku);
  const { fields } = family;
  const { optionNames } = changes;
  if (changes.sku !== undefined) fields.SKU = changes.sku;
  if (changes.name !== undefined) fields.Name = changes.name;
  if (changes.tags !== undefined) fields.Tags = changes.tags;
  if (changes.description !== undefined) fields.Description = changes.description;
  if (changes.category !== undefined) fields.Category = changes.category;
  if (optionNames !== undefined) {
    [fields.Option1Name, fields.Option2Name, fields.Option3Name] = tripleOf(optionNames);
  }
  return bumpFamily(family, context);
}

function addVariant(edit: EditOf<'addVariant'>, context: Cin7Context): EditResult {
  const family = findFamily(context.state, edit.family);
  const sibling = family.members[0] && context.state.catalogue.productById(family.members[0].productId);
  const product = makeProduct(
    edit,
    {
      Category: family.fields.Category,
      Brand: family.fields.Brand,
      ...tiersFrom(sibling?.fields ?? family.fields),
      Name: `${family.fields.Name} - ${edit.options.join(' / ')}`,
    },
    context,
  );
  family.members.push({ productId: product.id, options: tripleOf(edit.options) });
  bumpFamily(family, context);
  return { id: product.id };
}

function renameOptionValue(edit: EditOf<'renameOptionValue'>, context: Cin7Context): EditResult {
  const family = findFamily(context.state, edit.family);
  const at = edit.option - 1;
  for (const member of family.members) {
    member.options = tripleOf(
      member.options.map((value, index) => (index === at && value === edit.from ? edit.to : value)),
    );
  }
  return bumpFamily(family, context);
}

function addStyle(edit: EditOf<'addStyle'>, context: Cin7Context): EditResult {
  const { state, ids, clock } = context;
  const isAlone = edit.optionNames.length === 0;
  if (isAlone && edit.variants.length > 1) throw new Error('A style without options has exactly one variant.');
  const members = edit.variants.map((variant): FamilyMember => {
    const name = isAlone ? edit.name : `${edit.name} - ${variant.options.join(' / ')}`;
    const common = { Category: edit.category, Description: edit.description, ...tiersOf(edit.prices), Name: name };
    const product = makeProduct(variant, isAlone ? { ...common, Tags: edit.tags } : common, context);
    return { productId: product.id, options: tripleOf(variant.options) };
  });
  if (isAlone) return { id: members[0]?.productId ?? '' };
  const [Option1Name, Option2Name, Option3Name] = tripleOf(edit.optionNames);
  const fields = familyFields({
    SKU: edit.number,
    Name: edit.name,
    Category: edit.category,
    DefaultLocation: defaultLocation(state).Name,
    Description: edit.description,
    Tags: edit.tags,
    ...tiersOf(edit.prices),
    Option1Name,
    Option2Name,
    Option3Name,
  });
  const family: FamilyRecord = { id: ids.uuid(), fields, members, modifiedAt: clock.now(), attachments: [] };
  state.catalogue.addFamily(family);
  return { id: family.id };
}

type Variant = Pick<EditOf<'addVariant'>, 'sku' | 'name' | 'prices' | 'barcode' | 'tags' | 'onHand'>;

function makeProduct(
  variant: Variant,
  defaults: Partial<ProductFields> & Pick<ProductFields, 'Name' | 'Category'>,
  context: Cin7Context,
): ProductRecord {
  const { state, ids, clock } = context;
  if (state.catalogue.productBySku(variant.sku) !== undefined) throw new Error(`The SKU '${variant.sku}' is taken.`);
  const product: ProductRecord = {
    id: ids.uuid(),
    fields: productFields({
      ...defaults,
      SKU: variant.sku,
      ...(variant.name === undefined ? {} : { Name: variant.name }),
      Barcode: variant.barcode ?? '',
      ...(variant.tags === undefined ? {} : { Tags: variant.tags }),
      ...tiersOf(variant.prices ?? {}),
    }),
    averageCost: 0,
    modifiedAt: clock.now(),
    attachments: [],
    components: [],
  };
  state.catalogue.addProduct(product);
  for (const [location, units] of Object.entries(variant.onHand ?? {})) {
    const { id: locationId } = findLocation(state, location);
    state.stock.rowFor({ productId: product.id, locationId }).onHand = fourPlaces(units);
  }
  return product;
}

/** Products that were never used can be deleted on the screen; the API shows no trace of it (Cin7 12). */
function deleteProduct({ sku }: EditOf<'deleteProduct'>, { state }: Cin7Context): EditResult {
  const product = findProduct(state, sku);
  state.catalogue.removeProduct(product);
  state.stock.removeProduct(product.id);
  return { id: product.id };
}

function joinFamily(edit: EditOf<'joinFamily'>, context: Cin7Context): EditResult {
  const product = findProduct(context.state, edit.sku);
  const family = findFamily(context.state, edit.family);
  if (context.state.catalogue.familyOf(product.id) !== undefined)
    throw new Error(`'${edit.sku}' is in a family already.`);
  family.members.push({ productId: product.id, options: tripleOf(edit.options) });
  return bumpFamily(family, context);
}

function leaveFamily({ sku }: EditOf<'leaveFamily'>, context: Cin7Context): EditResult {
  const product = findProduct(context.state, sku);
  const family = context.state.catalogue.familyOf(product.id);
  if (family === undefined) throw new Error(`'${sku}' is in no family.`);
  context.state.catalogue.leaveFamily(product.id);
  return bumpFamily(family, context);
}

function changeImages(edit: EditOf<'addImage' | 'removeImages'>, context: Cin7Context): EditResult {
  const { catalogue } = context.state;
  const product = catalogue.productBySku(edit.owner);
  const owner = product ?? findFamily(context.state, edit.owner);
  if (edit.edit === 'removeImages') owner.attachments = [];
  else {
    const { contentType, fileName, isDefault } = edit;
    owner.attachments.push({ id: context.ids.uuid(), contentType, fileName, isDefault });
  }
  if (context.switches.imageEditBumpsProduct) owner.modifiedAt = context.clock.now();
  return { id: owner.id };
}

/** Moves a product's LastModifiedOn, and its family's when that is switched on. */
export function bumpProduct(product: ProductRecord, { state, switches, clock }: Cin7Context): void {
  product.modifiedAt = clock.now();
  const family = state.catalogue.familyOf(product.id);
  if (family !== undefined && switches.productEditBumpsFamily) family.modifiedAt = clock.now();
}

function bumpFamily(family: FamilyRecord, { state, switches, clock }: Cin7Context): EditResult {
  family.modifiedAt = clock.now();
  state.catalogue.familyChanged(family);
  for (const { productId } of switches.familyEditBumpsProducts ? family.members : []) {
    const product = state.catalogue.productById(productId);
    if (product !== undefined) product.modifiedAt = clock.now();
  }
  return { id: family.id };
}

function tiersOf(prices: Readonly<Record<string, number>>): Partial<TierPrices> {
  const tiers: Partial<TierPrices> = {};
  for (const [at, key] of tierKeys.entries()) {
    const price = prices[String(at + 1)];
    if (price !== undefined) tiers[key] = fourPlaces(price);
  }
  return tiers;
}

function tiersFrom(fields: TierPrices): Partial<TierPrices> {
  return Object.fromEntries(tierKeys.map((key) => [key, fields[key]]));
}

function tripleOf(values: readonly string[]): [string, string, string] {
  return [values[0] ?? '', values[1] ?? '', values[2] ?? ''];
}
