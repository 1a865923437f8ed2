// Plays one case: a new world, one run with one thing going wrong, then recovery on the hand-driven clock, with the
// accounts looked at after every run. The first run of a course, in which nothing goes wrong, tells what there is to spoil.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { startWorld, type World, type WorldOptions } from '../support/world.ts';
import type { Course } from './courses.ts';
import type { Fault, Step } from './faults.ts';
import type { Finding } from './finding.ts';
import { doubled, findings } from './oracle.ts';

/** Seconds to the next runs: just behind each of the look-ups' delays, then an hour later. */
const recovery = [31, 121, 601, 3_600];
/** What isn't whole by then gets so many more hours, as it would in life. */
const graceHours = 2;

/** In memory where that is possible: a process is killed here, never the power, and a busy disk makes a case ten times slower. */
const under = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A world that holds a course, before its first run. */
export async function stage(course: Course, options: WorldOptions = {}): Promise<World> {
  const world = await startWorld({
    ...options,
    under,
    startsAt: course.startsAt,
    brand: course.brand,
    settings(settings) {
      settings['orders'] = { ...Object(settings['orders']), ...course.orderSettings };
      options.settings?.(settings);
    },
  });
  await course.prepare(world);
  // The run that is about to come counts from one.
  const { practice } = world;
  for (const { log } of [practice.cin7, practice.joor]) log.clear();
  practice.faults.reset();
  return world;
}

/** Exports the course with nothing going wrong; gives its requests and what was found. */
export async function rehearse(course: Course): Promise<{ steps: Step[]; findings: Finding[] }> {
  const world = await stage(course);
  try {
    await exportOrders(world);
    const steps = stepsOf(world);
    return { steps, findings: await recover(world, course) };
  } finally {
    await world.stop();
  }
}

/** Exports the course with a fault at a request; gives what was found. */
export async function playFault(course: Course, fault: Fault, step: Step): Promise<Finding[]> {
  const { options, lay } = fault.at(step);
  const world = await stage(course, options);
  try {
    lay(world);
    await exportOrders(world);
    const astray = astrayFrom(world, step);
    world.practice.faults.reset();
    return [...astray, ...(await recover(world, course))];
  } finally {
    await world.stop();
  }
}

/** A case that met another request than it was about shows nothing. */
export function astrayFrom(world: World, { number, label }: Step): Finding[] {
  const met = stepsOf(world).find((step) => step.number === number)?.label ?? 'none';
  const isMet = met === label && world.practice.faults.hits.some(({ request }) => request === number);
  return isMet ? [] : [{ kind: 'wrong', sentence: `Request ${number} was ${met} instead of ${label}.` }];
}

/** One run of the orders flow. */
export async function exportOrders(world: World): Promise<string> {
  const { outcome } = await world.sync({ only: ['orders'] });
  await world.practice.settle();
  return outcome;
}

/** Runs until everything has had its chance; gives what was found on the way and at the end. */
export async function recover(world: World, course: Course): Promise<Finding[]> {
  const onTheWay: Finding[] = doubled(world);
  const again = async (seconds: number) => {
    world.clock.advance(seconds * 1_000);
    await world.practice.settle();
    const outcome = await exportOrders(world);
    onTheWay.push(...doubled(world));
    return outcome;
  };
  let outcome = '';
  for (const seconds of recovery) outcome = await again(seconds);
  let left = await findings(world, course);
  for (let hour = 0; hour < graceHours && left.length > 0; hour += 1) {
    outcome = await again(3_600);
    left = await findings(world, course);
  }
  const isEnded = outcome === 'good' || outcome === 'needs-you';
  const failure: Finding[] = isEnded ? [] : [{ kind: 'wrong', sentence: `The last run ended ${outcome}.` }];
  return unique([...onTheWay, ...left, ...failure]);
}

function unique(list: readonly Finding[]): Finding[] {
  return [...new Map(list.map((finding) => [finding.sentence, finding])).values()];
}

/** The requests so far, over both accounts. */
function stepsOf({ practice: { cin7, joor } }: World): Step[] {
  return [...cin7.log.entries, ...joor.log.entries]
    .sort((a, b) => a.number - b.number)
    .map(({ number, method, path }) => ({
      number,
      label: `${method} ${path.replace('/ExternalApi/v2', '')}`,
      isWrite: method !== 'GET' && path !== '/auth/',
    }));
}
