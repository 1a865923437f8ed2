// What a running operation tells whoever watches: the phase, how far it is, how long it will take, what it waits for.
import { z } from 'zod';

/** The phases of a run in their order (RUN-1). */
export const phaseNames = [
  'connect',
  'read-cin7',
  'orders',
  'products',
  'linesheets',
  'images',
  'customers',
  'stock',
] as const;

export type PhaseName = (typeof phaseNames)[number];

export const progressSchema = z.object({
  id: z.string(),
  kind: z.enum(['sync', 'dry-run']),
  phase: z.enum(phaseNames),
  /** What the phase does right now: `products`, `prices`. */
  activity: z.string(),
  done: z.number(),
  /** Null while it isn't known. */
  total: z.number().nullable(),
  /** Seconds until the end of the phase, limits included; null while it isn't known. */
  etaSeconds: z.number().nullable(),
  waitingFor: z.object({ api: z.enum(['cin7', 'joor']), until: z.string() }).nullable(),
});

export type Progress = z.infer<typeof progressSchema>;
