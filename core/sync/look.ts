// A look between two runs at orders whose sale is being checked (ORD-4). It is no run: it asks Cin7 Core for those orders
// alone, leaves no report and moves no due time.
import { settleDueLooks } from '../flows/orders/flow.ts';
import { contextOf } from './context.ts';
import { liveFlows } from './modes.ts';
import type { RunWorld } from './run.ts';

/** Looks at what is due, when the orders flow may write. Throws what stops it; the next run goes on with those orders. */
export async function lookAtOrders(
  world: RunWorld,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): Promise<void> {
  if (!liveFlows(world.ledger, world.settings).has('orders')) return;
  const meaning = { id, lane: 'background', signal, isDryRun: false, isFullPass: false } as const;
  await settleDueLooks(await contextOf(world, meaning, world.progress, []));
}
