// Products and families: GET, POST, PUT (Cin7 3, 4). Writes answer with the one-row list envelope.
import { type Endpoint, onBody, onQuery, paging } from '../http/endpoint.ts';
import { listAnswer, oneRow } from '../http/paging.ts';
import { sameText } from '../state/state.ts';
import { familyRow } from '../wire/family-row.ts';
import { contains, isSince, startsWith } from '../wire/filters.ts';
import { productRow } from '../wire/product-row.ts';
import { createFamily, familyBody, updateFamily } from './family-writes.ts';
import { createProduct, productBody, updateProduct } from './product-writes.ts';

const include = [
  'IncludeDeprecated',
  'IncludeBOM',
  'IncludeSuppliers',
  'IncludeMovements',
  'IncludeAttachments',
  'IncludeReorderLevels',
  'IncludeCustomPrices',
];

export const productEndpoints: readonly Endpoint[] = [
  {
    path: 'product',
    operations: {
      GET: onQuery([...paging, 'ID', 'Name', 'Sku', 'ModifiedSince', ...include], ({ query, origin }, context) => {
        const { state, switches } = context;
        const [id, name, sku] = [query.guid('ID'), query.text('Name'), query.text('Sku')];
        const since = query.moment('ModifiedSince');
        const includeDeprecated = query.flag('IncludeDeprecated') === true;
        const includeBom = query.flag('IncludeBOM') === true;
        const matches = switches.productTextFilter === 'contains' ? contains : startsWith;
        const items = state.catalogue
          .products()
          .filter(
            (product) =>
              (includeDeprecated || !sameText(product.fields.Status, 'Deprecated')) &&
              (id === null || sameText(product.id, id)) &&
              matches(product.fields.Name, name) &&
              matches(product.fields.SKU, sku) &&
              isSince(product.modifiedAt, since, switches.modifiedSince),
          );
        const options = { origin, includeBom, includeAttachments: query.flag('IncludeAttachments') === true };
        return listAnswer(query, switches, {
          key: 'Products',
          items,
          cap: includeBom ? switches.productWithBomCap : switches.productCap,
          row: (product) => productRow(product, context, options),
        });
      }),
      POST: onBody(productBody, (body, context, { origin }) =>
        oneRow('Products', productRow(createProduct(body, context), context, fullRow(origin))),
      ),
      PUT: onBody(productBody, (body, context, { origin }) =>
        oneRow('Products', productRow(updateProduct(body, context), context, fullRow(origin))),
      ),
    },
  },
  {
    path: 'productfamily',
    operations: {
      GET: onQuery([...paging, 'ID', 'Name', 'Sku', 'ModifiedSince'], ({ query, origin }, context) => {
        const { state, switches } = context;
        const [id, name, sku] = [query.guid('ID'), query.text('Name'), query.text('Sku')];
        const since = query.moment('ModifiedSince');
        const matches = switches.productTextFilter === 'contains' ? contains : startsWith;
        const items = state.catalogue
          .families()
          .filter(
            (family) =>
              (id === null || sameText(family.id, id)) &&
              matches(family.fields.Name, name) &&
              matches(family.fields.SKU, sku) &&
              isSince(family.modifiedAt, since, switches.modifiedSince),
          );
        return listAnswer(query, switches, {
          key: 'ProductFamilies',
          items,
          cap: switches.productFamilyCap,
          row: (family) => familyRow(family, context, origin),
        });
      }),
      POST: onBody(familyBody, (body, context, { origin }) =>
        oneRow('ProductFamilies', familyRow(createFamily(body, context), context, origin)),
      ),
      PUT: onBody(familyBody, (body, context, { origin }) =>
        oneRow('ProductFamilies', familyRow(updateFamily(body, context), context, origin)),
      ),
    },
  },
];

function fullRow(origin: string) {
  return { origin, includeAttachments: true, includeBom: true };
}
