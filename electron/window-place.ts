// Where the window was: kept as text in a small file, believed only as far as a screen is there to show it.
import { z } from 'zod';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximised: z.boolean(),
});

export type WindowPlace = z.infer<typeof placeSchema>;

/** The least of a window that somebody can take hold of. */
const grip = { width: 160, height: 48 };

/** The place in a text; null when it says none. */
export function readPlace(text: string | null): WindowPlace | null {
  if (text === null) return null;
  try {
    return placeSchema.parse(JSON.parse(text));
  } catch {
    // Damaged or of another version: the window opens as on the first day.
    return null;
  }
}

/**
 * Size and position for a window that was there before, on screens with these work areas: no larger than the screen, and without
 * a position, which centres it, when nothing of its title bar would be in reach.
 */
export function fittingPlace(
  { x, y, width, height }: Area,
  screens: readonly Area[],
): { readonly width: number; readonly height: number; readonly x?: number; readonly y?: number } {
  const screen = screens.find(
    (one) =>
      Math.min(x + width, one.x + one.width) - Math.max(x, one.x) >= grip.width &&
      y >= one.y &&
      y + grip.height <= one.y + one.height,
  );
  const [first = { x: 0, y: 0, width, height }] = screens;
  const shown = screen ?? first;
  const size = { width: Math.min(width, shown.width), height: Math.min(height, shown.height) };
  return screen === undefined ? size : { ...size, x, y };
}
