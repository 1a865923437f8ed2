// Sentences that the host wrote, where they stand as a heading or a label.

/** A sentence without its full stop: headings have none. */
export function titleText(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
