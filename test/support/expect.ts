// What the integration tests have in common: a world that ends with its test, and the two things that must always hold.
import { expect, onTestFinished } from 'vitest';
import { doubles, joorPicture, wantedPicture } from './picture.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A world that is stopped when the test is over. */
export async function worldFor(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld(options);
  onTestFinished(() => world.stop());
  return world;
}

/** The same after its first sync. */
export async function syncedWorld(options: WorldOptions = {}): Promise<World> {
  const world = await worldFor(options);
  await world.sync();
  return world;
}

/** JOOR shows what Cin7 Core's records want, and nothing exists twice on either side. */
export function expectInStep({ practice }: World): void {
  expect(joorPicture(practice)).toEqual(wantedPicture(practice));
  expect(doubles(practice)).toEqual([]);
}
