// Each flow as Home lists it: its mode, its last result in few words, what it waits for.
import { grouped } from '../../base/text.ts';
import type { FlowReport, RunReport } from '../../contract/run-report.ts';
import type { FlowMode, FlowView } from '../../contract/stores.ts';
import type { FlowName } from '../../model/standing.ts';
import { notBuilt, type ModeOfFlow } from '../../sync/modes.ts';

/** Where a flow's settings are. */
const sections: Readonly<Record<FlowName, string>> = {
  products: 'products',
  linesheets: 'linesheets',
  images: 'images',
  customers: 'customers',
  inventory: 'stock',
  orders: 'customers',
};

/** The flows in their order; `reports` are the latest first. */
export function flowViews(modes: readonly ModeOfFlow[], reports: readonly RunReport[]): FlowView[] {
  return modes.map(({ flow, mode, since, who }) => {
    const last = lastOf(flow, reports);
    const isWaiting = mode !== 'off' && last?.state === 'waiting' && last.nextStep !== '';
    return {
      flow,
      mode,
      choices: choicesOf(flow),
      sentence: resultOf(flow, mode, last),
      waits: isWaiting ? { sentence: last.sentence, section: sections[flow] } : null,
      since,
      who,
    };
  });
}

function choicesOf(flow: FlowName): FlowMode[] {
  if (notBuilt.includes(flow)) return ['off'];
  return flow === 'products' ? ['rehearsal', 'live'] : ['off', 'rehearsal', 'live'];
}

/** The latest report of a flow that was looked at in its run. */
function lastOf(flow: FlowName, reports: readonly RunReport[]): FlowReport | null {
  for (const report of reports) {
    const found = report.flows.find((one) => one.flow === flow);
    if (found !== undefined && found.state !== 'off') return found;
  }
  return null;
}

function resultOf(flow: FlowName, mode: FlowMode, last: FlowReport | null): string {
  if (notBuilt.includes(flow)) return 'Not in this version yet';
  if (last === null) return mode === 'off' ? '' : 'Not read yet';
  if (last.state !== 'done') return last.sentence;
  const what = last.isRehearsal ? 'to send' : 'changed';
  return `${grouped(last.changed)} ${what}, ${grouped(last.checked)} checked`;
}
