// A consistent copy of a ledger while others go on working with it, made in a thread of its own (design 4).
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { isErrorCode, SeamlineError } from '../base/errors.ts';

/** From the source as from the bundle, the thread's file lies beside this one. */
const thread = new URL(import.meta.url.endsWith('.ts') ? './copy-thread.ts' : './copy-thread.js', import.meta.url);

const failureSchema = z.object({ code: z.string(), message: z.string(), nextStep: z.string() }).nullable();

/** Copies the database into an empty file. Throws `disk-*`, `ledger-*`. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  const worker = new Worker(thread, { workerData: { from, to } });
  const said = await new Promise<unknown>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The copying thread ended with ${code}.`)));
  });
  const failure = failureSchema.parse(said);
  if (failure === null) return;
  const { code, message, nextStep } = failure;
  throw new SeamlineError(isErrorCode(code) ? code : 'internal', { sentence: message, nextStep });
}
