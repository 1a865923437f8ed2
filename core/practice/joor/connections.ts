// Customers of v2 (JOOR 6.3). A bulk call becomes a job that walks queued, started, finished on the clock; jobs wait for
// one another. When it finishes, known customer codes are updated, and new ones wait until JOOR's people match them.
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { hour, second } from '../../base/dates.ts';
import { jsonBody, v2Answer, v2List, v2Page, v2Refused } from './answers.ts';
import { connectionChangesSchema, connectionSchema } from './connection-fields.ts';
import type { ConnectionFields } from './connection-fields.ts';
import { changeConnection, connect, mergedFields } from './customers.ts';
import { timeText } from './order-v2-view.ts';
import type { Connection, ConnectionJob } from './records.ts';
import { mint } from './state.ts';
import type { Account } from './state.ts';

const bulkSchema = z.object({ bulk_connections: z.object({ connection: z.array(z.unknown()) }) });
/** The body of a single PUT isn't documented; these are the plain readings. */
const singleSchema = z.union([
  z.object({ connection: connectionChangesSchema }).transform((body) => body.connection),
  z
    .object({ connections: z.object({ connection: connectionChangesSchema }) })
    .transform((body) => body.connections.connection),
]);

/** Mounts the connection calls. */
export function mountConnections(v2: Hono, account: Account): void {
  for (const path of ['/bulk-connection', '/bulk-connection/']) {
    v2.on(['POST', 'PUT'], path, (context) => submit(context, account));
  }
  for (const path of ['/bulk-connection/:job', '/bulk-connection/:job/']) {
    v2.get(path, (context) => {
      const job = account.state.connectionJobs.get(Number(context.req.param('job')));
      if (job === undefined) return v2Refused(context, account, 'bulk_connections', 'Job not found');
      return jobAnswer(context, account, job);
    });
  }
  // The list isn't documented, but its answer's paging members are (JOOR 6.3).
  for (const path of ['/connection', '/connection/']) {
    v2.get(path, (context) => connectionsAnswer(context, account, [...account.state.connections.values()]));
  }
  const byCode = (context: Context) => account.state.connectionsByCode.get(context.req.param('code') ?? '');
  const byId = (context: Context) => account.state.connections.get(context.req.param('id') ?? '');
  const single = [
    ['/connection/customer_code/:code', byCode],
    ['/connection/customer_code/:code/', byCode],
    ['/connection/:id', byId],
    ['/connection/:id/', byId],
  ] as const;
  for (const [path, find] of single) {
    v2.get(path, (context) => {
      const found = find(context);
      if (found === undefined) return v2Refused(context, account, 'connections', 'Connection not found');
      return connectionsAnswer(context, account, [found]);
    });
    v2.put(path, async (context) => {
      const found = find(context);
      if (found === undefined) return v2Refused(context, account, 'connections', 'Connection not found');
      const body = singleSchema.safeParse(await jsonBody(context));
      if (!body.success) return v2Refused(context, account, 'connections', 'connection is missing or not valid');
      changeConnection(account, found, body.data);
      return connectionsAnswer(context, account, [found]);
    });
    v2.delete(path, (context) => {
      const found = find(context);
      if (found === undefined) return v2Refused(context, account, 'connections', 'Connection not found');
      account.state.connections.delete(found.id);
      account.state.connectionsByCode.delete(found.fields.customer_code ?? '');
      return v2Answer(context, account, 'connections', { connections: v2List(account, []) });
    });
  }
}

/** Does what jobs and JOOR's people have finished by now. Called before anything looks at the account. */
export function settleConnections(account: Account): void {
  const { clock, state, switches } = account;
  const now = clock.now();
  for (const job of state.connectionJobs.values()) {
    if (job.isApplied || job.endsAt > now) continue;
    job.isApplied = true;
    for (const record of job.records) applyRecord(account, record, job.endsAt);
  }
  if (switches.matchAfterHours === null) return;
  for (const [code, { since }] of state.waitingCustomers) {
    if (since + switches.matchAfterHours * hour <= now) matchCustomer(account, code);
  }
}

/** JOOR's people connect a waiting customer; null when none waits under that code. */
export function matchCustomer(account: Account, code: string): Connection | null {
  const waiting = account.state.waitingCustomers.get(code);
  if (waiting === undefined) return null;
  account.state.waitingCustomers.delete(code);
  return connect(account, waiting.fields);
}

async function submit(context: Context, account: Account): Promise<Response> {
  const { clock, state, switches } = account;
  const refuse = (comment: string) => v2Refused(context, account, 'bulk_connections', comment);
  const body = bulkSchema.safeParse(await jsonBody(context));
  if (!body.success) return refuse('bulk_connections.connection is missing or not a list');
  const given = body.data.bulk_connections.connection;
  if (switches.maxItemsPerCall !== null && given.length > switches.maxItemsPerCall) {
    return context.json({ message: 'Too many items' }, switches.tooManyItemsStatus); // invented
  }
  const records: ConnectionFields[] = [];
  for (const [index, raw] of given.entries()) {
    const record = connectionSchema.safeParse(raw);
    // Whether one bad record refuses a job is not documented.
    if (!record.success) return refuse(`connection ${index + 1}: ${record.error.issues[0]?.message ?? 'not valid'}`);
    records.push(record.data);
  }
  const now = clock.now();
  // Bulk jobs queue one after another (JOOR 4, rate limit).
  const startsAfter = Math.max(now, ...[...state.connectionJobs.values()].map((job) => job.endsAt));
  const length = switches.connectionJobSeconds * second;
  const id = Number(mint(state, 'job'));
  const job: ConnectionJob = {
    id,
    createdAt: now,
    startsAt: startsAfter + length / 4,
    endsAt: startsAfter + length,
    records,
    isApplied: false,
  };
  state.connectionJobs.set(id, job);
  return jobAnswer(context, account, job);
}

function applyRecord(account: Account, record: ConnectionFields, at: number): void {
  const { state } = account;
  const code = record.customer_code ?? '';
  const known = state.connectionsByCode.get(code);
  if (known !== undefined) {
    changeConnection(account, known, record);
    return;
  }
  const waiting = state.waitingCustomers.get(code);
  if (waiting === undefined) state.waitingCustomers.set(code, { fields: record, since: at });
  else waiting.fields = mergedFields(waiting.fields, record);
}

function jobAnswer(context: Context, account: Account, job: ConnectionJob): Response {
  const now = account.clock.now();
  const status = now >= job.endsAt ? 'finished' : now >= job.startsAt ? 'started' : 'queued';
  const done = status === 'finished' ? 1 : status === 'queued' ? 0 : (now - job.startsAt) / (job.endsAt - job.startsAt);
  return v2Answer(context, account, 'bulk_connections', {
    bulk_connections_jobs: [
      {
        bulk_connections_job_id: job.id,
        status,
        created: timeText(job.createdAt),
        modified: timeText(status === 'finished' ? job.endsAt : status === 'started' ? job.startsAt : job.createdAt),
        connection_record_count: job.records.length,
        connection_record_progress: Math.floor(job.records.length * done),
      },
    ],
  });
}

function connectionsAnswer(context: Context, account: Account, connections: readonly Connection[]): Response {
  const page = v2Page(context, account, connections);
  const rows = page.rows.map(({ id, fields }) => ({
    connection_id: Number(id),
    customer_account_id: Number(id),
    ...fields,
  }));
  return v2Answer(context, account, 'connections', { connections: v2List(account, rows) }, page.response);
}
