// The products flow as a run sees it: read, plan, compare with JOOR, send, and say where each style stands. Mandatory:
// the other flows build on its plan.
import { inSlices } from '../../base/slices.ts';
import { styleStanding } from '../../status/style.ts';
import type { FlowReport } from '../../contract/run-report.ts';
import type { Standing } from '../../ledger/standings.ts';
import type { Issue } from '../../model/standing.ts';
import { emptyReport, nowOf, type FlowContext } from '../context.ts';
import { noteIssues } from '../issues.ts';
import { applyProducts } from './apply.ts';
import { changedIn, plannedCounts } from '../counts.ts';
import { meetJoor } from './contact.ts';
import { planProducts, refusedIssue, type PlannedStyle, type ProductsPlan } from './plan.ts';
import { refreshPriceTypes } from './refresh.ts';

export { refreshProducts } from './refresh.ts';
export type { ProductsPlan } from './plan.ts';

/** Plans the flow, having read JOOR's price types (set-up chooses from them) and, when something would be created, its styles. */
export async function planProductsFlow(context: FlowContext): Promise<ProductsPlan> {
  await refreshPriceTypes(context);
  return meetJoor(context, await planProducts(context));
}

/** Sends what was planned (nothing in a dry run) and reports. Standings are noted in both cases. */
export async function applyProductsFlow(context: FlowContext, plan: ProductsPlan): Promise<FlowReport> {
  const { ledger, isDryRun } = context;
  const refused = new Map<string, Issue[]>();
  try {
    if (!isDryRun)
      await applyProducts(context, (key, part, words, isLasting) => {
        const number = plan.styles.get(key)?.number ?? key;
        refused.set(key, [...(refused.get(key) ?? []), refusedIssue(key, number, part, words, isLasting)]);
      });
  } finally {
    await noteStandings(context, plan, refused);
  }

  const counts = plannedCounts(context, 'products');
  const standings = ledger.standings.counts('style');
  return {
    ...emptyReport('products'),
    checked: plan.skus,
    changed: changedIn(counts),
    needsYou: standings.get('needs-you') ?? 0,
    counts: {
      ...counts,
      stylesSelected: [...plan.styles.values()].filter(({ leftOut }) => leftOut === null).length,
      stylesLeftOut: standings.get('left-out') ?? 0,
      unknownPriceTypes: plan.unknownPriceTypes.length,
    },
  };
}

const stylesPerWrite = 100;

/** What is still to be sent stands in the plan: what was applied has left it. */
async function noteStandings(
  context: FlowContext,
  plan: ProductsPlan,
  refused: ReadonlyMap<string, readonly Issue[]>,
): Promise<void> {
  const { ledger, runId } = context;
  const at = nowOf(context);
  const waiting = new Set(
    (['planned', 'unclear', 'moved'] as const).flatMap((state) => [...ledger.plans.keys(runId, 'products', state)]),
  );
  const linked = new Set(ledger.styles.keysByJoorId().values());
  const known = ledger.standings.issues('style');
  const standingOf = (style: PlannedStyle): Standing => {
    const issues = [...(refused.get(style.key) ?? []), ...style.issues];
    noteIssues(context, 'style', style.key, issues, known.get(style.key) ?? []);
    const facts = {
      ...style,
      issues,
      pending: waiting.has(style.key) ? pendingOf(style) : [],
      isInJoor: linked.has(style.key),
    };
    const { state, reason } = styleStanding(facts);
    return {
      kind: 'style',
      key: style.key,
      label: style.number,
      name: style.name,
      state,
      reasonCode: reason.code,
      reason: reason.sentence,
      nextStep: reason.nextStep,
    };
  };
  await inSlices([...plan.styles.values()], stylesPerWrite, (styles) =>
    ledger.transaction(() => ledger.standings.save(styles.map(standingOf), at)),
  );
  ledger.standings.keepOnly('style', new Set(plan.styles.keys()));
}

const pendingOf = ({ pending }: PlannedStyle) =>
  pending.map((part) => (part === 'product' ? 'the style' : part === 'skus' ? 'SKUs' : part));
