// Customers in JOOR's v2 words: connections (JOOR 6.3). A bulk write is a background job; new customers then wait until
// JOOR's people match them, known ones change at once. Lists that are absent are not sent, because they would empty
// what is there (CUS-2).
import { z } from 'zod';
import { minute, second } from '../../base/dates.ts';
import { SeamlineError } from '../../base/errors.ts';
import type { Clock } from '../../base/ports.ts';
import { nextStart, readV2 } from '../answers.ts';
import type { Caller, JoorConnection } from '../connection.ts';
import { id, list, text, wholeNumber } from '../values.ts';

/** A connection as JOOR has it: what matching needs. */
export interface Connection {
  readonly id: string;
  readonly customerCode: string;
  readonly name: string;
  readonly alias: string;
  readonly email: string;
  readonly priceTypes: readonly { readonly label: string; readonly currency: string }[];
}

/** Fields of a connection as v2 names them; only what is given is sent. */
export type ConnectionContent = Readonly<Record<string, unknown>> & { readonly customer_code: string };

export interface ConnectionJob {
  readonly id: string;
  readonly status: 'queued' | 'started' | 'finished';
  readonly done: number;
  readonly total: number;
}

const connectionSchema = z
  .object({
    connection_id: text,
    customer_code: text,
    customer_name: text,
    customer_alias: text,
    customer_email: text,
    price_types: list(z.object({ price_type_label: text, price_type_currency_code: text })),
  })
  .transform((row): Connection => ({
    id: row.connection_id,
    customerCode: row.customer_code,
    name: row.customer_name,
    alias: row.customer_alias,
    email: row.customer_email,
    priceTypes: row.price_types.map((type) => ({
      label: type.price_type_label,
      currency: type.price_type_currency_code,
    })),
  }));

const jobSchema = z
  .object({
    bulk_connections_job_id: id,
    status: z.enum(['queued', 'started', 'finished']),
    connection_record_count: wholeNumber,
    connection_record_progress: wholeNumber,
  })
  .transform((row): ConnectionJob => ({
    id: row.bulk_connections_job_id,
    status: row.status,
    done: row.connection_record_progress,
    total: row.connection_record_count,
  }));

function readJob(json: unknown): ConnectionJob {
  const [job] = list(jobSchema).parse(readV2('bulk_connections', json)['bulk_connections_jobs']);
  if (job === undefined) throw new Error('no job in the answer');
  return job;
}

/** Hands in customers; JOOR works on them in the background. */
export async function submitConnections(
  joor: JoorConnection,
  connections: readonly ConnectionContent[],
  caller: Caller,
): Promise<ConnectionJob> {
  const request = {
    name: 'submit customers',
    method: 'POST',
    path: 'bulk-connection',
    body: { bulk_connections: { connection: connections } },
    // The same customer code twice is the same customer: handing it in again changes nothing more.
    effect: 'idempotent',
  } as const;
  return (await joor.v2(request, caller, readJob)).content;
}

/** How far a job is. Each look costs a credit. */
async function connectionJob(joor: JoorConnection, jobId: string, caller: Caller): Promise<ConnectionJob> {
  const request = { name: 'customer job', method: 'GET', path: `bulk-connection/${jobId}`, effect: 'read' } as const;
  return (await joor.v2(request, caller, readJob)).content;
}

const firstLook = 10 * second;
const longestPause = minute;
const longestWait = 15 * minute;

/**
 * Waits until a job is finished, looking less and less often, because each look costs a credit (JOOR 4.2).
 * Throws `timed-out` when it isn't finished within 15 minutes; it goes on in JOOR all the same.
 */
export async function finishedJob(
  joor: JoorConnection,
  jobId: string,
  clock: Clock,
  caller: Caller,
): Promise<ConnectionJob> {
  const began = clock.now();
  for (let pause = firstLook; ; pause = Math.min(longestPause, pause * 2)) {
    await clock.sleep(pause, caller.signal);
    const job = await connectionJob(joor, jobId, caller);
    if (job.status === 'finished') return job;
    if (clock.now() - began >= longestWait)
      throw new SeamlineError('timed-out', {
        sentence: `JOOR hasn't finished taking in ${job.total} customers after 15 minutes.`,
        nextStep: 'It goes on in JOOR. The next run looks again.',
        details: { job: jobId },
      });
  }
}

/** The connection with a customer code; null when JOOR has none. */
export async function connectionByCode(
  joor: JoorConnection,
  customerCode: string,
  caller: Caller,
): Promise<Connection | null> {
  const request = {
    name: 'customer',
    method: 'GET',
    path: `connection/customer_code/${encodeURIComponent(customerCode)}/`,
    effect: 'read',
  } as const;
  try {
    const { content } = await joor.v2(request, caller, (json) =>
      list(connectionSchema).parse(readV2('connections', json)['connections']),
    );
    return content[0] ?? null;
  } catch (error) {
    // An unknown code is a refusal, not an empty list.
    if (error instanceof SeamlineError && error.code === 'refused') return null;
    throw error;
  }
}

const pageSize = 100;

/** Every connection, all pages. The list form isn't documented and is tried for first contact only. */
export async function listConnections(joor: JoorConnection, caller: Caller): Promise<Connection[]> {
  const connections = new Map<string, Connection>();
  for (let start = 0; ;) {
    const request = {
      name: 'customers',
      method: 'GET',
      path: 'connection',
      query: { start_from: start, count: pageSize },
      effect: 'read',
    } as const;
    const { content } = await joor.v2(request, caller, (json) => {
      const outer = readV2('connections', json);
      return { rows: list(connectionSchema).parse(outer['connections']), outer };
    });
    const before = connections.size;
    for (const row of content.rows) connections.set(row.customerCode === '' ? row.id : row.customerCode, row);
    const rows = content.rows.length;
    const next = nextStart(content.outer, { start, rows, fresh: connections.size - before });
    if (next === null) return [...connections.values()];
    start = next;
  }
}
