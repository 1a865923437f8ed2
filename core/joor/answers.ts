// JOOR's two ways of saying no: v4 names single items in `errors` beside those it took, v2 answers 200 with a code that
// isn't 0 (JOOR 4, 8). And what its statuses mean for a request.
import { z } from 'zod';
import { SeamlineError } from '../base/errors.ts';
import { isRecord } from '../base/guards.ts';
import { cut } from '../base/text.ts';
import type { OutcomeRow } from '../http/outcome.ts';
import { parseRows } from '../http/rows.ts';
import type { Reply } from '../http/operation.ts';
import { list, optionalNumber, text } from './values.ts';

/** Rows that differ from the shared table. */
export const joorOutcomes: readonly OutcomeRow[] = [
  // A token lives ten hours; a 401 in between asks for a new one, once (JOOR 3.1).
  { when: { statusFrom: 401, statusTo: 401 }, action: 'sign-in-again', code: 'key-rejected', didNothing: true },
];

/** An item that JOOR refused, in its own words. `status` is free text; `DUPLICATED` is the one known word. */
export interface Refusal {
  readonly status: string;
  readonly message: string;
  /** Details and message as one text, to find out which item is meant. */
  readonly about: string;
}

/** What a v4 write did: what JOOR took, as it now has it, and what it refused. */
export interface BulkAnswer<Done> {
  readonly done: readonly Done[];
  readonly refused: readonly Refusal[];
}

const errorSchema = z
  .object({ status: text, message: text, details: z.unknown().optional() })
  .transform((error): Refusal => ({
    status: error.status,
    message: error.message === '' ? error.status : error.message,
    about: `${error.message} ${JSON.stringify(error.details ?? '')}`,
  }));

/** Reads a v4 answer: `data` and `errors`, always both (JOOR 4). Throws when there is neither. */
export async function readBulk<Done>(row: z.ZodType<Done>, json: unknown): Promise<BulkAnswer<Done>> {
  const body = z.object({ data: list(z.unknown()), errors: list(errorSchema) }).parse(json);
  // An answer of some other shape must not pass for an empty list.
  if (isRecord(json) && json['data'] == null && body.errors.length === 0) throw new Error('no data in the answer');
  return { done: await parseRows(row, body.data), refused: body.errors };
}

/** Reads a v4 list that is believed to be whole. Throws when JOOR names an error beside it, since rows may be missing. */
export async function readWhole<Row>(row: z.ZodType<Row>, json: unknown): Promise<Row[]> {
  const { done, refused } = await readBulk(row, json);
  const [error] = refused;
  if (error !== undefined) throw new Error(`an error beside the list: ${error.message}`);
  return [...done];
}

/** True for an item that JOOR has already. */
export function isDuplicate({ status }: Refusal): boolean {
  return status.toUpperCase() === 'DUPLICATED';
}

const v2ResponseSchema = z.object({ code: text, comment: text, log_id: text });

/**
 * The payload under a v2 root node, after its `response` was checked. Throws `refused` with JOOR's comment and its
 * log id, the handle for JOOR's support.
 */
export function readV2(root: string, json: unknown): Record<string, unknown> {
  const outer = isRecord(json) ? json[root] : undefined;
  // A bare list, whose empty form is "" (JOOR 6.1).
  if (Array.isArray(outer) || outer === '') return { [root]: outer };
  if (!isRecord(outer)) throw new Error(`no ${root} in the answer`);
  const response = v2ResponseSchema.safeParse(outer['response']);
  if (response.success && response.data.code !== '' && Number(response.data.code) !== 0)
    throw new SeamlineError('refused', {
      sentence: `JOOR refused the request: ${response.data.comment === '' ? `code ${response.data.code}` : response.data.comment}.`,
      nextStep: `Change what it names, then run again. JOOR's support finds it under ${response.data.log_id}.`,
      details: { code: response.data.code, logId: response.data.log_id, words: response.data.comment },
    });
  return outer;
}

/** The name of the only member of an answer; null when there are more, or none. */
export function onlyRootOf(json: unknown): string | null {
  const [root, ...others] = isRecord(json) ? Object.keys(json) : [];
  return root === undefined || others.length > 0 ? null : root;
}

/**
 * Where the next page of a v2 list begins; null at its end. A bare list tells nothing about pages, so one goes on behind
 * what came until nothing new comes.
 */
export function nextStart(
  outer: Readonly<Record<string, unknown>>,
  { start, rows, fresh }: { readonly start: number; readonly rows: number; readonly fresh: number },
): number | null {
  if (rows === 0) return null;
  const byRows = fresh === 0 ? null : start + rows;
  if (!isRecord(outer['response'])) return byRows;
  const next = optionalNumber.safeParse(outer['response']['next_start']);
  // A place that is none says nothing about the end: the rows do.
  if (!next.success) return byRows;
  return next.data !== null && next.data > start ? next.data : null;
}

/** JOOR's own words in a failing answer, readable and at most 500 characters. */
export function wordsOfJoor(reply: Reply): string {
  const words = wordsIn(reply.json);
  if (words !== '') return cut(words, 500);
  return /^\s*</.test(reply.text) ? 'a web page: wrong address or maintenance' : cut(reply.text.trim(), 500);
}

function wordsIn(json: unknown): string {
  if (typeof json === 'string') return json;
  if (Array.isArray(json)) return json.map(wordsIn).filter(Boolean).join(' ');
  if (!isRecord(json)) return '';
  for (const name of ['error_description', 'message', 'comment', 'error', 'errors', 'response']) {
    const words = wordsIn(json[name]);
    if (words !== '') return words;
  }
  return '';
}
