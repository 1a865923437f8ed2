// Sentences that the host wrote, where they stand as a heading or a label.

/** A sentence without its full stop: headings have none. */
export function titleText(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** A name as a label has it, with a capital at its start. */
export function labelText(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
