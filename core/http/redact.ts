// Keeps secrets out of everything that is written down (SEC-1). By value, because an API may echo what it was sent;
// headers are never written down at all.

const mask = '[kept secret]';

/** A function that masks each of the given secrets wherever it stands in a text, also in base64, in an address and in JSON. */
export function textRedactor(secrets: () => readonly string[]): (text: string) => string {
  return (text) => {
    const forms = secrets()
      .filter(({ length }) => length >= 4)
      .flatMap(formsOf);
    if (forms.length === 0) return text;
    // The longest first: a secret that begins another one must not leave that one's rest standing.
    forms.sort((a, b) => b.length - a.length);
    return text.replace(new RegExp(forms.map(escaped).join('|'), 'gi'), mask);
  };
}

/** How a secret may be written where it is echoed. */
function formsOf(secret: string): string[] {
  const inQuery = new URLSearchParams({ '': secret }).toString().slice(1);
  return [secret, Buffer.from(secret).toString('base64'), inQuery, JSON.stringify(secret).slice(1, -1)];
}

/** Access tokens are the longest, and seldom longer than a few thousand characters. */
const longestSecret = 16_384;

/** The first characters of a text, redacted so that the cut can't leave half a secret behind. */
export function redactedStart(text: string, length: number, redact: (text: string) => string): string {
  return redact(text.slice(0, length + longestSecret)).slice(0, length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
