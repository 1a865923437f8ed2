// One style per family, or one per colour when the settings split (STY-2). A split style keeps its colour code for good,
// also when the colour is renamed.
import type { StyleSource, Variant } from '../model/product.ts';
import type { Settings } from '../settings/index.ts';
import { assignCodes, type KnownTrait } from './codes.ts';
import { positionVariants } from './options.ts';

export interface SourcePart {
  readonly source: StyleSource;
  readonly live: readonly Variant[];
}

/** What earlier runs made of a source that was split. */
export interface KnownSplit {
  readonly colours: readonly KnownTrait[];
  readonly colourByProduct: ReadonlyMap<string, string>;
}

/** The sources of the styles that a selected source becomes. */
export function splitSource(
  source: StyleSource,
  live: readonly Variant[],
  known: KnownSplit,
  settings: Settings['products'],
): SourcePart[] {
  if (!settings.splitByColor || source.kind === 'product') return [{ source, live }];
  const positions = positionVariants(source, live, settings);
  const codes = assignCodes(
    positions.map(({ colour, variant }) => ({
      name: colour,
      formerCode: known.colourByProduct.get(variant.product.id) ?? null,
    })),
    known.colours,
  );
  return [...codes].map(([colour, code]) => {
    const variants = positions.filter((at) => at.colour === colour).map(({ variant }) => variant);
    const isLive = new Set(live);
    const retired = source.variants.filter(
      (variant) => !isLive.has(variant) && known.colourByProduct.get(variant.product.id) === code,
    );
    return {
      source: {
        ...source,
        id: `${source.id}:${code}`,
        sku: `${source.sku}-${code}`,
        name: `${source.name} ${colour}`,
        variants: [...variants, ...retired],
      },
      live: variants,
    };
  });
}
