// The practice desk: what people do in the two accounts' own screens, and what a test or the demo wants to know, over
// HTTP under `/practice/`. Only for this computer. Its requests are no part of the API: they cost nothing, aren't
// logged and get no faults.
import { Hono } from 'hono';
import { z } from 'zod';
import { readFaultScript } from './faults.ts';
import type { FaultControl } from './faults.ts';
import type { RequestLog } from './request-log.ts';

export interface DeskOptions {
  /** A short account of what the practice account holds. */
  readonly summary: () => unknown;
  /** Does one edit; throws on one that can't be done. */
  readonly apply: (edit: unknown) => unknown;
  readonly log: RequestLog;
  readonly faults: FaultControl;
  readonly settle: () => Promise<void>;
}

interface DeskBindings {
  Bindings: { remoteAddress: string };
}

/** The desk's app. */
export function createDesk({ summary, apply, log, faults, settle }: DeskOptions): Hono<DeskBindings> {
  const desk = new Hono<DeskBindings>();
  desk.onError((error, context) => context.json({ error: sentenceOf(error) }, 400));
  desk.use(async (context, next) => {
    const isHere = isLoopback(context.env.remoteAddress) && isLoopback(new URL(context.req.url).hostname);
    if (!isHere) return context.json({ error: 'The practice desk answers only this computer.' }, 403);
    await settle();
    return next();
  });
  desk.get('/practice/state', (context) => context.json({ state: summary() ?? null, requests: log.counts }));
  desk.post('/practice/edits', async (context) => context.json({ result: apply(await context.req.json()) ?? null }));
  desk.post('/practice/faults', async (context) => {
    const rules = readFaultScript(await context.req.json());
    faults.add(...rules);
    return context.json({ added: rules.length });
  });
  desk.delete('/practice/faults', (context) => {
    faults.reset();
    return context.json({ removed: true });
  });
  desk.get('/practice/requests', (context) => {
    const since = Number(context.req.query('since') ?? 0);
    return context.json({ requests: log.since(Number.isFinite(since) ? since : 0) });
  });
  desk.notFound((context) => context.json({ error: 'The practice desk has no such page.' }, 404));
  return desk;
}

function isLoopback(host: string): boolean {
  return /^(localhost|(::ffff:)?127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}

function sentenceOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
