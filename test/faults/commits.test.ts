// The process ends between two commits of the ledger: at each of them a copy of the database and its write-ahead log is
// taken and taken up again by the next run, with the accounts as they are by then.
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

/** Ends the process behind a commit and takes up what it left there. */
async function replay(course: Course, at: number): Promise<Finding[]> {
  const watch = watchCommits(at);
  const world = await stage(course, { wire: watch.wire });
  try {
    watch.begin();
    await expect(exportOrders(world)).rejects.toThrow('The process has ended.');
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
  const watch = watchCommits(0);
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
    commits.map((at) => ({
      recipe: `${course.name}/killed-behind-commit@${at}`,
      about: `of ${commits.length}`,
      play: () => replay(course, at),
    })),
  );
}
