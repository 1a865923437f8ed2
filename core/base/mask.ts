// Takes personal data out of free text (SEC-4): what is known by name, and whatever looks like an e-mail address or a phone
// number. For logs and reports that leave this computer.

const mask = '[personal]';
const shortest = 4;

const email = /[^\s"'<>()@,;:]+@[^\s"'<>()@,;:]+\.[\p{L}]{2,}/gu;
/** Nine characters and more of digits and their separators; a date isn't one. */
const phone = /(?<![\w-])(?!\d{4}-\d\d-\d\d)\+?\(?\d[\d\s().-]{6,}\d(?![\w-])/g;

/** A function that masks the given texts as whole words, in any case, with e-mail addresses and phone numbers. */
export function personalMask(known: Iterable<string>): (text: string) => string {
  const terms = new Map<string, string[]>();
  for (const one of known) {
    const term = one.trim().toLowerCase();
    if (term.length < shortest) continue;
    const start = term.slice(0, shortest);
    terms.set(start, [...(terms.get(start) ?? []), term]);
  }
  // The longest first, so that no rest of it stays.
  for (const list of terms.values()) list.sort((a, b) => b.length - a.length);
  return (text) => maskTerms(text, terms).replace(email, mask).replace(phone, mask);
}

const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);

function maskTerms(text: string, terms: ReadonlyMap<string, readonly string[]>): string {
  const lower = text.toLowerCase();
  // Letters that grow when they are written small would shift every place behind them.
  if (lower.length !== text.length) return mask;
  let masked = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && isWord(lower.charAt(at - 1))) continue;
    const term = terms
      .get(lower.slice(at, at + shortest))
      ?.find((one) => lower.startsWith(one, at) && !isWord(lower.charAt(at + one.length)));
    if (term === undefined) continue;
    masked += text.slice(kept, at) + mask;
    kept = at + term.length;
    at = kept - 1;
  }
  return masked + text.slice(kept);
}
