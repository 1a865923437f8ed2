// What is typed on the connect step: kept in memory while the window is open, so that nothing typed is lost between steps, and
// nowhere else. A null secret means the one in the keychain.
import { create } from 'zustand';
import type { CommandInput } from '../../../core/contract/commands.ts';

export type Cin7Keys = CommandInput<'connections.connectCin7'>;
export type JoorKeys = CommandInput<'connections.connectJoor'>;

type Typed = Omit<JoorKeys, 'environment' | 'apiUrl' | 'authUrl'> & {
  readonly environment: JoorKeys['environment'] | null;
};

interface Keys {
  readonly cin7: Cin7Keys;
  /** The environment is null while it is what the settings say. */
  readonly joor: Typed;
  readonly setCin7: (change: Partial<Cin7Keys>) => void;
  readonly setJoor: (change: Partial<Typed>) => void;
  /** Once they are in the keychain the typed values go. */
  readonly forget: (api: 'cin7' | 'joor') => void;
}

const noCin7: Cin7Keys = { baseUrl: null, accountId: null, applicationKey: null };
const noSecrets = { token: null, clientId: null, clientSecret: null, username: null, password: null };
const noJoor: Typed = { environment: null, accountId: '', ...noSecrets };

export const useKeys = create<Keys>()((set) => ({
  cin7: noCin7,
  joor: noJoor,
  setCin7: (change) => set(({ cin7 }) => ({ cin7: { ...cin7, ...change } })),
  setJoor: (change) => set(({ joor }) => ({ joor: { ...joor, ...change } })),
  forget: (api) =>
    set(({ cin7, joor }) =>
      api === 'cin7'
        ? { cin7: { ...cin7, accountId: null, applicationKey: null } }
        : { joor: { ...joor, ...noSecrets } },
    ),
}));

/** An empty text as null: nothing typed is the value that is kept. */
export const typedOrNull = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim());
