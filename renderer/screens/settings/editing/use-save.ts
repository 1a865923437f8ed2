// Saves settings by compare-and-swap: one change after the other, each from the revision that the person saw. What would change
// many styles in JOOR is asked about first, with the count and a few of them.
import { useCallback, useRef, useState } from 'react';
import type { ErrorView } from '../../../../core/contract/errors.ts';
import { askAboveStyles, type SettingChange } from '../../../../core/contract/settings.ts';
import { viewOf } from '../../../state/client.ts';
import { useClient, useStoreOf } from '../../../state/host.tsx';
import { useEffectQuestion } from './effect-question.ts';
import { ownSaves } from './own-saves.ts';

/** What became of a save: why it was refused is in `error`; unwanted is what the person took back when they were asked. */
export type Saved = 'saved' | 'refused' | 'unwanted';

export interface Saving {
  /** `from` is the revision that the person began with; the present one when left out. */
  readonly save: (changes: readonly SettingChange[], from?: number) => Promise<Saved>;
  readonly isBusy: boolean;
  readonly error: ErrorView | null;
  readonly clear: () => void;
}

const saves = ownSaves();
let turn: Promise<unknown> = Promise.resolve();

/** What styles are made from: the only settings whose effect on them is worth asking for. */
const makesStyles = ({ path }: SettingChange) => path.startsWith('products.') || path.startsWith('linesheets.from');

export function useSave(): Saving {
  const { revision } = useStoreOf('settings');
  const client = useClient();
  const ask = useEffectQuestion((question) => question.ask);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorView | null>(null);
  const present = useRef(revision);
  present.current = revision;

  const save = useCallback(
    async (changes: readonly SettingChange[], from?: number): Promise<Saved> => {
      const before = turn;
      const work = async (): Promise<Saved> => {
        await before.catch(() => undefined);
        const sent = changes.map((change) => ({ ...change }));
        if (sent.some(makesStyles)) {
          const effect = await client.query('settings.effect', { changes: sent });
          const many = effect.changed + effect.added + effect.left > askAboveStyles;
          if (many && !(await ask(effect))) return 'unwanted';
        }
        const base = saves.follow(from ?? present.current);
        const saved = await client.command('settings.change', { revision: base, changes: sent });
        saves.note(base, saved.revision);
        return 'saved';
      };
      setBusy(true);
      setError(null);
      const mine = work();
      turn = mine;
      try {
        return await mine;
      } catch (failure) {
        const view = viewOf(failure);
        if (view.code === 'settings-changed') saves.forget();
        setError(view);
        return 'refused';
      } finally {
        setBusy(false);
      }
    },
    [client, ask],
  );
  return { save, isBusy, error, clear: useCallback(() => setError(null), []) };
}
