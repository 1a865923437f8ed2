// The one question that stands between a save and many styles: asked by whoever saves, answered in the dialog.
import { create } from 'zustand';
import type { SettingsEffect } from '../../../../core/contract/settings.ts';

interface EffectQuestion {
  readonly asked: { readonly effect: SettingsEffect; readonly answer: (isWanted: boolean) => void } | null;
  /** Shows the effect and gives whether it is wanted. */
  readonly ask: (effect: SettingsEffect) => Promise<boolean>;
}

export const useEffectQuestion = create<EffectQuestion>()((set) => ({
  asked: null,
  ask: (effect) =>
    new Promise((resolve) => {
      const answer = (isWanted: boolean) => {
        set({ asked: null });
        resolve(isWanted);
      };
      set({ asked: { effect, answer } });
    }),
}));
