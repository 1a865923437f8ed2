// What happened: runs with their reports, latest first.
import { samplesOf, stylesOfPlan } from '../../commands/plan/samples.ts';
import { runChanges } from '../../commands/activity/changes.ts';
import { openRuns } from '../../commands/activity/runs.ts';
import { runSentence } from '../../status/run.ts';
import { planView } from '../../commands/plan/view.ts';
import { SeamlineError } from '../../base/errors.ts';
import { mostChanges } from '../../contract/activity.ts';
import type { QueryOutput } from '../../contract/queries.ts';
import type { QueryHandlers } from '../handlers.ts';

const requestsAtOnce = 100;

export const runQueries = {
  'runs.list': ({ reader }, { before, count }) =>
    reader.read(
      (ledger) =>
        ledger.runs
          .page(before, count)
          .map(reader.reportOf)
          .filter((report) => report !== null),
      () => [],
    ),

  'runs.open': ({ reader, lists }, input) =>
    reader.read<QueryOutput<'runs.open'>>(
      (ledger) => {
        const { ids, ...counts } = openRuns(ledger, input);
        const queryId = lists.remember('runs', ids);
        return { queryId, rev: ledger.changes.numbers().runs, total: ids.length, ids, ...counts };
      },
      () => ({ queryId: lists.remember('runs', []), rev: 0, total: 0, all: 0, counts: {}, ids: [] }),
    ),

  'runs.rows': ({ reader }, { ids }) =>
    reader.read(
      (ledger) =>
        ledger.activity
          .records(ids)
          .map(reader.reportOf)
          .filter((report) => report !== null)
          .map((report) => ({ ...report, sentence: runSentence(report) })),
      () => [],
    ),

  'runs.changes': ({ reader, lists }, { runId, search }) =>
    reader.read(
      (ledger) => {
        const subjects = runChanges(ledger, runId, search);
        const run = ledger.runs.get(runId);
        const report = run === null ? null : reader.reportOf(run);
        const hadSome = report?.flows.some(({ changed }) => changed > 0) ?? false;
        return {
          // The list is one run and what narrows it: the file is made of both again.
          queryId: lists.remember('run-changes', [runId, search]),
          total: subjects.length,
          subjects: subjects.slice(0, mostChanges),
          isKept: search !== '' || subjects.length > 0 || !hadSome,
        };
      },
      () => ({ queryId: lists.remember('run-changes', []), total: 0, subjects: [], isKept: true }),
    ),

  'runs.requests': ({ reader }, { runId, before }) =>
    reader.read(
      (ledger) => {
        const found = ledger.activity.requests(runId, before, requestsAtOnce + 1);
        const requests = found.slice(0, requestsAtOnce).map(({ startedAt: at, ...head }) => ({ at, ...head }));
        return { requests, hasMore: found.length > requestsAtOnce };
      },
      () => ({ requests: [], hasMore: false }),
    ),

  'runs.request': ({ reader }, { id }) => {
    const found = reader.read(
      (ledger) => ledger.activity.request(id),
      () => null,
    );
    if (found === null)
      throw new SeamlineError('not-found', {
        sentence: "That request isn't kept any more.",
        nextStep: 'Requests are kept for the days that the settings name.',
      });
    return { request: found.request, response: found.response };
  },

  'runs.plan': ({ reader, shownPlans }, { runId }) => {
    const plan = reader.read(
      (ledger, settings) => planView(ledger, settings, runId),
      () => null,
    );
    if (plan !== null) shownPlans.add(plan.runId);
    return plan;
  },

  'runs.planStyles': ({ reader }, { runId, search }) =>
    reader.read(
      (ledger) => stylesOfPlan(ledger, runId, search),
      () => [],
    ),

  'runs.planSamples': ({ reader }, { runId, keys }) =>
    reader.read(
      (ledger, settings) => samplesOf(ledger, settings, runId, keys),
      () => [],
    ),
} satisfies QueryHandlers;
