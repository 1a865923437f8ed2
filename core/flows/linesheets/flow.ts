// The linesheets flow as a run sees it: read JOOR's linesheets, plan against the tags, send, read back, say where each
// stands.
import { fold } from '../../base/text.ts';
import type { FlowReport } from '../../contract/run-report.ts';
import type { Standing } from '../../ledger/standings.ts';
import type { Issue, StyleState } from '../../model/standing.ts';
import { emptyReport, nowOf, type FlowContext } from '../context.ts';
import { changedIn, plannedCounts } from '../counts.ts';
import { noteIssues } from '../issues.ts';
import { keepSeen } from '../seen.ts';
import type { ProductsPlan } from '../products/flow.ts';
import { applyLinesheets, type LinesheetResults } from './apply.ts';
import { hiddenIssue, planLinesheets, type LinesheetsPlan } from './plan.ts';
import { readLinesheets } from './read.ts';

/** Reads, plans, sends (not in a dry run) and reports. */
export async function runLinesheets(context: FlowContext, products: ProductsPlan): Promise<FlowReport> {
  const { ledger, isDryRun } = context;
  context.listener.begin('linesheets', "JOOR's linesheets", null);
  const present = await readLinesheets(context);
  const plan = await planLinesheets(context, products.linesheets, present);
  await keepSeen(context, 'linesheets');
  let results: LinesheetResults = { kept: [], refused: [] };
  try {
    if (!isDryRun) results = await applyLinesheets(context, plan);
  } finally {
    noteStandings(context, plan, results);
  }

  const counts = plannedCounts(context, 'linesheets');
  return {
    ...emptyReport('linesheets'),
    checked: plan.linesheets.length,
    changed: changedIn(counts),
    needsYou: ledger.standings.counts('linesheet').get('needs-you') ?? 0,
    counts: { ...counts, removalsKept: results.kept.length },
  };
}

function noteStandings(context: FlowContext, plan: LinesheetsPlan, results: LinesheetResults): void {
  const { ledger, runId } = context;
  const known = ledger.standings.issues('linesheet');
  const hidden = ledger.linesheets.hidden();
  const managed = new Map(ledger.linesheets.managed().map((one) => [fold(one.name), one]));
  const waiting = new Set(
    (['planned', 'unclear', 'moved'] as const).flatMap((state) => [...ledger.plans.keys(runId, 'linesheets', state)]),
  );
  const standings = plan.linesheets.map(({ name, issues }): Standing => {
    const key = fold(name);
    const joorId = managed.get(key)?.joorId ?? null;
    const refused = results.refused.filter(({ linesheet }) => fold(linesheet) === key);
    const all: Issue[] = [
      ...refused.map(({ words }) => refusedIssue(name, words)),
      ...issues.filter(({ code }) => code !== 'hidden'),
      ...(joorId !== null && hidden.get(joorId) === true ? [hiddenIssue(name)] : []),
    ];
    noteIssues(context, 'linesheet', key, all, known.get(key) ?? []);
    const [first] = all;
    const state: StyleState = first !== undefined ? 'needs-you' : waiting.has(name) ? 'to-send' : 'in-step';
    return {
      kind: 'linesheet',
      key,
      label: name,
      name,
      state,
      reasonCode: first?.code ?? '',
      reason: first?.sentence ?? '',
      nextStep: first?.nextStep ?? '',
    };
  });
  ledger.standings.save(standings, nowOf(context));
  ledger.standings.keepOnly('linesheet', new Set(standings.map(({ key }) => key)));
}

function refusedIssue(name: string, words: string): Issue {
  return {
    kind: 'linesheet',
    key: fold(name),
    code: 'refused',
    sentence: `JOOR refused linesheet "${name}": ${words.replace(/[.]?$/, '.')}`,
    nextStep: 'Change what it names; the next run tries again.',
    together: null,
  };
}
