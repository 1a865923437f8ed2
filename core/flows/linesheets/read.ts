// Reads JOOR's linesheets and notes them, and the ids of what they may hold, in slices: each carries thousands of SKUs.
import { inSlices } from '../../base/slices.ts';
import type { JoorIds } from '../../ledger/styles.ts';
import type { Linesheet } from '../../model/linesheet.ts';
import { nowOf, type FlowContext } from '../context.ts';

const stylesPerLook = 100;

/** Every linesheet as JOOR has it now. */
export async function readLinesheets(context: FlowContext): Promise<Linesheet[]> {
  const { joor, ledger, caller } = context;
  const present = await joor.linesheets(caller);
  await inSlices(present, 1, (group) => {
    for (const linesheet of group) ledger.linesheets.save(linesheet, nowOf(context));
  });
  ledger.linesheets.keepOnly(present.map(({ id }) => id));
  return present;
}

/** JOOR's ids of these styles and their SKUs. */
export async function joorIdsOf({ ledger }: FlowContext, keys: Iterable<string>): Promise<Map<string, JoorIds>> {
  const ids = new Map<string, JoorIds>();
  await inSlices([...keys], stylesPerLook, (group) => {
    for (const [key, one] of ledger.styles.joorIds(group)) ids.set(key, one);
  });
  return ids;
}
