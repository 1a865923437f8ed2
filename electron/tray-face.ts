// What the tray shows, from the stores that screens mirror. Each face differs by shape; the one that matters most wins.
import type { AppStore, RunStore } from '../core/contract/stores.ts';

export type TrayFace = 'attention' | 'paused' | 'offline' | 'syncing' | 'idle';

/** The face for what is known now; idle before anything is. */
export function trayFace(app: AppStore | null, run: RunStore | null): TrayFace {
  if (app === null) return 'idle';
  if (app.needsYou.total > 0 || app.blockedBy !== null) return 'attention';
  if (app.schedule.isPaused) return 'paused';
  if (app.cin7.state === 'unreachable' || app.joor.state === 'unreachable') return 'offline';
  return run?.current == null ? 'idle' : 'syncing';
}
