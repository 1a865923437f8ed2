// Files for the person: the text is made from the records, where it goes is the shell's question to the person.
import { SeamlineError } from '../../base/errors.ts';
import {
  changesCsv,
  linesheetsCsv,
  ordersCsv,
  runChangesCsv,
  runsCsv,
  settingsFile,
  stylesCsv,
  type Artifact,
} from '../../commands/files/artifacts.ts';
import { openRuns } from '../../commands/activity/runs.ts';
import { diagnosticsFile } from '../../commands/files/diagnostics.ts';
import { openStyles } from '../../commands/styles/list.ts';
import type { CommandInput } from '../../contract/commands.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Settings } from '../../settings/index.ts';
import type { CommandHandlers, HostContext } from '../handlers.ts';

export const fileCommands = {
  async 'artifacts.save'(context, input) {
    const file =
      input.kind === 'plan-csv'
        ? await planFile(context, input.queryId)
        : input.kind === 'diagnostics'
          ? await diagnosticsFile(context.services, context.options)
          : context.reader.read(
              (ledger, settings) => fileOf(context, ledger, settings, input),
              (settings) => (input.kind === 'settings' ? settingsFile(settings) : nothingYet()),
            );
    return { isSaved: (await context.options.saveFile?.(file)) ?? false, name: file.name };
  },
} satisfies CommandHandlers;

function fileOf(
  { lists, changes, reader }: HostContext,
  ledger: Ledger,
  settings: Settings,
  { kind, queryId, ids }: CommandInput<'artifacts.save'>,
): Artifact {
  if (kind === 'settings') return settingsFile(settings);
  if (kind === 'linesheets-csv') return linesheetsCsv(ledger, settings, ids ?? null);
  if (kind === 'changes-csv')
    return changesCsv('differences.csv', changes.rows(ids ?? lists.idsOf('changes', queryId) ?? []));
  if (kind === 'styles-csv') {
    const everything = { states: [], cause: null, search: '', sort: null };
    const shown = ids ?? lists.idsOf('styles', queryId) ?? openStyles(ledger, settings, everything).ids;
    return stylesCsv(ledger, settings, shown);
  }
  if (kind === 'orders-csv')
    return ordersCsv(ledger, ids ?? lists.idsOf('orders', queryId) ?? ledger.orderList.ids([], '', null));
  if (kind === 'runs-csv') {
    const shown = ids ?? lists.idsOf('runs', queryId) ?? openRuns(ledger, { filter: null, search: '' }).ids;
    return runsCsv(shown.flatMap((id) => ledger.activity.records([id])).map(reader.reportOf));
  }
  if (kind === 'run-changes-csv') {
    const [runId = '', search = ''] = lists.idsOf('run-changes', queryId) ?? [];
    return runChangesCsv(ledger, runId, search);
  }
  throw new SeamlineError('not-built', {
    sentence: "This version of Seamline can't write that file yet.",
    nextStep: 'Nothing was changed.',
  });
}

/** Every change of a dry run, as its sheet lists them; the latest for null. */
async function planFile({ reader, changes }: HostContext, runId: string | null): Promise<Artifact> {
  const run = runId ?? reader.read((ledger) => ledger.runs.latestOf('dry-run')?.id ?? null, nothingYet);
  return run === null ? nothingYet() : changesCsv('dry-run.csv', await changes.rowsOf(run));
}

function nothingYet(): never {
  throw new SeamlineError('not-found', {
    sentence: 'There is nothing to write: nothing was read from the accounts yet.',
    nextStep: 'Start a run first.',
  });
}
