// At each commit of the ledger a copy of the database and its write-ahead log is taken and taken up again by the next run,
// with the accounts as they are by then: where the process ended there, and where the run went on and the ledger alone
// goes back, as with a restored back-up (SCOPE-4).
import { expect, test, vi } from 'vitest';
import { courses, type Course } from './courses.ts';
import { putBack, watchCommits } from './commits.ts';
import type { Finding } from './finding.ts';
import { exportOrders, recover, stage } from './play.ts';
import { playCases } from './selection.ts';

vi.mock('../../core/ledger/driver.ts', async (original) => {
  const { watchedDriver } = await import('./commits.ts');
  return watchedDriver(await original());
});

/** Takes up what lay on the disk behind a commit: where the process ended, or of a run that went on to its end. */
async function replay(course: Course, at: number, then: 'ends' | 'goes on'): Promise<Finding[]> {
  const watch = watchCommits(at, then);
  const world = await stage(course, { wire: watch.wire });
  try {
    watch.begin();
    if (then === 'ends') await expect(exportOrders(world)).rejects.toThrow('The process has ended.');
    else await exportOrders(world);
    watch.stop();
    if (watch.copy === null) return [{ kind: 'wrong', sentence: `There is no commit ${at}.` }];
    putBack(watch.copy, world);
    return await recover(world, course);
  } finally {
    watch.stop();
    await world.stop();
  }
}

async function commitsOf(course: Course): Promise<number> {
  const watch = watchCommits(0, 'goes on');
  const world = await stage(course);
  try {
    watch.begin();
    await exportOrders(world);
    return watch.count;
  } finally {
    watch.stop();
    await world.stop();
  }
}

for (const course of courses) {
  const commits = Array.from({ length: await commitsOf(course) }, (_, index) => index + 1);

  test(`${course.name}: the ledger is written before and behind each request`, () => {
    expect(commits.length).toBeGreaterThan(5 * course.orders.length);
  });

  playCases(
    commits.flatMap((at) => [
      {
        recipe: `${course.name}/killed-behind-commit@${at}`,
        about: `of ${commits.length}`,
        play: () => replay(course, at, 'ends'),
      },
      {
        recipe: `${course.name}/ledger-back-at-commit@${at}`,
        about: `of ${commits.length}`,
        play: () => replay(course, at, 'goes on'),
      },
    ]),
  );
}
