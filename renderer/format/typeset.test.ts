import { describe, expect, it } from 'vitest';
import { typeset, typesetText } from './typeset.ts';

describe('sentences of the host', () => {
  it('get the printed apostrophe inside words, and only there', () => {
    expect(typesetText("SKU 5'6 isn't in JOOR's list: 'x'")).toBe("SKU 5'6 isn’t in JOOR’s list: 'x'");
  });

  it('are found wherever they stand, and nothing else is touched', () => {
    const message = {
      id: "O'Neill",
      rows: [{ reason: "It isn't there.", name: "O'Neill" }],
      ids: ["a'b"],
      none: null,
      count: 3,
    };
    expect(typeset(message)).toEqual({ ...message, rows: [{ reason: 'It isn’t there.', name: "O'Neill" }] });
  });
});
