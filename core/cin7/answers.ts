// What Cin7 Core says when it doesn't do what was asked, in whatever form it comes: an array of error models, a single
// one, ASP.NET's message, plain text or a page of HTML (Cin7 1.2), and what that means.
import { isRecord } from '../base/guards.ts';
import { cut } from '../base/text.ts';
import { limitInside200, type OutcomeRow } from '../http/outcome.ts';
import type { Reply } from '../http/operation.ts';

/** Rows that differ from the shared table. */
export const cin7Outcomes: readonly OutcomeRow[] = [
  limitInside200,
  // An error model inside a 200 is a refusal like any other (Cin7 1.2); one that speaks of a fault is a fault.
  {
    when: { statusFrom: 200, statusTo: 299, text: errorModel('4') },
    action: 'fail',
    code: 'refused',
    didNothing: true,
  },
  {
    when: { statusFrom: 200, statusTo: 299, text: errorModel('5') },
    action: 'repeat',
    code: 'server-fault',
    didNothing: false,
  },
  // A path that doesn't exist is a page with 200 or with 404 (Cin7 1.1, conflict): either way it isn't the API.
  {
    when: { statusFrom: 404, statusTo: 404, isJson: false },
    action: 'fail',
    code: 'not-the-api',
    didNothing: true,
  },
];

/** An error model, or an array of them, whose code begins so; its two members come in either order. */
function errorModel(firstDigit: '4' | '5'): RegExp {
  const words = String.raw`"Exception"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*`;
  return new RegExp(String.raw`^\s*\[?\s*\{\s*(?:${words})?"ErrorCode"\s*:\s*"?${firstDigit}\d\d\b`);
}

/** Cin7 Core's own words in a failing answer, readable and at most 500 characters. */
export function wordsOfCin7(reply: Reply): string {
  const words = wordsIn(reply.json);
  if (words.length > 0) return cut(words.join(' '), 500);
  if (/^\s*</.test(reply.text)) return 'a web page: wrong path or maintenance';
  return cut(reply.text.trim(), 500);
}

function wordsIn(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (Array.isArray(json)) return json.flatMap(wordsIn);
  if (!isRecord(json)) return [];
  for (const name of ['Exception', 'Message']) if (typeof json[name] === 'string') return [json[name]];
  return [];
}
