// How fault rules and the request log name paths. A text that begins with `^` is a regular expression; any other is a
// glob in which `*` stands for any run of characters. Letters match in any case; one slash at the end is forgiven.

/** A function that tells whether a path is meant. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const expression = pattern.startsWith('^')
    ? new RegExp(pattern, 'i')
    : new RegExp(`^${trimmed(pattern).split('*').map(literal).join('.*')}/?$`, 'i');
  return (path) => expression.test(path);
}

function trimmed(pattern: string): string {
  return pattern.length > 1 && pattern.endsWith('/') ? pattern.slice(0, -1) : pattern;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
