// Images, swatches and videos of products and of their colors (JOOR 5.11). File names are unique in the account, and
// `replace_all` removes the product's assets of the kinds that the call carries, before anything new is looked at.
import type { Hono } from 'hono';
import { z } from 'zod';
import { second } from '../../base/dates.ts';
import { fold } from '../../base/text.ts';
import { mountBulk, refused } from './answers.ts';
import type { Outcome } from './answers.ts';
import type { Asset, AssetType, Product, TraitValue } from './records.ts';
import { colorTrait } from './references.ts';
import { addAsset, assetsOf, mint, removeAsset } from './state.ts';
import type { Account } from './state.ts';

const megabyte = 1_048_576;
const limits = {
  image: { extensions: /\.(gif|jpe?g|png)$/i, bytes: 10 * megabyte },
  swatch: { extensions: /\.(gif|jpe?g|png)$/i, bytes: 10 * megabyte },
  video: { extensions: /\.mp4$/i, bytes: 15 * megabyte },
} as const;

const asset = {
  filename: z.string().min(1),
  source_url: z.string().min(1),
  external_id: z.string().nullish(),
};
const productSchema = z.strictObject({
  product: z.strictObject({ id: z.string() }),
  asset: z.strictObject({ type: z.enum(['image', 'swatch', 'video']), ...asset }),
  display_order: z.int().nullish(),
});
const colorSchema = z.strictObject({
  product: z.strictObject({ id: z.string() }),
  sku_trait_value: z.strictObject({
    trait: z.strictObject({ id: z.string().optional(), name: z.string().optional() }),
    value: z.strictObject({ external_id: z.string() }),
  }),
  asset: z.strictObject({ type: z.enum(['image', 'swatch']), ...asset }),
  display_order: z.int().nullish(),
});

interface NewAsset {
  readonly type: AssetType;
  readonly filename: string;
  readonly source_url: string;
  readonly external_id?: string | null | undefined;
}

/** Mounts the asset calls; the second one really ends in a slash. */
export function mountAssets(v4: Hono, account: Account): void {
  const { state } = account;
  mountBulk(v4, account, '/assets/products', productSchema, (context, items) => {
    if (/^(true|1)$/i.test(context.req.query('replace_all') ?? '')) {
      for (const item of items) removeKind(account, item.product.id, null, item.asset.type);
    }
    return async (item) => {
      const product = state.products.get(item.product.id);
      if (product === undefined) return refused('NOT_FOUND', 'Product not found', { product_id: item.product.id });
      const outcome = await store(account, product, null, item.asset, item.display_order ?? null);
      return 'data' in outcome ? { data: { ...outcome.data, display_order: item.display_order ?? null } } : outcome;
    };
  });
  mountBulk(v4, account, '/assets/sku_trait_values/', colorSchema, () => async (item) => {
    const product = state.products.get(item.product.id);
    if (product === undefined) return refused('NOT_FOUND', 'Product not found', { product_id: item.product.id });
    const { trait, value } = item.sku_trait_value;
    const isColor = trait.id === colorTrait.id || fold(trait.name ?? '') === fold(colorTrait.name);
    const color = isColor ? product.colors.find(({ code }) => code === value.external_id) : undefined;
    if (color === undefined) return refused('NOT_FOUND', 'Trait value not found', { external_id: value.external_id });
    const outcome = await store(account, product, color, item.asset, item.display_order ?? null);
    return 'data' in outcome ? { data: { ...outcome.data, sku_trait_value: item.sku_trait_value } } : outcome;
  });
}

async function store(
  account: Account,
  product: Product,
  color: TraitValue | null,
  given: NewAsset,
  displayOrder: number | null,
): Promise<Outcome> {
  const { ids, state } = account;
  const problem = problemOf(account, product, given) ?? (await downloadProblem(account, given));
  if (problem !== null) return refused('INVALID', problem, { filename: given.filename });
  const externalId = given.external_id ?? null;
  if (externalId !== null && [...state.assets.values()].some((present) => present.externalId === externalId)) {
    return refused('DUPLICATED', 'Asset already exists', { external_id: externalId });
  }
  // A color has one image and one swatch; a new one takes the place of the old (JOOR 6.4, images).
  if (color !== null) removeKind(account, product.id, color.id, given.type);
  const stored: Asset = {
    id: mint(state, 'asset'),
    productId: product.id,
    colorId: color?.id ?? null,
    type: given.type,
    filename: given.filename,
    sourceUrl: given.source_url,
    externalId,
    displayOrder,
  };
  addAsset(state, stored);
  if (color !== null) {
    // Where JOOR keeps its copies is not documented.
    const copy = `https://cdn.example.com/joor/${ids.uuid().slice(0, 8)}/${encodeURIComponent(given.filename)}`;
    if (given.type === 'swatch') color.swatch = copy;
    else color.images = [copy];
  }
  const { id, type, filename, sourceUrl } = stored;
  return {
    data: {
      id,
      product: { id: product.id },
      asset: { id, type, filename, source_url: sourceUrl, external_id: externalId },
    },
  };
}

function removeKind({ state }: Account, productId: string, colorId: string | null, type: AssetType): void {
  for (const present of assetsOf(state, productId)) {
    if (present.colorId === colorId && present.type === type) removeAsset(state, present);
  }
}

/** What is wrong with the asset before anything is fetched; the words are invented. */
function problemOf({ state, switches }: Account, product: Product, { type, filename }: NewAsset): string | null {
  if (filename.length > 100) return 'The filename is longer than 100 characters';
  if (!limits[type].extensions.test(filename)) return `The file extension is not allowed for type '${type}'`;
  if (state.assetsByFilename.has(filename)) return `The filename '${filename}' is already used`;
  if (type !== 'video') return null;
  if (!switches.videos) return 'Videos are not enabled for this account';
  return assetsOf(state, product.id).some((other) => other.type === 'video') ? 'The product already has a video' : null;
}

async function downloadProblem(account: Account, { type, source_url: address }: NewAsset): Promise<string | null> {
  const { clock, switches } = account;
  if (!URL.canParse(address)) return 'The source_url is not valid';
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'The source_url is not valid';
  if (switches.imageDownloadSeconds > 0) await clock.sleep(switches.imageDownloadSeconds * second);
  if (!switches.localImages && isLocal(url.hostname)) return 'The source_url could not be downloaded';
  // Practice addresses may say how big the file is, so that the limit can be seen without fetching: `?bytes=12000000`.
  const bytes = switches.fetchImages ? await fetchedBytes(url) : Number(url.searchParams.get('bytes') ?? 0);
  if (bytes === null) return 'The source_url could not be downloaded';
  return bytes > limits[type].bytes ? `The file is larger than ${limits[type].bytes / megabyte} MB` : null;
}

async function fetchedBytes(url: URL): Promise<number | null> {
  try {
    const response = await fetch(url);
    if (!response.ok) return null;
    return (await response.arrayBuffer()).byteLength;
  } catch {
    return null;
  }
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.|10\.|192\.168\.|\[::1\])/i.test(host);
}
