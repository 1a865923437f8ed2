// Long computations in short slices, so that a window on the same thread stays responsive: no stretch above 20 ms
// (docs/architecture.md). `npm run bench` measures the longest one.

/** A slice ends at the first look after that time, so that its last step still fits. */
const sliceMilliseconds = 8;

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
      await turn();
      started = performance.now();
    },
  };
}

/** Lets the event loop turn once: between two steps that can't be cut and that each take a good part of a slice. */
export async function turn(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}

/** Works through the items in groups of at most `size`, in slices. */
export async function inSlices<Item>(
  items: readonly Item[],
  size: number,
  work: (group: readonly Item[]) => void,
): Promise<void> {
  const slices = startSlices();
  for (const group of chunks(items, size)) {
    work(group);
    if (slices.due()) await slices.rest();
  }
}

/** The items in groups of at most `size`. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let start = 0; start < items.length; start += size) groups.push(items.slice(start, start + size));
  return groups;
}
