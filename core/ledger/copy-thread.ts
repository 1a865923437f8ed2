// The thread that copies a ledger: tidying and writing out a large one takes longer than a window may stand still. Ends by saying
// null, or what went wrong.
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { toSeamlineError } from '../base/errors.ts';
import { openDatabase } from './driver.ts';

const { from, to } = z.object({ from: z.string(), to: z.string() }).parse(workerData);
parentPort?.postMessage(copied(), []);

function copied(): { readonly code: string; readonly message: string; readonly nextStep: string } | null {
  try {
    const database = openDatabase(from);
    try {
      database.prepare('VACUUM INTO ?').run([to]);
      return null;
    } finally {
      database.close();
    }
  } catch (thrown) {
    const { code, message, nextStep } = toSeamlineError(thrown);
    return { code, message, nextStep };
  }
}
