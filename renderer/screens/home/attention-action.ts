// Does what a button of a needs-you item says: goes somewhere, runs a command of the contract, or copies a text.
import type { AttentionAction } from '../../../core/contract/attention.ts';
import { commands, type CommandName } from '../../../core/contract/commands.ts';
import type { ErrorView } from '../../../core/contract/errors.ts';
import { useNavigation } from '../../state/navigation.ts';
import { useAction } from '../../state/use-action.ts';
import { copyText } from '../../ui/copy.ts';

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

interface AttentionDoer {
  /** Gives true when a command was done, so that focus moves on. */
  readonly act: (action: AttentionAction) => Promise<boolean>;
  readonly busy: string | null;
  readonly error: ErrorView | null;
}

export function useAttentionAction(): AttentionDoer {
  const goTo = useNavigation((navigation) => navigation.goTo);
  const action = useAction();
  const act = async ({ label, does }: AttentionAction) => {
    if (does.kind === 'go') {
      goTo(does.place);
      return false;
    }
    if (does.kind === 'copy') {
      await copyText(does.text);
      return false;
    }
    if (!isCommand(does.name)) return false;
    const { name } = does;
    // The host wrote this input for this command; the schema of the contract checks it before it is sent back.
    const input = commands[name].input.safeParse(does.input);
    if (!input.success) return false;
    return (await action.run(name, input.data, { key: label })) !== null;
  };
  return { act, busy: action.busy, error: action.error };
}
