// A product as `GET /product` writes it: every field of the reference's example (Cin7 3.2). It doesn't know its family.
import type { Cin7Context } from '../context.ts';
import { type ProductRecord, type TierPrices, tierKeys } from '../state/records.ts';
import { productAttachmentRow } from './attachment-rows.ts';
import { stamp } from './dates.ts';

export interface ProductRowOptions {
  readonly origin: string;
  readonly includeAttachments: boolean;
  readonly includeBom: boolean;
}

/** The row of one product; its arrays are empty unless asked for (Cin7 3.1). */
export function productRow(product: ProductRecord, context: Cin7Context, options: ProductRowOptions) {
  const isKit = product.components.length > 0;
  return {
    ID: product.id,
    ...product.fields,
    ...priceTiersOf(product.fields, context),
    AverageCost: product.averageCost,
    LastModifiedOn: stamp(product.modifiedAt),
    BillOfMaterial: isKit,
    AutoDisassembly: false,
    QuantityToProduce: 1,
    AlwaysShowQuantity: 0,
    AssemblyInstructionURL: '',
    AssemblyCostEstimationMethod: 'Average Cost',
    BOMType: isKit ? 'Assembly' : 'None',
    WarrantyName: null,
    Suppliers: [],
    ReorderLevels: [],
    BillOfMaterialsProducts: options.includeBom ? componentRows(product, context) : [],
    BillOfMaterialsServices: [],
    Movements: [],
    Attachments: options.includeAttachments
      ? product.attachments.map((attachment) => productAttachmentRow(attachment, options.origin))
      : [],
    CustomPrices: [],
  };
}

/** The object keyed by the tenant's tier names; gone when two names are equal (Cin7 3.2, 14.4). */
function priceTiersOf(fields: TierPrices, { state, switches }: Cin7Context): { PriceTiers?: object | null } {
  const names = state.references.tierNames;
  const isCollision = new Set(names.map((name) => name.toLowerCase())).size < names.length;
  if (!isCollision) return { PriceTiers: Object.fromEntries(tierKeys.map((key, at) => [names[at], fields[key]])) };
  if (switches.collidingPriceTiers === 'absent') return {};
  return { PriceTiers: switches.collidingPriceTiers === 'null' ? null : {} };
}

/** What a kit is made of; the members of these rows are invented, the reference only names the array (Cin7 3.2). */
function componentRows(product: ProductRecord, { state }: Cin7Context) {
  return product.components.map(({ productId, quantity }) => {
    const component = state.catalogue.productById(productId);
    return {
      ComponentProductID: productId,
      ProductCode: component?.fields.SKU ?? '',
      Name: component?.fields.Name ?? '',
      Quantity: quantity,
    };
  });
}
