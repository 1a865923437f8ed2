// How an endpoint is described: a path without its prefix, and per verb the query parameters it knows, the shape of its
// body and what it does.
import type { z } from 'zod';
import type { Cin7Context } from '../context.ts';
import type { Answer } from './answers.ts';
import { readBody } from './bodies.ts';
import type { Query } from './query.ts';

export interface Cin7Request {
  readonly query: Query;
  /** Parsed JSON; undefined for GET and DELETE. */
  readonly body: unknown;
  /** The simulator's own origin as the client knows it, for download addresses. */
  readonly origin: string;
}

export interface Operation {
  readonly parameters: readonly string[];
  readonly takesBody: boolean;
  readonly run: (request: Cin7Request, context: Cin7Context) => Answer;
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Endpoint {
  /** In lower case, without `/ExternalApi/v2/`. */
  readonly path: string;
  readonly operations: Partial<Record<Verb, Operation>>;
}

/** An operation that reads only its query. */
export function onQuery(
  parameters: readonly string[],
  run: (request: Cin7Request, context: Cin7Context) => Answer,
): Operation {
  return { parameters, takesBody: false, run };
}

/** An operation that reads a body of the given shape. */
export function onBody<Schema extends z.ZodType>(
  schema: Schema,
  run: (body: z.output<Schema>, context: Cin7Context, request: Cin7Request) => Answer,
): Operation {
  return {
    parameters: [],
    takesBody: true,
    run: (request, context) => run(readBody(schema, request.body, context.switches.strict), context, request),
  };
}

/** The parameters of every paged list. */
export const paging = ['Page', 'Limit'] as const;
