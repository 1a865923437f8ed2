// Styles from a screen: looked at again by a run of what concerns them; which of their columns are shown.
import { count } from '../../base/text.ts';
import { changeLedger } from '../../commands/services.ts';
import { hideColumns } from '../../commands/styles/list.ts';
import { instantOf } from '../../base/dates.ts';
import type { CommandHandlers } from '../handlers.ts';

export const styleCommands = {
  /** A run always looks at whole flows, so the others get theirs too; orders wait for their own run. */
  async 'styles.check'({ runner }, { keys }) {
    const { state } = await runner.start({
      kind: 'sync',
      only: ['products', 'linesheets', 'inventory'],
      isFullPass: false,
      startedBy: 'person',
    });
    return { sentence: sentenceFor[state](count(keys.length, 'style')) };
  },

  async 'styles.hideColumns'({ services }, { hidden }) {
    await changeLedger(services, (ledger) => hideColumns(ledger, hidden, instantOf(services.clock.now())));
    return {};
  },
} satisfies CommandHandlers;

const sentenceFor = {
  started: (styles: string) => `Checking ${styles}: products, linesheets and stock run now, orders don't.`,
  joined: (styles: string) => `The run that goes on checks ${styles} too.`,
  queued: (styles: string) => `After the run that goes on, products, linesheets and stock run again for ${styles}.`,
};
