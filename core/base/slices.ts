// Long computations in short slices, so that a window on the same thread stays responsive (docs/architecture.md: at most 20 ms).

const sliceMilliseconds = 15;

export interface Slices {
  /** True when the present slice is used up: then `await rest()`. */
  due(): boolean;
  rest(): Promise<void>;
}

/** A new series of slices; the first begins now. */
export function startSlices(): Slices {
  let started = performance.now();
  return {
    due: () => performance.now() - started >= sliceMilliseconds,
    async rest() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      started = performance.now();
    },
  };
}

/** The items in groups of at most `size`. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}
