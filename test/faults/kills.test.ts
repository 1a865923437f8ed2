// The real process (`node out/cli.js sync`), killed with SIGKILL at each of its requests: when it has arrived, and when the
// account has done the work but not answered. Another process takes over on the same profile.
import { vi } from 'vitest';
import { environmentOf } from '../../core/cli/practice.ts';
import { instantOf } from '../../core/base/dates.ts';
import { startCli } from '../support/command-line.ts';
import type { WorldOptions } from '../support/world.ts';
import { coursesAt, type Course } from './courses.ts';
import type { Step } from './faults.ts';
import type { Finding } from './finding.ts';
import { astrayFrom, recover, rehearse, stage } from './play.ts';
import { playCases } from './selection.ts';

/** A process of its own lives by the computer's clock, so it gets accounts of today, and limits that never make it wait. */
const unhurried: WorldOptions = {
  cin7: { switches: { limit: 100_000 } },
  joor: { switches: { quota: 100_000 } },
  settings({ connections }) {
    const { cin7, joor } = Object(connections);
    cin7.pace = { calls: 10_000, seconds: 1 };
    joor.pace = { credits: 100_000, seconds: 1 };
  },
};

async function kill(course: Course, step: Step, when: 'before' | 'after'): Promise<Finding[]> {
  const world = await stage(course, unhurried);
  const { cin7, joor, faults } = world.practice;
  try {
    faults.atRequest(step.number, when === 'before' ? 'timeoutBefore' : 'timeoutAfter');
    const process = startCli(
      ['--profile', world.profile.folder, 'sync', '--only', 'orders'],
      environmentOf(world.practice),
    );
    const held = () => [...cin7.log.entries, ...joor.log.entries].find(({ number }) => number === step.number);
    await vi.waitUntil(() => held() !== undefined && (when === 'before' || held()?.handled !== null), {
      timeout: 30_000,
      interval: 2,
    });
    process.kill('SIGKILL');
    await process.ended;
    const astray = astrayFrom(world, step);
    faults.reset();
    return [...astray, ...(await recover(world, course))];
  } finally {
    await world.stop();
  }
}

for (const course of coursesAt(instantOf(Date.now()))) {
  const { steps } = await rehearse(course);
  playCases(
    steps.flatMap((step) =>
      (step.isWrite ? (['before', 'after'] as const) : (['before'] as const)).map((when) => ({
        recipe: `${course.name}/killed-${when}@${step.number}`,
        about: step.label,
        play: () => kill(course, step, when),
      })),
    ),
  );
}
