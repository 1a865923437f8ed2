// Products, families, their images, and stock (Cin7 3 to 6): scans that hand over page by page and end with evidence.
import type { Family, Product } from '../model/product.ts';
import { pageLimit, sinceQuery, type Caller, type Cin7Connection, type Since, type Visit } from './connection.ts';
import type { ScanEvidence } from './paging.ts';
import { attachmentOwnerSchema, attachmentsSchema, isImage, type Attachment } from './wire/attachments.ts';
import { familySchema, productSchema } from './wire/catalogue.ts';
import { availabilitySchema, type AvailabilityRow } from './wire/stock.ts';

const byId = ({ id }: { readonly id: string }) => id;

const products = { path: 'product', key: 'Products', row: productSchema, identify: byId };
const families = { name: 'families', path: 'productFamily', key: 'ProductFamilies', row: familySchema, identify: byId };

/** Products changed since an instant, or all. Without deprecated ones a just deprecated product would vanish (Cin7 12). */
export function scanProducts(
  cin7: Cin7Connection,
  since: Since,
  caller: Caller,
  visit: Visit<Product>,
): Promise<ScanEvidence> {
  const query = { IncludeDeprecated: true, ...sinceQuery(cin7, 'ModifiedSince', since) };
  return cin7.scan({ name: 'products', ...products, query }, caller, visit);
}

/** One product as it is now; null when there is none with this id. */
export async function readProduct(cin7: Cin7Connection, id: string, caller: Caller): Promise<Product | null> {
  const query = { ID: id, IncludeDeprecated: true };
  const rows = await cin7.book({ name: 'one product', ...products, query, limit: 1 }, caller);
  return rows.find((row) => row.id === id) ?? null;
}

/** Products whose SKU is exactly this: Cin7's own filter is fuzzy, so the rest is sorted out here (Cin7 13, gotcha 10). */
export async function findProducts(cin7: Cin7Connection, sku: string, caller: Caller): Promise<Product[]> {
  const query = { Sku: sku, IncludeDeprecated: true };
  const rows = await cin7.book({ name: 'products by SKU', ...products, query, limit: 100 }, caller);
  return rows.filter((row) => row.sku.toLowerCase() === sku.toLowerCase());
}

/** Families changed since an instant, or all. */
export function scanFamilies(
  cin7: Cin7Connection,
  since: Since,
  caller: Caller,
  visit: Visit<Family>,
): Promise<ScanEvidence> {
  return cin7.scan({ ...families, query: sinceQuery(cin7, 'ModifiedSince', since) }, caller, visit);
}

export interface Attachments {
  readonly ownerId: string;
  readonly attachments: readonly Attachment[];
}

/** Images of all products or of all families; the owners without any come, too (Cin7 5). */
export function scanAttachments(
  cin7: Cin7Connection,
  of: 'products' | 'families',
  since: Since,
  caller: Caller,
  visit: Visit<Attachments>,
): Promise<ScanEvidence> {
  const list = of === 'products' ? products : families;
  const query =
    of === 'products'
      ? { IncludeDeprecated: true, IncludeAttachments: true, ...sinceQuery(cin7, 'ModifiedSince', since) }
      : sinceQuery(cin7, 'ModifiedSince', since);
  return cin7.scan(
    {
      name: `images of ${of}`,
      path: list.path,
      key: list.key,
      row: attachmentOwnerSchema,
      identify: ({ ownerId }) => ownerId,
      query,
    },
    caller,
    (rows, received, total) =>
      visit(
        rows.map((row) => onlyImages(row, cin7)),
        received,
        total,
      ),
  );
}

/** Images of one product or family as they are now (Cin7 5). Throws `refused` when there is none with this id. */
export async function readAttachments(
  cin7: Cin7Connection,
  of: 'product' | 'family',
  id: string,
  caller: Caller,
): Promise<readonly Attachment[]> {
  const [path, query] =
    of === 'product' ? ['product/attachments', { ProductID: id }] : ['productFamily/attachments', { FamilyID: id }];
  const { content } = await cin7.get(`images of one ${of}`, path, query, attachmentsSchema, caller);
  return onlyImages({ ownerId: id, attachments: content }, cin7).attachments;
}

function onlyImages({ ownerId, attachments }: Attachments, { switches }: Cin7Connection): Attachments {
  return { ownerId, attachments: attachments.filter((file) => isImage(file, switches)) };
}

/** Stock rows of one location by name, or of all for null. There is no "changed since" (Cin7 6.1). */
export function scanAvailability(
  cin7: Cin7Connection,
  location: string | null,
  caller: Caller,
  visit: Visit<AvailabilityRow>,
): Promise<ScanEvidence> {
  return cin7.scan(
    {
      name: 'availability',
      path: 'ref/productavailability',
      key: 'ProductAvailabilityList',
      row: availabilitySchema,
      identify: (row) => [row.productId, row.location, row.bin, row.batch].join('\u0000'),
      query: location === null ? {} : { Location: location },
      limit: pageLimit,
    },
    caller,
    visit,
  );
}
