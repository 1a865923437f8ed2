// Products and families with the indexes that a scan of 30,000 SKUs needs: by id, by SKU, in list order, and from a
// product to its family. Ids and SKUs are compared without regard to case (Cin7 1.4, 3.2). The lists are kept sorted
// lazily: adding or renaming marks them, the next reader sorts once.
import type { FamilyRecord, ProductRecord } from './records.ts';

export interface Catalogue {
  productById(id: string): ProductRecord | undefined;
  productBySku(sku: string): ProductRecord | undefined;
  /** SKU ascending, ordinal without regard to case (Cin7 14.2). */
  products(): readonly ProductRecord[];
  addProduct(product: ProductRecord): void;
  renameSku(product: ProductRecord, sku: string): void;
  removeProduct(product: ProductRecord): void;

  familyById(id: string): FamilyRecord | undefined;
  familyBySku(sku: string): FamilyRecord | undefined;
  /** SKU ascending. */
  families(): readonly FamilyRecord[];
  addFamily(family: FamilyRecord): void;
  /** The family that a product is a member of; at most one (Cin7 4.1). */
  familyOf(productId: string): FamilyRecord | undefined;
  /** Takes a product out of its family. */
  leaveFamily(productId: string): void;
  /** To be called after a family's SKU or members changed. */
  familyChanged(family: FamilyRecord): void;
}

interface Listed {
  readonly id: string;
  readonly fields: { readonly SKU: string };
}

/** An empty catalogue. */
export function createCatalogue(): Catalogue {
  const products = createShelf<ProductRecord>();
  const families = createShelf<FamilyRecord>();
  const familyIdByProduct = new Map<string, string>();

  const linkMembers = (family: FamilyRecord) => {
    for (const member of family.members) familyIdByProduct.set(fold(member.productId), family.id);
  };
  return {
    productById: products.byId,
    productBySku: products.bySku,
    products: products.sorted,
    addProduct: (product) => products.add(product),
    renameSku(product, sku) {
      products.forgetSku(product);
      product.fields.SKU = sku;
      products.add(product);
    },
    removeProduct(product) {
      products.remove(product);
      leaveFamily(product.id);
    },
    familyById: families.byId,
    familyBySku: families.bySku,
    families: families.sorted,
    addFamily(family) {
      families.add(family);
      linkMembers(family);
    },
    familyOf,
    leaveFamily,
    familyChanged(family) {
      families.reindex();
      linkMembers(family);
    },
  };

  function leaveFamily(productId: string): void {
    const family = familyOf(productId);
    if (family) family.members = family.members.filter((member) => fold(member.productId) !== fold(productId));
    familyIdByProduct.delete(fold(productId));
  }

  function familyOf(productId: string): FamilyRecord | undefined {
    const id = familyIdByProduct.get(fold(productId));
    return id === undefined ? undefined : families.byId(id);
  }
}

function createShelf<Item extends Listed>() {
  const ids = new Map<string, Item>();
  let skus: Map<string, Item> | null = null;
  let order: readonly Item[] | null = null;

  const bySku = () => (skus ??= new Map([...ids.values()].map((item) => [fold(item.fields.SKU), item])));
  return {
    byId: (id: string) => ids.get(fold(id)),
    bySku: (sku: string) => bySku().get(fold(sku)),
    sorted: () => (order ??= sortedBySku(ids.values())),
    add(item: Item) {
      ids.set(fold(item.id), item);
      skus?.set(fold(item.fields.SKU), item);
      order = null;
    },
    remove(item: Item) {
      ids.delete(fold(item.id));
      skus?.delete(fold(item.fields.SKU));
      order = null;
    },
    forgetSku(item: Item) {
      skus?.delete(fold(item.fields.SKU));
    },
    reindex() {
      skus = null;
      order = null;
    },
  };
}

function sortedBySku<Item extends Listed>(items: Iterable<Item>): Item[] {
  const keyed = Array.from(items, (item) => ({ item, key: item.fields.SKU.toUpperCase() }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}

function fold(text: string): string {
  return text.toLowerCase();
}
