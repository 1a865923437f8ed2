// The order in which sizes are shown: letters from small to large, numbers by value, the rest as Cin7 Core lists them.

const letters = ['XXXS', 'XXS', 'XS', 'S', 'SM', 'M', 'ML', 'L', 'LXL', 'XL', 'XXL', 'XXXL', 'XXXXL'];

const spelled: Readonly<Record<string, string>> = {
  '3XS': 'XXXS',
  '2XS': 'XXS',
  'X-SMALL': 'XS',
  'S/M': 'SM',
  SMALL: 'S',
  MEDIUM: 'M',
  'M/L': 'ML',
  LARGE: 'L',
  'L/XL': 'LXL',
  'X-LARGE': 'XL',
  '2XL': 'XXL',
  '3XL': 'XXXL',
  '4XL': 'XXXXL',
};

/** Sizes sorted for display; equal ranks keep their order. */
export function inSizeOrder(sizes: readonly string[]): string[] {
  return sizes
    .map((size, index) => ({ size, index, rank: rankOf(size) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.index - b.index)
    .map(({ size }) => size);
}

function rankOf(size: string): readonly [number, number] {
  const text = size.trim().toUpperCase();
  const letter = letters.indexOf(spelled[text] ?? text);
  if (letter >= 0) return [0, letter];
  const number = /^[A-Z]{0,3}\s*(\d+(?:\.\d+)?)/.exec(text)?.[1];
  return number === undefined ? [2, 0] : [1, Number(number)];
}
