// What was asked and answered, redacted and bounded, for "what happened?" and for support. Reads keep the beginning of
// their answer, writes and failures keep more: that is what JOOR's support asks for (JOOR 8).
import type { Instant } from '../base/dates.ts';
import { redactedStart } from './redact.ts';
import type { Api, Exchange, Operation } from './operation.ts';

export interface HistoryEntry {
  readonly api: Api;
  readonly operation: string;
  readonly method: string;
  readonly address: string;
  readonly startedAt: Instant;
  readonly milliseconds: number;
  readonly attempt: number;
  readonly cost: number;
  /** Null when no reply came. */
  readonly status: number | null;
  readonly outcome: string;
  readonly request: string;
  readonly response: string;
  /** What it was about: an order's id. */
  readonly about?: string;
}

export type HistorySink = (entry: HistoryEntry) => void;

const readLimit = 2_000;
const writeLimit = 64_000;

/** The texts of an exchange that history keeps, cut to what is useful. */
export function historyTexts(
  operation: Operation,
  exchange: Exchange,
  redact: (text: string) => string,
): { request: string; response: string } {
  if (operation.isSecret === true)
    return { request: '', response: 'failure' in exchange ? redact(exchange.failure.message) : '' };
  const request =
    operation.body === null ? '' : JSON.stringify(operation.body.kind === 'json' ? operation.body.value : '');
  if ('failure' in exchange)
    return { request: redactedStart(request, writeLimit, redact), response: redact(exchange.failure.message) };
  const plainRead = operation.effect === 'read' && exchange.reply.status < 300;
  return {
    request: redactedStart(request, writeLimit, redact),
    response: redactedStart(exchange.reply.text, plainRead ? readLimit : writeLimit, redact),
  };
}
