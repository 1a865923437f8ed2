// What set-up found out and what it has to ask.
import { review } from '../../commands/setup/answer.ts';
import type { QueryHandlers } from '../handlers.ts';

export const setUpQueries = {
  'setup.review': ({ services }) => review(services),
} satisfies QueryHandlers;
