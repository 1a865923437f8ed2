// Keeps secrets out of everything that is written down (SEC-1). By value, because an API may echo what it was sent;
// headers are never written down at all.

const mask = '[kept secret]';

/** A function that masks each of the given secrets wherever it stands in a text, also in base64. */
export function textRedactor(secrets: () => readonly string[]): (text: string) => string {
  return (text) => {
    let clean = text;
    for (const secret of secrets()) {
      if (secret.length < 4) continue;
      for (const form of [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)])
        clean = clean.replace(new RegExp(escaped(form), 'gi'), mask);
    }
    return clean;
  };
}

/** The first characters of a text, redacted so that the cut can't leave half a secret behind. */
export function redactedStart(text: string, length: number, redact: (text: string) => string): string {
  const longestSecret = 512;
  return redact(text.slice(0, length + longestSecret)).slice(0, length);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
