// A command as a button uses it: busy while it is under way, its failure kept beside it until the next try.
import { useCallback, useState } from 'react';
import type { CommandInput, CommandName, CommandOutput } from '../../core/contract/commands.ts';
import type { ErrorView } from '../../core/contract/errors.ts';
import { viewOf } from './client.ts';
import { useClient } from './host.tsx';
import { useToasts } from './toasts.ts';

export interface Action {
  /** The key of what is under way, null when nothing is. */
  readonly busy: string | null;
  readonly error: ErrorView | null;
  /** Runs a command. Gives its output, or null when it failed: the reason is then in `error`. */
  readonly run: <Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    options?: { readonly key?: string; readonly isSilent?: boolean },
  ) => Promise<CommandOutput<Name> | null>;
  readonly clear: () => void;
}

const hasSentence = (output: unknown): output is { sentence: string } =>
  typeof output === 'object' && output !== null && 'sentence' in output && typeof output.sentence === 'string';

/** One command at a time; what it did is confirmed by a toast when it says so in a sentence. */
export function useAction(): Action {
  const client = useClient();
  const show = useToasts((toasts) => toasts.show);
  const [busy, setBusy] = useState<string | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const run = useCallback<Action['run']>(
    async (name, input, { key = name, isSilent = false } = {}) => {
      setBusy(key);
      setError(null);
      try {
        const output = await client.command(name, input);
        if (!isSilent && hasSentence(output) && output.sentence !== '') show(output.sentence);
        return output;
      } catch (failure) {
        setError(viewOf(failure));
        return null;
      } finally {
        setBusy(null);
      }
    },
    [client, show],
  );
  return { busy, error, run, clear: useCallback(() => setError(null), []) };
}
