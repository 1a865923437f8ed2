// The keys that work on every screen (design language, section 8). Esc belongs to what lies on top and closes it there.
import { useEffect } from 'react';
import { useStoreOf } from '../../state/host.tsx';
import { screens, useNavigation } from '../../state/navigation.ts';
import { useRuns } from './use-runs.ts';

const isMac = () => navigator.userAgent.includes('Mac');

/** A key with the system's own modifier: `Ctrl K`, on a Mac `⌘K`. */
export function keyName(key: string): string {
  return isMac() ? `⌘${key}` : `Ctrl ${key}`;
}

export function useShortcuts(): void {
  const { go, show, over } = useNavigation();
  const { current } = useStoreOf('run');
  const { sync } = useRuns();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(isMac() ? event.metaKey : event.ctrlKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const screen = screens[Number(key) - 1];
      if (key === 'k') show({ kind: 'find' });
      else if (key === 'r' && event.shiftKey) show({ kind: 'dry-run' });
      else if (key === 'r') {
        if (current === null) void sync();
      } else if (screen !== undefined && over === null) go(screen);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [current, go, over, show, sync]);
}
