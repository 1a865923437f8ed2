// How many styles JOOR counts by its v2 list: the witness against which v4's unpaged list is held (GO-1, JOOR 6.4).
import { z } from 'zod';
import { readV2 } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { optionalNumber } from '../values.ts';

/** The number of styles in JOOR; null when v2 doesn't say. */
export async function countStyles(joor: JoorConnection, caller: Caller): Promise<number | null> {
  const request = {
    name: 'style count',
    method: 'GET',
    path: 'style',
    query: { start_from: 0, count: 1 },
    effect: 'read',
  } as const;
  if (!joor.switches.countIsTotal) return null;
  const { content } = await joor.v2(request, caller, (json) => {
    const response = z.object({ count: optionalNumber }).safeParse(readV2('styles', json)['response']);
    return response.success ? response.data.count : null;
  });
  return content;
}
