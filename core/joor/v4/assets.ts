// Images of styles and of their colours (JOOR 5.11). JOOR fetches them from a public address; file names are unique in
// the account; our own id for an image is never sent, because JOOR wants it unique for ever and re-sync would break.
import { z } from 'zod';
import { readBulk, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { part, text } from '../values.ts';

export interface ImageContent {
  readonly productId: string;
  /** Colour code; null for an image of the whole style. */
  readonly colour: string | null;
  /** At most 100 characters, .gif, .jpg, .jpeg or .png. */
  readonly fileName: string;
  /** A public address. */
  readonly address: string;
  /** 1-based place among the style's images. */
  readonly position: number;
}

export interface JoorImage {
  readonly productId: string;
  readonly fileName: string;
}

const imageSchema = z
  .object({
    product: part(z.object({ id: text })),
    asset: part(z.object({ filename: text })),
    filename: text,
  })
  .transform((row): JoorImage => ({
    productId: row.product?.id ?? '',
    fileName: row.asset?.filename ?? row.filename,
  }));

/**
 * Adds images of whole styles. `replaceAll` first deletes every image that these styles have, so it is only for styles
 * all of whose images are ours (IMG-1).
 */
export async function addStyleImages(
  joor: JoorConnection,
  images: readonly ImageContent[],
  replaceAll: boolean,
  caller: Caller,
): Promise<BulkAnswer<JoorImage>> {
  const body = images.map(({ productId, fileName, address, position }) => ({
    product: { id: productId },
    asset: { type: 'image', filename: fileName, source_url: address },
    display_order: position,
  }));
  const request = {
    name: 'style images',
    method: 'POST',
    path: 'assets/products',
    query: { replace_all: replaceAll },
    body,
    effect: 'create',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(imageSchema, json))).content;
}

/** Adds images of colours. The path ends in a slash, as documented. */
export async function addColourImages(
  joor: JoorConnection,
  images: readonly ImageContent[],
  caller: Caller,
): Promise<BulkAnswer<JoorImage>> {
  const body = images.map(({ productId, colour, fileName, address }) => ({
    product: { id: productId },
    sku_trait_value: { trait: { name: 'color' }, value: { external_id: colour ?? '' } },
    asset: { type: joor.switches.colourImageType, filename: fileName, source_url: address },
  }));
  const request = {
    name: 'colour images',
    method: 'POST',
    path: 'assets/sku_trait_values/',
    body,
    effect: 'create',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(imageSchema, json))).content;
}
