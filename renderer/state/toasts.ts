// Short confirmations of what the person just did ("Copied SO-00432"), for four seconds. An error never lives here.
import { create } from 'zustand';

interface Toasts {
  readonly text: string | null;
  /** Grows with each toast, so that the same words twice show twice. */
  readonly serial: number;
  readonly show: (text: string) => void;
  readonly hide: () => void;
}

export const useToasts = create<Toasts>()((set) => ({
  text: null,
  serial: 0,
  show: (text) => set(({ serial }) => ({ text, serial: serial + 1 })),
  hide: () => set({ text: null }),
}));
