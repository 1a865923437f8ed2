// What a screen reader hears of runs: each phase, the first wait in it, that it stops, how it ended; each once, and no number
// on the way. What stands there when the window opens is no news.
import type { RunStore } from '../../../core/contract/stores.ts';
import { endTitle, limitText, phaseTitle, waitText } from './run-words.ts';

export interface Heard {
  /** The run and phase that were told last; a run that stops is a phase of its own. */
  readonly phase: string;
  /** The account whose limit was told of in this phase. */
  readonly wait: string | null;
  /** The run whose end was told. */
  readonly end: string | null;
  readonly words: string;
}

/** The next thing to say; the one before stays while there is no news. Null before the first look. */
export function hear(before: Heard | null, { current, last }: RunStore, now: number): Heard {
  const phase = current === null ? '' : `${current.id} ${current.isStopping ? 'stopping' : current.phase}`;
  const end = last?.runId ?? null;
  if (before === null) return { phase, wait: current?.waitingFor?.api ?? null, end, words: '' };
  if (current === null) {
    if (last === null || end === before.end) return before;
    return { phase, wait: null, end, words: `${endTitle(last)}. ${last.sentence}` };
  }
  if (phase !== before.phase) {
    const words = current.isStopping ? 'Stopping. What was sent stays sent.' : phaseTitle(current);
    return { ...before, phase, wait: null, words };
  }
  const api = current.waitingFor?.api ?? null;
  if (api === null || api === before.wait || waitText(current, now) === null) return before;
  return { ...before, wait: api, words: `Waiting for ${limitText(api)}` };
}
