// The stores that screens mirror: whole values with {epoch, rev}, checked against their schemas, pushed only when they differ.
import type { Snapshot } from '../contract/protocol.ts';
import { stores, type StoreName, type StoreValue } from '../contract/stores.ts';

export interface Publisher {
  /** Makes this the store's value, and pushes it when it differs from the one before. */
  put<Name extends StoreName>(name: Name, value: StoreValue<Name>): void;
  /** Every store as it is now. */
  snapshots(): Snapshot[];
}

/** A publisher whose snapshots carry this epoch. */
export function createPublisher(epoch: string, push: (snapshot: Snapshot) => void): Publisher {
  const known = new Map<StoreName, { readonly text: string; readonly snapshot: Snapshot }>();
  return {
    put(name, value) {
      const checked: unknown = stores[name].parse(value);
      const text = JSON.stringify(checked);
      const before = known.get(name);
      if (before?.text === text) return;
      const snapshot: Snapshot = { store: name, epoch, rev: (before?.snapshot.rev ?? 0) + 1, value: checked };
      known.set(name, { text, snapshot });
      push(snapshot);
    },
    snapshots: () => [...known.values()].map(({ snapshot }) => snapshot),
  };
}
