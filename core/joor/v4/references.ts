// JOOR's own reference lists: categories and traits, which are fixed and differ between sandbox and live, and the
// brand's seasons (JOOR 5.2, 5.3, 5.7).
import { z } from 'zod';
import { readBulk, readWhole, type BulkAnswer } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { id, optionalNumber, text } from '../values.ts';

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly department: string;
}

export interface JoorTrait {
  readonly id: string;
  readonly name: string;
  /** Of a style, or of a SKU (colour and size). */
  readonly isOfSku: boolean;
}

export interface Season {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly year: number | null;
}

const categorySchema = z
  .object({ id, name: text, parent_name: text, department: text })
  .transform((row): Category => ({ id: row.id, name: row.name, parent: row.parent_name, department: row.department }));

const traitSchema = z
  .object({ id, name: text, type: text })
  .transform((row): JoorTrait => ({ id: row.id, name: row.name, isOfSku: row.type.toLowerCase() === 'sku' }));

const seasonSchema = z
  .object({ id, name: text, external_id: text, year: optionalNumber })
  .transform((row): Season => ({ id: row.id, name: row.name, code: row.external_id, year: row.year }));

/** The categories that styles can be filed under. */
export async function listCategories(joor: JoorConnection, caller: Caller): Promise<Category[]> {
  const request = { name: 'categories', method: 'GET', path: 'categories', effect: 'read' } as const;
  return (await joor.v4(request, caller, (json) => readWhole(categorySchema, json))).content;
}

/** The traits that styles and SKUs can have. */
export async function listTraits(joor: JoorConnection, caller: Caller): Promise<JoorTrait[]> {
  const request = { name: 'traits', method: 'GET', path: 'traits', effect: 'read' } as const;
  return (await joor.v4(request, caller, (json) => readWhole(traitSchema, json))).content;
}

/** The brand's seasons. */
export async function listSeasons(joor: JoorConnection, caller: Caller): Promise<Season[]> {
  const request = { name: 'seasons', method: 'GET', path: 'seasons', effect: 'read' } as const;
  return (await joor.v4(request, caller, (json) => readWhole(seasonSchema, json))).content;
}

/** Creates seasons. */
export async function createSeasons(
  joor: JoorConnection,
  seasons: readonly Omit<Season, 'id'>[],
  caller: Caller,
): Promise<BulkAnswer<Season>> {
  const body = seasons.map(({ name, code, year }) => ({
    name,
    external_id: code,
    ...(year === null ? {} : { year }),
  }));
  const request = {
    name: 'create seasons',
    method: 'POST',
    path: 'seasons/bulk_create',
    body,
    effect: 'create',
  } as const;
  return (await joor.v4(request, caller, (json) => readBulk(seasonSchema, json))).content;
}
