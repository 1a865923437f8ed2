// Everything that a screen can ask to see, one file per area. The contract says what goes in and comes out.
import type { QueryHandlers } from '../handlers.ts';
import { attentionQueries } from './attention.ts';
import { orderQueries } from './orders.ts';
import { runQueries } from './runs.ts';

export const queryHandlers: QueryHandlers = {
  ...orderQueries,
  ...runQueries,
  ...attentionQueries,
};
