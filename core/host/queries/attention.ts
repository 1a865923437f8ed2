// What waited for a person and doesn't any more.
import { attentionItem } from '../../commands/attention.ts';
import type { QueryHandlers } from '../handlers.ts';

const mostShown = 200;

export const attentionQueries = {
  'attention.history': ({ reader }) =>
    reader.read(
      (ledger) => ledger.attention.history(mostShown).map(attentionItem),
      () => [],
    ),
} satisfies QueryHandlers;
