// The host's stores as they were last told: whole snapshots, never computed on. Within an epoch a snapshot with a lower rev is
// dropped; a new epoch (the host started anew) replaces everything.
import { typeset } from '../format/typeset.ts';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { HostEvent, Snapshot } from '../../core/contract/protocol.ts';
import { stores, type StoreName, type StoreValue } from '../../core/contract/stores.ts';

type Values = { readonly [Name in StoreName]: StoreValue<Name> | null };

export interface MirrorState {
  readonly epoch: string | null;
  readonly revs: Readonly<Partial<Record<StoreName, number>>>;
  readonly values: Values;
  /** A snapshot came that doesn't fit its schema: what is shown may be old, and the frame says so. */
  readonly isUnreadable: boolean;
}

const nothing: Values = { app: null, run: null, settings: null, revisions: null, attention: null };

export const emptyMirror: MirrorState = { epoch: null, revs: {}, values: nothing, isUnreadable: false };

/** The mirror after one snapshot: the same object when the snapshot is older than what is known. */
export function applySnapshot(state: MirrorState, snapshot: Snapshot): MirrorState {
  const name = snapshot.store;
  const isNewEpoch = snapshot.epoch !== state.epoch;
  const known = state.revs[name];
  if (!isNewEpoch && known !== undefined && snapshot.rev <= known) return state;
  const value = stores[name].safeParse(typeset(snapshot.value));
  if (!value.success) return { ...state, isUnreadable: true };
  return {
    epoch: snapshot.epoch,
    revs: { ...(isNewEpoch ? {} : state.revs), [name]: snapshot.rev },
    values: { ...(isNewEpoch ? nothing : state.values), [name]: value.data },
    isUnreadable: false,
  };
}

export type Mirror = StoreApi<MirrorState>;

export function createMirror(): Mirror {
  return createStore<MirrorState>(() => emptyMirror);
}

/** Gives the mirror what an event carries; other events are none of its business. */
export function mirrorEvent(mirror: Mirror, event: HostEvent): void {
  if (event.kind === 'snapshot') mirror.setState((state) => applySnapshot(state, event.snapshot), true);
}

export function useMirror<Part>(mirror: Mirror, part: (state: MirrorState) => Part): Part {
  return useStore(mirror, part);
}
