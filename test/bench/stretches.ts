// For how long a sync of 30,000 SKUs holds its thread at a stretch, since a window may share it: while it reads, plans and
// sends, the first time and with nothing changed.
import { spawn } from 'node:child_process';
import { z } from 'zod';
import type { Figure } from './figures.ts';
import { startLargeBrand, type LargeBrand } from './large-brand.ts';

const stretchSchema = z.object({ passed: z.number(), computed: z.number() });
const watchedSchema = z.object({ longest: z.record(z.string(), stretchSchema) });
type Stretches = z.infer<typeof watchedSchema>['longest'];

/** No stretch may be longer (DESIGN 4); slices aim at 20 ms. */
const mark = 50;
/** What a computer happens to do besides only ever makes a stretch longer, so the quietest of some syncs counts. */
const turns = 2;

/** The longest stretches of both kinds of sync, part by part. */
export async function stretchFigures(): Promise<Figure[]> {
  const first: Stretches[] = [];
  const unchanged: Stretches[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const brand = await startLargeBrand();
    try {
      first.push(await watchedSync(brand));
      unchanged.push(await watchedSync(brand));
    } finally {
      await brand.stop();
    }
  }
  return [...figuresOf('first sync', first), ...figuresOf('unchanged sync', unchanged)];
}

const parts = ['starts and reads', 'plans', 'sends'] as const;

/** The part of a run that an activity belongs to. */
function partOf(activity: string): (typeof parts)[number] {
  if (/: comparing$|: tax rules and terms$/.test(activity)) return 'plans';
  if (/^(connect|read-cin7|orders): |: JOOR's |: stock of /.test(activity)) return 'starts and reads';
  return 'sends';
}

function figuresOf(sync: string, measured: readonly Stretches[]): Figure[] {
  return parts.flatMap((part) => {
    const longest = measured.map((stretches) => {
      const own = Object.entries(stretches).filter(([activity]) => partOf(activity) === part);
      return own.toSorted(([, a], [, b]) => b.computed - a.computed)[0];
    });
    const quietest = longest.filter((one) => one !== undefined).toSorted(([, a], [, b]) => a.computed - b.computed)[0];
    if (quietest === undefined) return [];
    const [activity, { computed }] = quietest;
    const passed = Math.min(...measured.map((stretches) => longestPassed(stretches, part)));
    return [
      {
        name: `${sync}, while it ${part}`,
        measured: computed,
        unit: 'ms',
        mark,
        formula: `longest stretch that the thread computed (${activity.replace(/: $/, '')}); ${passed.toFixed(0)} ms passed, disk and other programs included`,
      },
    ];
  });
}

function longestPassed(stretches: Stretches, part: string): number {
  const own = Object.entries(stretches).filter(([activity]) => partOf(activity) === part);
  return Math.max(...own.map(([, { passed }]) => passed));
}

async function watchedSync({ folder, environment }: LargeBrand): Promise<Stretches> {
  const child = spawn(process.execPath, ['test/bench/watched-sync.ts', folder], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  return watchedSchema.parse(JSON.parse(output)).longest;
}
