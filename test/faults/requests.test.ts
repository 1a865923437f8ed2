// Every request of a run that exports orders of every kind, spoiled in every way (ORD-4, RUN-6).
import { expect, test } from 'vitest';
import { courses } from './courses.ts';
import { faults } from './faults.ts';
import { playFault, rehearse } from './play.ts';
import { playCases } from './selection.ts';

for (const course of courses) {
  const { steps, findings } = await rehearse(course);

  test(`${course.name}: with nothing going wrong each order becomes what it should`, () => {
    expect(findings).toEqual([]);
    expect(steps.length).toBeGreaterThan(3 * course.orders.length);
  });

  playCases(
    faults.flatMap((fault) =>
      steps.filter(fault.concerns).map((step) => ({
        recipe: `${course.name}/${fault.name}@${step.number}`,
        about: step.label,
        play: () => playFault(course, fault, step),
      })),
    ),
  );
}
