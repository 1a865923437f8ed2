// Seasons of v4 (JOOR 5.7): a label over linesheets.
// Equal seasons are not refused; nothing says that JOOR does.
import type { Hono } from 'hono';
import { z } from 'zod';
import { listAnswer, mountBulk, refused } from './answers.ts';
import type { Season } from './records.ts';
import { mint } from './state.ts';
import type { Account } from './state.ts';

const fields = { external_id: z.string().nullish(), year: z.int().nullish() };
const createSchema = z.strictObject({ name: z.string().min(1), ...fields });
const updateSchema = z.strictObject({ id: z.string(), name: z.string().min(1).optional(), ...fields });

/** Mounts the season calls. */
export function mountSeasons(v4: Hono, account: Account): void {
  const { state } = account;
  v4.get('/seasons', (context) => listAnswer(context, account, [...state.seasons.values()].map(seasonView)));
  mountBulk(v4, account, '/seasons/bulk_create', createSchema, () => (item) => ({
    data: seasonView(
      addSeason(account, { name: item.name, externalId: item.external_id ?? null, year: item.year ?? null }),
    ),
  }));
  mountBulk(v4, account, '/seasons/bulk_update', updateSchema, () => (item) => {
    const season = state.seasons.get(item.id);
    if (season === undefined) return refused('NOT_FOUND', 'Season not found', { id: item.id });
    if (item.name !== undefined) season.name = item.name;
    if (item.external_id !== undefined) season.externalId = item.external_id;
    if (item.year !== undefined) season.year = item.year;
    return { data: seasonView(season) };
  });
}

/** Adds a season. */
export function addSeason({ state }: Account, fields: Omit<Season, 'id'>): Season {
  const season: Season = { id: mint(state, 'season'), ...fields };
  state.seasons.set(season.id, season);
  return season;
}

/** A season as v4 shows it. */
export function seasonView(season: Season): Record<string, unknown> {
  return { id: season.id, name: season.name, external_id: season.externalId, year: season.year };
}
