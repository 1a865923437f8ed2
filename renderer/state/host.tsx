// The host as the screens see it: its client, its mirrored stores, the clock. Given once at the top, reached by hooks.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Bridge } from '../bridge/bridge.ts';
import { placeSchema } from '../../core/contract/attention.ts';
import type { ErrorView } from '../../core/contract/errors.ts';
import type { StoreName, StoreValue } from '../../core/contract/stores.ts';
import { createClient, type Client } from './client.ts';
import type { Clock } from './clock.ts';
import { applySnapshot, createMirror, mirrorEvent, useMirror, type Mirror } from './mirror.ts';
import { useNavigation } from './navigation.ts';
import { snapshotSchema } from '../../core/contract/protocol.ts';
import { z } from 'zod';

interface Host {
  readonly client: Client;
  readonly mirror: Mirror;
  readonly clock: Clock;
  /** Why the host can't be heard; null while it can. */
  readonly lost: ErrorView | null;
}

const HostContext = createContext<Host | null>(null);

function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('A screen stands outside its host.');
  return host;
}

export const useClient = (): Client => useHost().client;
export const useClock = (): Clock => useHost().clock;
export const useLost = (): ErrorView | null => useHost().lost;

const everyStore = z.array(snapshotSchema);

interface HostProviderProps {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly children: ReactNode;
}

/** Subscribes to the host's stores and follows where it asks the screen to go. */
export function HostProvider({ bridge, clock, children }: HostProviderProps) {
  const [lost, setLost] = useState<ErrorView | null>(null);
  const mirror = useMemo(() => createMirror(), [bridge]);
  const client = useMemo(() => createClient(bridge), [bridge]);
  useEffect(() => bridge.onContact(setLost), [bridge]);
  useEffect(() => {
    const end = bridge.onEvent((event) => {
      mirrorEvent(mirror, event);
      if (event.kind !== 'go') return;
      const place = placeSchema.safeParse(event.place);
      if (place.success) useNavigation.getState().goTo(place.data);
    });
    // The stores as they are now come as the answer, or as events, or both: the mirror drops what it already knows.
    const subscribe = async () => {
      const answer = await bridge.request({ kind: 'subscribe' });
      const snapshots = everyStore.safeParse(answer.ok ? answer.output : null);
      for (const snapshot of snapshots.success ? snapshots.data : [])
        mirror.setState((state) => applySnapshot(state, snapshot), true);
    };
    void subscribe();
    return end;
  }, [bridge, mirror]);
  const host = useMemo(() => ({ client, mirror, clock, lost }), [client, mirror, clock, lost]);
  return <HostContext value={host}>{children}</HostContext>;
}

/** A store, or null while the host hasn't told it yet. */
export function useStoreValue<Name extends StoreName>(name: Name): StoreValue<Name> | null {
  return useMirror(useHost().mirror, (state) => state.values[name]);
}

export const useIsUnreadable = (): boolean => useMirror(useHost().mirror, (state) => state.isUnreadable);

/** A store that is known to be there: inside the frame, which waits for all of them. */
export function useStoreOf<Name extends StoreName>(name: Name): StoreValue<Name> {
  const value = useStoreValue(name);
  if (value === null) throw new Error(`The store ${name} is shown before it came.`);
  return value;
}

/** The present, told anew every second or, where seconds don't show, every time the minute changes. */
export function useNow(precision: 'second' | 'minute' = 'minute'): number {
  const { clock } = useHost();
  const unit = precision === 'second' ? 1000 : 60_000;
  const [now, setNow] = useState(() => clock.now());
  useEffect(
    () =>
      clock.everySecond(() =>
        setNow((before) => (Math.floor(before / unit) === Math.floor(clock.now() / unit) ? before : clock.now())),
      ),
    [clock, unit],
  );
  return now;
}
