// Everything that a screen can ask to see, one file per area. The contract says what goes in and comes out.
import type { QueryHandlers } from '../handlers.ts';
import { attentionQueries } from './attention.ts';
import { findQueries } from './find.ts';
import { orderQueries } from './orders.ts';
import { runQueries } from './runs.ts';
import { settingsQueries } from './settings.ts';
import { setUpQueries } from './set-up.ts';
import { styleQueries } from './styles.ts';

export const queryHandlers: QueryHandlers = {
  ...findQueries,
  ...orderQueries,
  ...runQueries,
  ...attentionQueries,
  ...styleQueries,
  ...setUpQueries,
  ...settingsQueries,
};
