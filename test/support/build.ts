// Builds what the tests start, once before all of them.
import { bundle } from '../../build/bundle.ts';

/** Called by the test runners before the tests that need it. */
export default async function setup(): Promise<void> {
  // Over what is there: another run may just be starting from it.
  await bundle({ isFresh: false });
}
