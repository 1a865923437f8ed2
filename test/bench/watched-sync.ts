// One process that runs one sync and watches its own event loop meanwhile: the longest stretch from one turn to the next,
// for each activity of the run, as time that passed and as time that this thread computed (what other programs and the disk
// took in between is not ours). Prints them as one JSON line. Started by stretches.ts.
import '../../core/cli/memory.ts';
import { openSeamline } from '../../core/cli/environment.ts';

interface Moment {
  readonly at: number;
  readonly computed: number;
}

const [folder = ''] = process.argv.slice(2);

const longest: Record<string, { passed: number; computed: number }> = {};
let activity = 'connect: ';
let isOver = false;

function now(): Moment {
  const { user, system } = process.threadCpuUsage();
  return { at: performance.now(), computed: (user + system) / 1_000 };
}

/** Turns the loop without a pause, so that whatever holds it stands between two turns. */
function watch(before: Moment, during: string): void {
  const after = now();
  const known = longest[during] ?? { passed: 0, computed: 0 };
  longest[during] = {
    passed: Math.max(known.passed, after.at - before.at),
    computed: Math.max(known.computed, after.computed - before.computed),
  };
  if (!isOver) setImmediate(watch, after, activity);
}

const seamline = openSeamline(folder, process.env);
setImmediate(watch, now(), activity);
const { outcome } = await seamline.sync({
  startedBy: 'command line',
  onProgress: (progress) => (activity = `${progress.phase}: ${progress.activity}`),
});
isOver = true;
seamline.close();

console.log(JSON.stringify({ outcome, longest }));
