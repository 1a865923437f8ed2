// Off, Rehearsal or Live, per flow (GO-5). Off stands in the settings. Live is a decision in this account's ledger, with who
// took it, when, and which plan they saw; a flow that is on and was never switched to live rehearses.
import { z } from 'zod';
import type { Instant } from '../base/dates.ts';
import { flowModes, type FlowMode } from '../contract/stores.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { flowNames, type FlowName } from '../model/standing.ts';
import type { Settings } from '../settings/index.ts';

/** Flows that this version doesn't have yet. */
export const notBuilt: readonly FlowName[] = ['images', 'customers'];

export interface ModeOfFlow {
  readonly flow: FlowName;
  readonly mode: FlowMode;
  /** Since when and by whom; null when it was never switched. */
  readonly since: Instant | null;
  readonly who: string | null;
}

const kind = 'flow-mode';
const decisionSchema = z.object({ mode: z.enum(flowModes), planSeen: z.string().nullable() });

/** Each flow's mode. Without a ledger nothing can be live. */
export function modesOf(ledger: Ledger | null, settings: Settings): ModeOfFlow[] {
  return flowNames.map((flow) => {
    const decision = ledger?.runs.decisionOf(kind, flow) ?? null;
    const decided = decision === null ? null : decisionSchema.parse(JSON.parse(decision.value)).mode;
    const isOff = !settings.flows[flow] || notBuilt.includes(flow);
    return {
      flow,
      mode: isOff ? 'off' : decided === 'live' ? 'live' : 'rehearsal',
      since: decision?.at ?? null,
      who: decision?.who ?? null,
    };
  });
}

/** Flows that may write. */
export function liveFlows(ledger: Ledger, settings: Settings): Set<FlowName> {
  const live = modesOf(ledger, settings).filter(({ mode }) => mode === 'live');
  return new Set(live.map(({ flow }) => flow));
}

/** Notes that somebody switched a flow, and the run whose plan they saw. */
export function decideMode(
  ledger: Ledger,
  flow: FlowName,
  decision: { readonly mode: FlowMode; readonly planSeen: string | null; readonly who: string; readonly at: Instant },
): void {
  const { mode, planSeen, who, at } = decision;
  ledger.runs.decide(kind, flow, JSON.stringify({ mode, planSeen }), who, at);
}
