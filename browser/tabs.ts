// The open tabs, as their event streams: each gets every event, and when the last one has been gone for a while the door's
// work is over. A tab that is only being reloaded is back long before that.
import type { Clock } from '../core/base/ports.ts';
import type { HostEvent } from '../core/contract/protocol.ts';

export interface Tabs {
  /** Adds a tab that is told each event until the returned function is called. */
  add(tell: (event: HostEvent) => void): () => void;
  /** Tells every tab. */
  tell(event: HostEvent): void;
  /** Resolves when no tab was open for the whole time. */
  readonly allGone: Promise<void>;
  /** Waits for nothing any more. */
  close(): void;
}

/** No tab yet; `patience` is how long none may be open, in milliseconds. */
export function createTabs(clock: Clock, patience: number): Tabs {
  const open = new Set<(event: HostEvent) => void>();
  let isClosed = false;
  let end: () => void = () => undefined;
  const allGone = new Promise<void>((resolve) => (end = resolve));
  let waiting = wait();

  function wait(): AbortController {
    const until = new AbortController();
    clock.sleep(patience, until.signal).then(end, () => undefined);
    return until;
  }

  return {
    add(tell) {
      waiting.abort();
      open.add(tell);
      return () => {
        if (open.delete(tell) && open.size === 0 && !isClosed) waiting = wait();
      };
    },
    tell(event) {
      for (const tell of open) tell(event);
    },
    allGone,
    close() {
      isClosed = true;
      waiting.abort();
    },
  };
}
