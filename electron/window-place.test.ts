import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingPlace, readPlace } from './window-place.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const left = { x: -1920, y: -200, width: 1920, height: 1080 };
const was = { x: 100, y: 80, width: 1200, height: 700 };

describe('where the window was', () => {
  it('is where it opens again, on whichever screen', () => {
    expect(fittingPlace(was, [laptop])).toEqual(was);
    expect(fittingPlace({ ...was, x: -1800 }, [laptop, left])).toEqual({ ...was, x: -1800 });
  });

  it('is centred when its screen is gone, or its title bar out of reach', () => {
    const { width, height } = was;
    expect(fittingPlace({ ...was, x: -1800 }, [laptop])).toEqual({ width, height });
    expect(fittingPlace({ ...was, y: -30 }, [laptop])).toEqual({ width, height });
    expect(fittingPlace({ ...was, y: 850 }, [laptop])).toEqual({ width, height });
    expect(fittingPlace(was, [])).toEqual({ width, height });
  });

  it('never opens larger than the screen', () => {
    const area = fc.record({
      x: fc.integer({ min: -4000, max: 4000 }),
      y: fc.integer({ min: -4000, max: 4000 }),
      width: fc.integer({ min: 1, max: 8000 }),
      height: fc.integer({ min: 1, max: 8000 }),
    });
    fc.assert(
      fc.property(area, (place) => {
        const fitting = fittingPlace(place, [laptop]);
        expect(fitting.width).toBeLessThanOrEqual(laptop.width);
        expect(fitting.height).toBeLessThanOrEqual(laptop.height);
      }),
    );
  });

  it('is forgotten when the file can’t be read', () => {
    expect(readPlace(JSON.stringify({ ...was, isMaximised: true }))).toEqual({ ...was, isMaximised: true });
    for (const text of [null, '', '{', '{"x":1}', JSON.stringify({ ...was, width: -1, isMaximised: false })])
      expect(readPlace(text)).toBeNull();
  });
});
