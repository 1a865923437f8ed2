// How a screen and its host talk, the same over the desktop's IPC and the browser's loopback HTTP: a request with its answer,
// and events that the host pushes. Both sides check every message against these schemas.
import { z } from 'zod';
import { commands } from './commands.ts';
import { errorViewSchema } from './errors.ts';
import { queries } from './queries.ts';
import { stores } from './stores.ts';

const nameOf = <Table extends object>(table: Table) =>
  z.custom<keyof Table & string>((value) => typeof value === 'string' && Object.hasOwn(table, value));

export const requestSchema = z.discriminatedUnion('kind', [
  /** The same commandId again gives the first answer again and does nothing more. */
  z.object({ kind: z.literal('command'), name: nameOf(commands), commandId: z.uuid(), input: z.unknown() }),
  z.object({ kind: z.literal('query'), name: nameOf(queries), input: z.unknown() }),
  /** Asks for every store as it is now; changes follow as events. */
  z.object({ kind: z.literal('subscribe') }),
]);

export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), output: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorViewSchema }),
]);

export const snapshotSchema = z.object({
  store: nameOf(stores),
  epoch: z.string(),
  rev: z.number(),
  value: z.unknown(),
});

export const hostEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('snapshot'), snapshot: snapshotSchema }),
  /** The host asks the screen to go somewhere: a tray click, a notification, a menu entry. */
  z.object({ kind: z.literal('go'), place: z.unknown() }),
]);

export type Request = z.infer<typeof requestSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
export type HostEvent = z.infer<typeof hostEventSchema>;
