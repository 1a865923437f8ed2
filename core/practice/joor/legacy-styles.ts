// Styles of v2 as far as a v4 client may meet them (JOOR 6.4): reading and counting them, deleting a style, a color or
// a size with what that cancels on orders, and images in the small. Creating styles is v4's.
import type { Context, Hono } from 'hono';
import { parseInstant } from '../../base/dates.ts';
import { v2Answer, v2List, v2Page, v2Refused } from './answers.ts';
import { availableOf } from './inventory.ts';
import { cancelOnOrders } from './order-effects.ts';
import { isListed } from './products.ts';
import type { Product } from './records.ts';
import { addAsset, assetsOf, mint, removeAsset, removeProduct, removeSku, skusOf, upcsOf } from './state.ts';
import type { Account } from './state.ts';

/** Mounts the style and image calls. */
export function mountLegacyStyles(v2: Hono, account: Account): void {
  const { state } = account;
  for (const path of ['/style', '/style/']) v2.get(path, (context) => listStyles(context, account));
  const byId = (context: Context) => state.products.get(context.req.param('id') ?? '');
  const byNumber = (context: Context) => {
    const product = state.productsByIdentifier.get(context.req.param('identifier') ?? '');
    return product?.externalId === context.req.param('number') ? product : undefined;
  };
  const single = [
    ['/style/:id', byId],
    ['/style/:id/', byId],
    ['/style-number/:number/:identifier', byNumber],
    ['/style-number/:number/:identifier/', byNumber],
  ] as const;
  for (const [path, find] of single) {
    v2.get(path, (context) => {
      const product = find(context);
      if (product === undefined) return v2Refused(context, account, 'styles', 'Style not found');
      return v2Answer(context, account, 'styles', { styles: [styleView(account, product)] }, { count: 1 });
    });
    v2.delete(path, (context) => {
      const product = find(context);
      if (product === undefined) return v2Refused(context, account, 'styles_deleted', 'Style not found');
      return deleteStyle(context, account, product);
    });
  }
  for (const path of ['/style-number/:number/:identifier/image', '/style-number/:number/:identifier/image/']) {
    v2.post(path, (context) => postImage(context, account, byNumber(context)));
    v2.delete(path, (context) => {
      const product = byNumber(context);
      if (product === undefined) return v2Refused(context, account, 'image', 'Style not found');
      const filename = context.req.query('filename') ?? '';
      // Only style-level images can be deleted (JOOR 6.4).
      const image = assetsOf(state, product.id).find((asset) => asset.colorId === null && asset.filename === filename);
      if (image === undefined) return v2Refused(context, account, 'image', 'Image not found');
      removeAsset(state, image);
      return v2Answer(context, account, 'image', { filename });
    });
  }
}

/** Deletes a product as JOOR's screens and v2 do; returns on how many orders it was cancelled. */
export function deleteProduct(account: Account, product: Product): number {
  const orders = cancelOnOrders(account, (sku) => sku.productId === product.id);
  removeProduct(account.state, product);
  return orders;
}

function listStyles(context: Context, account: Account): Response {
  const date = (name: string) => {
    const text = context.req.query(name);
    return text === undefined || text === '' ? null : Date.parse(parseInstant(text) ?? text);
  };
  const [createdStart, createdEnd] = [date('date_created_start'), date('date_created_end')];
  const [start, end] = [date('date_start'), date('date_end')];
  const within = (time: number, from: number | null, to: number | null) =>
    (from === null || time >= from) && (to === null || time <= to);
  const found = [...account.state.products.values()].filter(
    (product) =>
      isListed(account, product) &&
      within(product.createdAt, createdStart, createdEnd) &&
      within(product.modifiedAt, start, end),
  );
  const page = v2Page(context, account, found);
  const styles = page.rows.map((product) => styleView(account, product));
  return v2Answer(context, account, 'styles', { styles: v2List(account, styles) }, page.response);
}

function deleteStyle(context: Context, account: Account, product: Product): Response {
  const { state } = account;
  const [colorCode, sizeName] = [context.req.query('color_code'), context.req.query('size')];
  if (colorCode === undefined && sizeName === undefined) {
    deleteProduct(account, product);
    const gone = { style_number: product.externalId ?? '', style_identifier: product.identifier ?? '' };
    return v2Answer(context, account, 'styles_deleted', { style_deleted: gone }, { code: '0' });
  }
  const kind = colorCode === undefined ? 'size' : 'color';
  const values = product[`${kind}s`];
  const index = values.findIndex((value) => (kind === 'color' ? value.code === colorCode : value.name === sizeName));
  const gone = values[index];
  if (gone === undefined) return v2Refused(context, account, 'styles_deleted', 'Color or size not found');
  const skus = skusOf(state, product).filter((sku) => sku[kind] === gone);
  const ids = new Set(skus.map(({ id }) => id));
  cancelOnOrders(account, (sku) => ids.has(sku.skuId));
  for (const sku of skus) removeSku(state, sku);
  values.splice(index, 1);
  product.modifiedAt = account.clock.now();
  const deleted =
    kind === 'color'
      ? { color_deleted: { color_name: gone.name, color_code: gone.code ?? '' } }
      : { size_deleted: { size_name: gone.name } };
  return v2Answer(context, account, 'styles_deleted', deleted, { code: '0' });
}

function postImage(context: Context, account: Account, product: Product | undefined): Response {
  const { ids, state } = account;
  const refuse = (comment: string) => v2Refused(context, account, 'image', comment);
  if (product === undefined) return refuse('Style not found');
  const query = (name: string) => context.req.query(name) ?? '';
  const filename = query('filename');
  if (!/\.(jpe?g|png)$/i.test(filename) || filename.length > 69) return refuse('filename is missing or not allowed');
  const color = query('color_code') === '' ? null : product.colors.find(({ code }) => code === query('color_code'));
  if (color === undefined) return refuse('Color not found');
  const type = query('swatch') === '1' ? 'swatch' : 'image';
  for (const present of assetsOf(state, product.id)) {
    const isSame = present.colorId === (color?.id ?? null) && present.type === type;
    if (isSame && (color !== null || query('replace_existing') === '1')) removeAsset(state, present);
  }
  // JOOR appends a random text to the names of uploaded files (JOOR 6.4).
  const stored = filename.replace(/(\.\w+)$/, `_${ids.uuid().slice(0, 8)}$1`);
  addAsset(state, {
    id: mint(state, 'asset'),
    productId: product.id,
    colorId: color?.id ?? null,
    type,
    filename: stored,
    sourceUrl: query('url'),
    externalId: null,
    displayOrder: Number(query('display_order')) || null,
  });
  return v2Answer(context, account, 'image', { filename: stored });
}

/** A style in v2's words; the nesting of the lists is a reading of the field list (JOOR 6.4). */
function styleView(account: Account, product: Product): Record<string, unknown> {
  const { state } = account;
  const skus = skusOf(state, product);
  return {
    style_id: Number(product.id),
    style_name: product.name,
    style_number: product.externalId ?? '',
    style_identifier: product.identifier ?? '',
    style_description: product.description ?? '',
    minimum: product.orderMinimum ?? '',
    made_to_order: skus.length > 0 && skus.every(({ id }) => state.madeToOrder.has(id)),
    colors: v2List(
      account,
      product.colors.map(({ id, name, code }) => ({
        style_color_id: Number(id),
        color_name: name,
        color_code: code ?? '',
      })),
    ),
    sizes: v2List(
      account,
      product.sizes.map(({ name, code }) => ({ size_name: name, size_code: code ?? '' })),
    ),
    skus: v2List(
      account,
      skus.map((sku) => ({
        sku_color_code: sku.color.code ?? '',
        sku_size: sku.size.name,
        upc: upcsOf(sku)[0] ?? '',
        inventory_available: availableOf(account, sku.id) ?? '',
      })),
    ),
    deliveries: v2List(
      account,
      [...state.collections.values()]
        .filter(({ items }) => items.has(product.id))
        .map(({ name, externalId }) => ({ delivery_name: name, delivery_code: externalId ?? '' })),
    ),
    images: v2List(
      account,
      assetsOf(state, product.id).map(({ filename, displayOrder }) => ({
        filename,
        display_order: displayOrder ?? '',
      })),
    ),
  };
}
