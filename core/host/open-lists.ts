// Lists that screens opened, by their queryId, so that a file holds exactly what was shown. Only the latest are kept.
export type ListKind = 'styles' | 'orders' | 'changes' | 'runs' | 'run-changes';

export interface OpenLists {
  /** Remembers a list under a new id, and gives the id. */
  remember(kind: ListKind, ids: readonly string[]): string;
  /** The ids of a list in their order; null when it isn't remembered any more, or is of another kind. */
  idsOf(kind: ListKind, queryId: string | null): readonly string[] | null;
}

const most = 20;

/** No lists yet. `newId` gives an id that was never used before. */
export function openLists(newId: () => string): OpenLists {
  const lists = new Map<string, { kind: ListKind; ids: readonly string[] }>();
  return {
    remember(kind, ids) {
      const id = newId();
      lists.set(id, { kind, ids });
      const [oldest] = lists.keys();
      if (lists.size > most && oldest !== undefined) lists.delete(oldest);
      return id;
    },
    idsOf(kind, queryId) {
      const list = queryId === null ? undefined : lists.get(queryId);
      return list?.kind === kind ? list.ids : null;
    },
  };
}
