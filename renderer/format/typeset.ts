// The host writes its sentences with the apostrophe of the keyboard, for the command line too; a screen sets them as a printed page
// does. Only what is a sentence is touched: names, numbers and settings stay as they are.

const sentences = new Set(['sentence', 'nextStep', 'reason', 'detail', 'title']);

/** `It isn't in Cin7.` with its printed apostrophe. */
export function typesetText(text: string): string {
  return text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

/** The same for every sentence in a message of the host. Gives the value itself where it holds none. */
export function typeset(value: unknown): unknown {
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value : value.map(typeset);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === 'string' ? (sentences.has(key) ? typesetText(inner) : inner) : typeset(inner),
    ]),
  );
}
