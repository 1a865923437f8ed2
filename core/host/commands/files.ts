// Files for the person: the text is made from the records, where it goes is the shell's question to the person.
import { SeamlineError } from '../../base/errors.ts';
import { ordersCsv, planCsv, settingsFile, stylesCsv, type Artifact } from '../../commands/files/artifacts.ts';
import { openStyles } from '../../commands/styles/list.ts';
import type { CommandInput } from '../../contract/commands.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Settings } from '../../settings/index.ts';
import type { CommandHandlers, HostContext } from '../handlers.ts';

export const fileCommands = {
  async 'artifacts.save'(context, input) {
    const file = context.reader.read(
      (ledger, settings) => fileOf(context, ledger, settings, input),
      (settings) => (input.kind === 'settings' ? settingsFile(settings) : nothingYet()),
    );
    return { isSaved: (await context.options.saveFile?.(file)) ?? false, name: file.name };
  },
} satisfies CommandHandlers;

function fileOf(
  { lists }: HostContext,
  ledger: Ledger,
  settings: Settings,
  { kind, queryId }: CommandInput<'artifacts.save'>,
): Artifact {
  if (kind === 'settings') return settingsFile(settings);
  if (kind === 'plan-csv') return planCsv(ledger, settings);
  if (kind === 'styles-csv') {
    const everything = { states: [], cause: null, search: '', sort: null };
    return stylesCsv(ledger, settings, lists.idsOf('styles', queryId) ?? openStyles(ledger, everything).ids);
  }
  if (kind === 'orders-csv')
    return ordersCsv(ledger, lists.idsOf('orders', queryId) ?? ledger.orderList.ids([], '', null));
  throw new SeamlineError('not-built', {
    sentence: "This version of Seamline can't write that file yet.",
    nextStep: 'Nothing was changed.',
  });
}

function nothingYet(): never {
  throw new SeamlineError('not-found', {
    sentence: 'There is nothing to write: nothing was read from the accounts yet.',
    nextStep: 'Start a run first.',
  });
}
