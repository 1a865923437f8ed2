// What failed and has no place of its own on the screen: a link in a grid, an entry of a menu. It stands over the screen until
// it is closed or the next thing of its kind is tried; a toast would be gone before it was read.
import { useCallback } from 'react';
import { create } from 'zustand';
import type { CommandInput, CommandName, CommandOutput } from '../../core/contract/commands.ts';
import type { ErrorView } from '../../core/contract/errors.ts';
import { viewOf } from './client.ts';
import { useClient } from './host.tsx';

interface Failures {
  readonly error: ErrorView | null;
  readonly show: (error: ErrorView) => void;
  readonly close: () => void;
}

export const useFailures = create<Failures>()((set) => ({
  error: null,
  show: (error) => set({ error }),
  close: () => set({ error: null }),
}));

/** Runs a command from where there is no place for a failure. Gives its output, or null when it failed and that was shown. */
export function useCommand(): <Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
) => Promise<CommandOutput<Name> | null> {
  const client = useClient();
  const { show, close } = useFailures();
  return useCallback(
    async (name, input) => {
      close();
      try {
        return await client.command(name, input);
      } catch (failure) {
        show(viewOf(failure));
        return null;
      }
    },
    [client, close, show],
  );
}
