// Colour and size of a variant, by the names of its family's options (STY-3): any case, any position, from a list that
// the brand can edit. Further options fold into the colour; a missing one gets JOOR's usual constant.
import { fold } from '../base/text.ts';
import type { StyleSource, Variant } from '../model/product.ts';
import type { Settings } from '../settings/index.ts';

const oneColour = 'One Color';
const oneSize = 'One Size';

export interface Position {
  readonly variant: Variant;
  readonly colour: string;
  readonly size: string;
}

/** Where each variant stands in its style's colours and sizes. */
export function positionVariants(
  source: StyleSource,
  variants: readonly Variant[],
  settings: Settings['products'],
): Position[] {
  const named = (names: readonly string[]) =>
    source.optionNames.findIndex((name) => name !== '' && names.some((known) => fold(known) === fold(name)));
  const sizeAt = named(settings.sizeOptionNames);
  const colourAt = named(settings.colorOptionNames);
  // The colour first, then what folds into it, in Cin7's order.
  const colourParts = [0, 1, 2]
    .filter((index) => index !== sizeAt && source.optionNames[index] !== '')
    .sort((a, b) => Number(b === colourAt) - Number(a === colourAt) || a - b);

  return variants.map((variant) => {
    const value = (index: number) => (variant.options[index] ?? '').trim().replace(/\s+/g, ' ');
    const colour = colourParts
      .map(value)
      .filter((part) => part !== '')
      .join(' / ');
    const size = sizeAt < 0 ? '' : value(sizeAt);
    return { variant, colour: colour === '' ? oneColour : colour, size: size === '' ? oneSize : size };
  });
}
